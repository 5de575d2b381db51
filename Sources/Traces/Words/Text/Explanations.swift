public import CoreSeam
import MatterCore

extension SessionClosure {
  /// How the session ended, for people: to stand after "closed".
  public var explanation: String {
    switch self {
    case .peer: "by the peer"
    case .commanded: "by this side"
    case .evicted: "to make room for another"
    case .counterExhausted: "because its message counter is used up"
    }
  }
}

extension WindowClosure {
  /// Why the window closed, for people: half a line.
  public var explanation: String {
    switch self {
    case .timeout: "its time is up"
    case .commanded: "it was told to"
    case .attemptsExhausted: "too many attempts failed"
    case .sessionEstablished: "a commissioner has paired"
    }
  }
}

extension DeliveryOutcome {
  /// What became of a message, for people: to stand after "the message".
  public var explanation: String {
    switch self {
    case .sent: "was sent"
    case .acknowledged: "was acknowledged"
    case .unacknowledged: "was not acknowledged in any of its transmissions"
    case .sessionClosed: "was not acknowledged before the session ended"
    }
  }
}

extension InputRejection {
  /// Why the core did not act, for people: to stand after "the core refused".
  public var explanation: String {
    switch self {
    case .clockWentBack: "a time before the last one"
    case .clockMissing: "a message before the first time"
    case .invalidConfiguration: "the configuration: an interval is out of range"
    case .invalidPasscode: "the passcode"
    case .invalidVerifier: "the verifier"
    case .invalidIterations: "the iterations: they must be 1000 to 100000"
    case .invalidSalt: "the salt: it must be 16 to 32 bytes"
    case .invalidDuration:
      "the window's duration: it must be \(Limits.windowSeconds.lowerBound) to "
        + "\(Limits.windowSeconds.upperBound) s"
    case .noWindow: "to close a window, as none is open"
    case .pairingInProgress: "to pair while it pairs already"
    case .unknownSession: "an order for a session that is gone"
    case .unknownExchange: "an order for an exchange that is gone"
    case .exchangeBusy: "a message while the one before is not yet acknowledged"
    case .noFreeExchange: "a message, as all exchanges are in use"
    case .entropyPoolFull: "entropy, as it has enough"
    case .reservedProtocol: "a message of the secure channel, which is its own"
    }
  }
}

extension DropReason {
  /// Why a datagram was dropped, for people: half a line.
  public var explanation: String {
    switch self {
    case .malformedHeader: "its message header cannot be read"
    case .unsupportedSessionType: "it is a group message, or one with privacy"
    case .wrongAddressing: "it does not name exactly one of source and destination"
    case .unknownSession: "no session has its id"
    case .authenticationFailed: "its tag does not match"
    case .malformedProtocolHeader: "its protocol header cannot be read"
    case .unknownExchange: "no exchange has its id"
    case .missingAcknowledgement: "it does not acknowledge the message that it answers"
    case .noResources: "all exchanges are in use"
    case .notListening: "nothing here handles it now"
    }
  }
}
