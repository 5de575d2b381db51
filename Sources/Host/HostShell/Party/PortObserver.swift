public import CoreSeam
public import OperatingSystem
import TraceFormat

/// Sees what happens in a party, and changes nothing.
public protocol PortObserver: AnyObject {
  /// An event crosses a port of the core. The inputs come in exactly the order in which the core
  /// gets them, and the outputs in that in which it emitted them.
  func party(_ party: Party, saw event: PortEvent)

  /// A datagram of the core, just seen as an event, met something on the simulated wire.
  func party(_ party: Party, sent datagram: Datagram, with fate: FaultyLink.Fate)

  /// A step of the core has ended. Where the engine tells that, it is said once for each input that
  /// the core has taken, in their order, after what the step emitted.
  /// - Parameter fuel: what the step used, where the engine counts.
  func party(_ party: Party, endedStepUsing fuel: UInt64?)

  /// The system refused to send a datagram.
  func party(_ party: Party, couldNotSendTo address: PeerAddress, because error: SystemError)

  /// The party was told to end, and has ended. What the core emitted last has been seen.
  /// - Parameter isComplete: whether the core took every input and every output was seen.
  func partyHasEnded(_ party: Party, isComplete: Bool)
}

extension PortObserver {
  public func party(_ party: Party, saw event: PortEvent) {}

  public func party(_ party: Party, sent datagram: Datagram, with fate: FaultyLink.Fate) {}

  public func party(_ party: Party, endedStepUsing fuel: UInt64?) {}

  public func party(
    _ party: Party, couldNotSendTo address: PeerAddress, because error: SystemError
  ) {}

  public func partyHasEnded(_ party: Party, isComplete: Bool) {}
}
