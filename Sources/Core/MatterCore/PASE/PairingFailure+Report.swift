import CoreSeam
import MatterWire

extension PairingFailure {
  /// The status report that tells the peer, or `nil` when it knows, or could not be told.
  var report: StatusReport? {
    switch self {
    case .wrongPasscode, .malformedMessage, .unexpectedMessage, .randomMismatch,
      .unsupportedPasscodeID, .invalidPoint, .windowClosed:
      .invalidParameter
    case .insufficientEntropy, .noResources:
      .busy(minimumWaitMilliseconds: Limits.busyWaitMilliseconds)
    case .peerReported, .busy, .noAcknowledgement, .responseTimeout, .handshakeTimeout:
      nil
    }
  }

  /// Whether a device counts it as a failed attempt at the passcode when a handshake that had begun
  /// ends with it: whatever the commissioner did or left undone does, what this node gave up itself
  /// does not.
  var countsAsAttempt: Bool {
    switch self {
    case .wrongPasscode, .malformedMessage, .unexpectedMessage, .randomMismatch, .invalidPoint,
      .unsupportedPasscodeID, .peerReported, .busy, .noAcknowledgement, .responseTimeout,
      .handshakeTimeout:
      true
    case .insufficientEntropy, .noResources, .windowClosed:
      false
    }
  }
}
