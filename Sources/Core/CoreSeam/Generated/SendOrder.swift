// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// An application message to send.
public struct SendOrder: Equatable, Sendable {
  /// A number of the host's choice that comes back in the `delivery` notice.
  public var token: UInt32
  /// Local id of the secure session.
  public var session: UInt16
  /// The exchange to answer on; none opens a new one as its initiator.
  public var exchange: ExchangeReference?
  /// Standard protocol id. Those of a vendor cannot be sent: implementations disagree about where in
  /// the header the vendor id stands.
  public var protocolID: UInt16
  /// Opcode within the protocol.
  public var opcode: UInt8
  /// Whether the peer must acknowledge it, and MRP retransmits until it does.
  public var isReliable: Bool
  /// Whether the exchange is done once this message is delivered.
  public var endsExchange: Bool
  /// The payload: what the largest datagram leaves after headers and tag, and a reserve.
  public var payload: BoundedBytes<1178>

  public init(
    token: UInt32,
    session: UInt16,
    exchange: ExchangeReference?,
    protocolID: UInt16,
    opcode: UInt8,
    isReliable: Bool,
    endsExchange: Bool,
    payload: BoundedBytes<1178>
  ) {
    self.token = token
    self.session = session
    self.exchange = exchange
    self.protocolID = protocolID
    self.opcode = opcode
    self.isReliable = isReliable
    self.endsExchange = endsExchange
    self.payload = payload
  }
}

extension SendOrder: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try token.encode(into: &output)
    try session.encode(into: &output)
    try exchange.encode(into: &output)
    try protocolID.encode(into: &output)
    try opcode.encode(into: &output)
    try isReliable.encode(into: &output)
    try endsExchange.encode(into: &output)
    try payload.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    token = try UInt32(from: &reader)
    session = try UInt16(from: &reader)
    exchange = try Optional<ExchangeReference>(from: &reader)
    protocolID = try UInt16(from: &reader)
    opcode = try UInt8(from: &reader)
    isReliable = try Bool(from: &reader)
    endsExchange = try Bool(from: &reader)
    payload = try BoundedBytes<1178>(from: &reader)
  }
}
