// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// A secure session that is ready for use.
public struct EstablishedSession: Equatable, Sendable {
  /// Local session id, 1...65,535.
  public var session: UInt16
  /// The peer's id for it.
  public var peerSession: UInt16
  /// The side that this node had in the handshake.
  public var role: Role
  /// The other side.
  public var peer: PeerHandle
  /// How fast and how patient the peer is.
  public var parameters: PeerParameters

  public init(
    session: UInt16,
    peerSession: UInt16,
    role: Role,
    peer: PeerHandle,
    parameters: PeerParameters
  ) {
    self.session = session
    self.peerSession = peerSession
    self.role = role
    self.peer = peer
    self.parameters = parameters
  }
}

extension EstablishedSession: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try session.encode(into: &output)
    try peerSession.encode(into: &output)
    try role.encode(into: &output)
    try peer.encode(into: &output)
    try parameters.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    session = try UInt16(from: &reader)
    peerSession = try UInt16(from: &reader)
    role = try Role(from: &reader)
    peer = try PeerHandle(from: &reader)
    parameters = try PeerParameters(from: &reader)
  }
}
