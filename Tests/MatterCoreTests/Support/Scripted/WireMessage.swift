import MatterBytes
import MatterWire

/// A message without its encryption, as a scripted peer reads and writes it.
struct WireMessage: Equatable {
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
    let text = Array(bytes[parsed.payloadOffset...])
    try self.init(header: parsed.header, text: text)
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
  var unsecuredBytes: [UInt8] {
    headerBytes + text
  }

  var counter: UInt32 { header.messageCounter }

  var acknowledged: UInt32? { exchange.acknowledgedCounter }

  var opcode: SecureChannelOpcode? {
    guard exchange.protocolID == .secureChannel else { return nil }
    return SecureChannelOpcode(rawValue: exchange.opcode)
  }

  /// The report that the message is, if it is one.
  var report: StatusReport? {
    guard opcode == .statusReport else { return nil }
    return try? StatusReport.parse(payload.span)
  }
}
