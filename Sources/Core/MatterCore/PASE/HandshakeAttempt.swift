import CoreSeam

/// With whom a handshake runs, and how long it may.
struct HandshakeAttempt {
  let peer: PeerHandle
  /// The index of the exchange on which it runs.
  let exchange: Int
  /// The index of the unsecured session in which the exchange lives.
  let session: Int
  let localSessionID: UInt16
  /// When the handshake must be done.
  let deadline: Instant
  /// When the peer must have answered the last message; `nil` while it is this node's turn, and
  /// for a device, which waits for the commissioner until `deadline`.
  var responseDeadline: Instant?
}
