// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// An application message that arrived over a secure session, once.
public struct ReceivedMessage: Equatable, Sendable {
  /// Local session id.
  public var session: UInt16
  /// Where to answer.
  public var exchange: ExchangeReference
  /// Vendor id (upper 16 bits) and protocol id.
  public var protocolID: UInt32
  /// Opcode within the protocol.
  public var opcode: UInt8
  /// The payload: what the largest datagram can hold after the shortest headers and the tag.
  public var payload: BoundedBytes<1206>

  public init(
    session: UInt16,
    exchange: ExchangeReference,
    protocolID: UInt32,
    opcode: UInt8,
    payload: BoundedBytes<1206>
  ) {
    self.session = session
    self.exchange = exchange
    self.protocolID = protocolID
    self.opcode = opcode
    self.payload = payload
  }
}

extension ReceivedMessage: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try session.encode(into: &output)
    try exchange.encode(into: &output)
    try protocolID.encode(into: &output)
    try opcode.encode(into: &output)
    try payload.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    session = try UInt16(from: &reader)
    exchange = try ExchangeReference(from: &reader)
    protocolID = try UInt32(from: &reader)
    opcode = try UInt8(from: &reader)
    payload = try BoundedBytes<1206>(from: &reader)
  }
}
