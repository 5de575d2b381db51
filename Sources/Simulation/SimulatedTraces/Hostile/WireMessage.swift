import MatterBytes
import MatterWire

/// A message without its encryption, as a hostile peer reads and writes it.
struct WireMessage {
  var header: MessageHeader
  var exchange: ProtocolHeader
  var payload: [UInt8]

  init(header: MessageHeader, exchange: ProtocolHeader, payload: [UInt8]) {
    self.header = header
    self.exchange = exchange
    self.payload = payload
  }

  /// Reads an unsecured datagram.
  init(unsecured bytes: [UInt8]) throws {
    let parsed = try MessageHeader.parse(bytes.span)
    try self.init(header: parsed.header, text: Array(bytes[parsed.payloadOffset...]))
  }

  /// Reads the text behind a message header.
  init(header: MessageHeader, text: [UInt8]) throws {
    let parsed = try ProtocolHeader.parse(text.span)
    self.init(
      header: header, exchange: parsed.header, payload: Array(text[parsed.payloadOffset...]))
  }

  /// The message header as it is written.
  var headerBytes: [UInt8] {
    var bytes = BoundedBytes<64>()
    header.write(into: &bytes)
    return bytes.array
  }

  /// Protocol header and payload as they are written.
  var text: [UInt8] {
    var bytes = BoundedBytes<64>()
    exchange.write(into: &bytes)
    return bytes.array + payload
  }

  /// The datagram, when the message is not secured.
  var unsecuredBytes: [UInt8] { headerBytes + text }

  var opcode: SecureChannelOpcode? {
    guard exchange.protocolID == .secureChannel else { return nil }
    return SecureChannelOpcode(rawValue: exchange.opcode)
  }
}

extension BoundedBytes {
  var array: [UInt8] { span.indices.map { span[$0] } }
}

extension Array<UInt8> {
  init<let count: Int>(inline bytes: [count of UInt8]) {
    self = bytes.indices.map { bytes[$0] }
  }
}

extension StatusReport {
  var bytes: [UInt8] {
    var bytes = BoundedBytes<10>()
    write(into: &bytes)
    return bytes.array
  }
}
