import CoreSeam

/// What is known of a peer before there are keys. One side of it chose the ephemeral node id, for
/// this one handshake; that id and the role identify the session, not the address.
struct UnsecuredSession {
  /// The id that the initiator of the handshake chose.
  let ephemeralNodeID: UInt64
  /// The side that this node has.
  let role: Role
  var peer: PeerHandle
  var parameters: PeerParameters
  var window = ReplayWindow(policy: .rebaseOnOld)
  var lastReceived: Instant
}
