import CoreSeam

/// All that a session is made of besides its keys, as the handshake settles it.
struct SessionTerms {
  let role: Role
  let localSessionID: UInt16
  var peerSessionID: UInt16
  var peerParameters: PeerParameters
  /// First value of the message counter that this node sends with.
  let firstCounter: UInt32
}
