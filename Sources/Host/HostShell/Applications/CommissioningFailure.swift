public import CoreEngines
public import CoreSeam
import Words

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

extension CommissioningFailure {
  /// What went wrong, for people: half a line.
  public var explanation: String {
    switch self {
    case .pairing(let failure): failure.explanation(for: .initiator)
    case .rejected(let rejection): "the core refused " + rejection.explanation
    case .undelivered(let outcome): "the message " + outcome.explanation
    case .unanswered: "the device acknowledged the message but did not answer it"
    case .alteredAnswer: "the device's answer differs from what it was to send back"
    case .sessionEnded(let closure): "the session was closed " + closure.explanation
    case .timeout(let seconds): "not done after \(seconds) s"
    case .interrupted: "interrupted"
    case .coreLost(let loss, _): "the core process \(loss)"
    }
  }
}
