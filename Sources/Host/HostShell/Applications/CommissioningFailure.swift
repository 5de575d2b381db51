public import CoreEngines
public import CoreSeam

/// Why a commissioner did not get to the end of what it was to do.
public enum CommissioningFailure: Error, Equatable, Sendable {
  /// There is no session.
  case pairing(PairingFailure)
  /// The core refused an order.
  case rejected(InputRejection)
  /// The device did not get a message.
  case undelivered(DeliveryOutcome)
  /// The device got a message and did not answer it.
  case unanswered
  /// The device's answer is not what it was asked to send back.
  case alteredAnswer
  /// The session ended early.
  case sessionEnded(SessionClosure)
  /// All of it took longer than it may.
  case timeout(seconds: UInt32)
  /// It was told to stop.
  case interrupted
  case coreLost(CoreLoss, closing: [EstablishedSession])
}
