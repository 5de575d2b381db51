// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// One message as the core saw it, for a log. It holds no payload and no secret.
public struct MessageReport: Equatable, Sendable {
  /// What was done with it.
  public var fate: MessageFate
  /// The other side.
  public var peer: PeerHandle
  /// Local id of the session, 0 when unsecured or unknown.
  public var session: UInt16
  /// Message counter, 0 when the header could not be read.
  public var messageCounter: UInt32
  /// Exchange id, 0 when not known.
  public var exchange: UInt16
  /// Vendor id (upper 16 bits) and protocol id, 0 when not known.
  public var protocolID: UInt32
  /// Opcode, 0 when not known.
  public var opcode: UInt8
  /// The counter that it acknowledges.
  public var acknowledgedCounter: UInt32?
  /// Whether it asks to be acknowledged.
  public var needsAcknowledgement: Bool
  /// Length of the datagram.
  public var byteCount: UInt16
  /// 1 for the first transmission, up to 5; 0 for a received message.
  public var transmission: UInt8

  public init(
    fate: MessageFate,
    peer: PeerHandle,
    session: UInt16,
    messageCounter: UInt32,
    exchange: UInt16,
    protocolID: UInt32,
    opcode: UInt8,
    acknowledgedCounter: UInt32?,
    needsAcknowledgement: Bool,
    byteCount: UInt16,
    transmission: UInt8
  ) {
    self.fate = fate
    self.peer = peer
    self.session = session
    self.messageCounter = messageCounter
    self.exchange = exchange
    self.protocolID = protocolID
    self.opcode = opcode
    self.acknowledgedCounter = acknowledgedCounter
    self.needsAcknowledgement = needsAcknowledgement
    self.byteCount = byteCount
    self.transmission = transmission
  }
}

extension MessageReport: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try fate.encode(into: &output)
    try peer.encode(into: &output)
    try session.encode(into: &output)
    try messageCounter.encode(into: &output)
    try exchange.encode(into: &output)
    try protocolID.encode(into: &output)
    try opcode.encode(into: &output)
    try acknowledgedCounter.encode(into: &output)
    try needsAcknowledgement.encode(into: &output)
    try byteCount.encode(into: &output)
    try transmission.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    fate = try MessageFate(from: &reader)
    peer = try PeerHandle(from: &reader)
    session = try UInt16(from: &reader)
    messageCounter = try UInt32(from: &reader)
    exchange = try UInt16(from: &reader)
    protocolID = try UInt32(from: &reader)
    opcode = try UInt8(from: &reader)
    acknowledgedCounter = try Optional<UInt32>(from: &reader)
    needsAcknowledgement = try Bool(from: &reader)
    byteCount = try UInt16(from: &reader)
    transmission = try UInt8(from: &reader)
  }
}
