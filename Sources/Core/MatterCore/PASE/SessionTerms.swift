import CoreSeam

/// All that a session is made of besides its keys, as the handshake settles it.
package struct SessionTerms {
  let role: Role
  let localSessionID: UInt16
  var peerSessionID: UInt16
  var peerParameters: PeerParameters
  /// First value of the message counter that this node sends with.
  let firstCounter: UInt32

  package init(
    role: Role, localSessionID: UInt16, peerSessionID: UInt16, peerParameters: PeerParameters,
    firstCounter: UInt32
  ) {
    self.role = role
    self.localSessionID = localSessionID
    self.peerSessionID = peerSessionID
    self.peerParameters = peerParameters
    self.firstCounter = firstCounter
  }
}
