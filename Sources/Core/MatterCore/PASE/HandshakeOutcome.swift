import CoreSeam

/// What a handshake makes of an input.
enum HandshakeOutcome {
  /// The PBKDFParamResponse is accepted: from here on the peer is as fast as it says there. It goes
  /// on, and has nothing to send before it has derived its secrets.
  case responseAccepted(PeerParameters)
  /// It goes on, and sends.
  case reply(HandshakeReply, HandshakeStep)
  /// It is done.
  case established(HandshakeResult)
  /// It is over.
  case failed(PairingFailure)
}
