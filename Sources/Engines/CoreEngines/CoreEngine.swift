public import CoreSeam

/// A core that runs somewhere: it takes events in order and emits events in order.
public protocol CoreEngine: AnyObject {
  /// Who hears what the core emits, and that it was lost.
  var client: (any CoreEngineClient)? { get set }

  /// Whether the client hears when each step of the core has ended.
  var tellsSteps: Bool { get }

  /// Whether the core does not keep up with what it is given. What can be lost without harm, as on
  /// any network, should then be kept from it.
  var isCongested: Bool { get }

  /// Lines up one event for the core. Events for a core that is lost vanish.
  func give(_ event: InEvent)

  /// Lets the core have what was lined up.
  func flush()

  /// Ends the core once it has taken what was lined up, and returns when it has ended. What it
  /// still emits is told to the client before that, and nothing after.
  /// - Returns: whether the core took everything and the client heard everything.
  @discardableResult
  func shutDown() -> Bool
}

/// The owner of a core.
public protocol CoreEngineClient: AnyObject {
  /// The core emitted an event.
  func coreEmitted(_ event: OutEvent)
  /// A step of the core has ended. An engine that tells steps says this once for each input, in
  /// their order, after what the step emitted.
  /// - Parameter fuel: what the step used, where the engine counts.
  func coreEndedStep(fuel: UInt64?)
  /// The core has ended without being told to. Said at most once.
  func coreLost(_ loss: CoreLoss)
}

extension CoreEngineClient {
  public func coreEndedStep(fuel: UInt64?) {}
}
