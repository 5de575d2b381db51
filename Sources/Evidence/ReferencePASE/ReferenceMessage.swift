/// One Matter message: both headers and the payload.
package struct ReferenceMessage: Equatable, Sendable {
  /// The receiver's id for the session; 0 outside one.
  package let sessionID: UInt16
  package let counter: UInt32
  package let source: UInt64?
  package let destination: UInt64?
  package let isFromInitiator: Bool
  package let wantsAcknowledgement: Bool
  /// The counter of the message that this one acknowledges.
  package let acknowledged: UInt32?
  package let opcode: UInt8
  package let exchangeID: UInt16
  package let protocolID: UInt16
  package let payload: [UInt8]

  package init(
    sessionID: UInt16 = 0, counter: UInt32, source: UInt64? = nil, destination: UInt64? = nil,
    isFromInitiator: Bool, wantsAcknowledgement: Bool, acknowledged: UInt32? = nil,
    opcode: UInt8, exchangeID: UInt16, protocolID: UInt16 = 0, payload: [UInt8]
  ) {
    self.sessionID = sessionID
    self.counter = counter
    self.source = source
    self.destination = destination
    self.isFromInitiator = isFromInitiator
    self.wantsAcknowledgement = wantsAcknowledgement
    self.acknowledged = acknowledged
    self.opcode = opcode
    self.exchangeID = exchangeID
    self.protocolID = protocolID
    self.payload = payload
  }

  /// The message as it goes outside a session.
  package var unsecured: [UInt8] { header + body }

  /// The message as it goes inside a PASE session.
  package func sealed(
    key: [UInt8], crypto: ReferenceCrypto
  ) throws(ReferenceError) -> [UInt8] {
    try header + crypto.seal(body, key: key, nonce: Self.nonce(counter), aad: header)
  }

  /// - Throws: `malformed` when `datagram` is no message outside a session.
  package init(unsecured datagram: [UInt8]) throws(ReferenceError) {
    let header = try Header(datagram)
    guard header.sessionID == 0 else { throw .malformed }
    try self.init(header, body: Array(datagram[header.size...]))
  }

  /// - Throws: `rejected` when `key` did not seal `datagram`, `malformed` when it is no message.
  package init(
    sealed datagram: [UInt8], key: [UInt8], crypto: ReferenceCrypto
  ) throws(ReferenceError) {
    let header = try Header(datagram)
    let body = try crypto.open(
      Array(datagram[header.size...]), key: key, nonce: Self.nonce(header.counter),
      aad: Array(datagram[..<header.size]))
    try self.init(header, body: body)
  }

  /// Which session `datagram` says it belongs to.
  package static func sessionID(of datagram: [UInt8]) throws(ReferenceError) -> UInt16 {
    try Header(datagram).sessionID
  }
}

extension ReferenceMessage {
  /// In a PASE session the node id in the nonce is 0 both ways; the security flags are 0.
  private static func nonce(_ counter: UInt32) -> [UInt8] {
    [0] + counter.littleEndianBytes + [UInt8](repeating: 0, count: 8)
  }

  private var header: [UInt8] {
    let flags: UInt8 = (source == nil ? 0 : 0x04) | (destination == nil ? 0 : 0x01)
    return [flags] + sessionID.littleEndianBytes + [0] + counter.littleEndianBytes
      + (source?.littleEndianBytes ?? []) + (destination?.littleEndianBytes ?? [])
  }

  private var body: [UInt8] {
    let flags: UInt8 =
      (isFromInitiator ? 0x01 : 0) | (acknowledged == nil ? 0 : 0x02)
      | (wantsAcknowledgement ? 0x04 : 0)
    return [flags, opcode] + exchangeID.littleEndianBytes + protocolID.littleEndianBytes
      + (acknowledged?.littleEndianBytes ?? []) + payload
  }

  private init(_ header: Header, body: [UInt8]) throws(ReferenceError) {
    guard body.count >= 6 else { throw .malformed }
    let flags = body[0]
    // Neither a vendor's protocol nor secured extensions have a place in PASE.
    guard flags & 0xf8 == 0 else { throw .malformed }
    let hasAcknowledgement = flags & 0x02 != 0
    guard !hasAcknowledgement || body.count >= 10 else { throw .malformed }
    self.init(
      sessionID: header.sessionID, counter: header.counter, source: header.source,
      destination: header.destination, isFromInitiator: flags & 0x01 != 0,
      wantsAcknowledgement: flags & 0x04 != 0,
      acknowledged: hasAcknowledgement ? UInt32(littleEndianBytes: body[6..<10]) : nil,
      opcode: body[1], exchangeID: UInt16(littleEndianBytes: body[2..<4]),
      protocolID: UInt16(littleEndianBytes: body[4..<6]),
      payload: Array(body[(hasAcknowledgement ? 10 : 6)...]))
  }
}

/// The part of a message that is never encrypted.
private struct Header {
  let sessionID: UInt16
  let counter: UInt32
  let source: UInt64?
  let destination: UInt64?
  let size: Int

  init(_ datagram: [UInt8]) throws(ReferenceError) {
    guard datagram.count >= 8 else { throw .malformed }
    let flags = datagram[0]
    // Version 0, no reserved bit, no group destination; unicast without privacy or extensions.
    guard flags & 0xfa == 0, datagram[3] == 0 else { throw .malformed }
    sessionID = UInt16(littleEndianBytes: datagram[1..<3])
    counter = UInt32(littleEndianBytes: datagram[4..<8])
    let sourceSize = flags & 0x04 == 0 ? 0 : 8
    let destinationSize = flags & 0x01 == 0 ? 0 : 8
    size = 8 + sourceSize + destinationSize
    guard datagram.count >= size else { throw .malformed }
    source = sourceSize == 0 ? nil : UInt64(littleEndianBytes: datagram[8..<16])
    destination =
      destinationSize == 0 ? nil : UInt64(littleEndianBytes: datagram[(size - 8)..<size])
  }
}
