import CoreSeam

/// How a message gets to the peer.
enum Route {
  /// Without keys, addressed by the ephemeral node id of the handshake's initiator.
  case unsecured(ephemeralNodeID: UInt64, role: Role, peer: PeerHandle)
  /// Over the secure session at this index.
  case secure(Int)
}
