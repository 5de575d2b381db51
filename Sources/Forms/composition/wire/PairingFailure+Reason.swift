import CoreSeam

extension PairingFailure {
  var reason: StaticString {
    switch self {
    case .wrongPasscode: "pairing failed: wrong passcode"
    case .peerReported: "pairing failed: the peer reported a failure"
    case .busy: "pairing failed: the peer is busy"
    case .noAcknowledgement: "pairing failed: no acknowledgement"
    case .responseTimeout: "pairing failed: no answer"
    case .handshakeTimeout: "pairing failed: not done within its 60 s"
    case .malformedMessage: "pairing failed: a message cannot be read"
    case .unexpectedMessage: "pairing failed: a message is not the next one"
    case .randomMismatch: "pairing failed: the response answers another request"
    case .unsupportedPasscodeID: "pairing failed: another passcode than number 0 was asked for"
    case .invalidPoint: "pairing failed: a share is no valid point"
    case .insufficientEntropy: "pairing failed: too little entropy"
    case .noResources: "pairing failed: all exchanges are in use"
    case .windowClosed: "pairing failed: the window closed"
    }
  }
}
