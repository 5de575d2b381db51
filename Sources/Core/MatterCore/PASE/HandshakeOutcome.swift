import CoreSeam

/// What a handshake makes of an input.
enum HandshakeOutcome {
  /// It goes on, and has nothing to send.
  case progress(HandshakeStep)
  /// It goes on, and sends.
  case reply(HandshakeReply, HandshakeStep)
  /// It is done.
  case established(HandshakeResult)
  /// It is over.
  case failed(PairingFailure)
}
