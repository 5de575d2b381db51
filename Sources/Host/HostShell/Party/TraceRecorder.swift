public import CoreSeam
import Glibc
public import OperatingSystem
import TraceFormat

/// Records parties into a trace while they run.
public final class TraceRecorder: PortObserver {
  private let writer: TraceWriter
  private var numbers: [ObjectIdentifier: Int] = [:]

  public init(_ writer: TraceWriter) {
    self.writer = writer
  }

  /// Why writing has stopped, if it has.
  public var failure: SystemError? { writer.failure }

  /// Records a party from now on, which must be before it starts.
  public func record(_ party: Party, _ identity: RunIdentity) {
    var identity = identity
    identity.tellsSteps = party.tellsSteps
    numbers[ObjectIdentifier(party)] = writer.addParty(name: party.name, identity)
    party.add(self)
  }

  /// What, added to the monotonic clock, gives the time of day, in whole seconds.
  public static var secondsToTimeOfDay: Int64 {
    Int64(time(nil)) - Int64(MonotonicClock.now() / 1_000_000)
  }

  public func party(_ party: Party, saw event: PortEvent) {
    guard let number = number(of: party) else { return }
    writer.write(
      event, of: number,
      between: Self.ends(of: event, own: party.addresses) { party.address(of: $0) })
  }

  public func party(_ party: Party, sent datagram: Datagram, with fate: FaultyLink.Fate) {
    guard let number = number(of: party) else { return }
    let fate = WireFate(fate)
    if !fate.isEmpty { writer.write(fate, at: MonotonicClock.now(), of: number) }
  }

  public func party(_ party: Party, endedStepUsing fuel: UInt64?) {
    guard let number = number(of: party) else { return }
    writer.endStep(of: number, fuel: fuel)
  }

  public func partyHasEnded(_ party: Party, isComplete: Bool) {
    guard let number = number(of: party), isComplete else { return }
    writer.end(party: number, at: MonotonicClock.now())
  }

  private func number(of party: Party) -> Int? {
    numbers[ObjectIdentifier(party)]
  }

  private static func ends(
    of event: PortEvent, own: [PeerAddress], addressOf: (PeerHandle) -> PeerAddress?
  ) -> AddressPair {
    guard let datagram = event.content.datagram else {
      preconditionFailure("only datagrams have addresses")
    }
    let nowhere = PeerAddress(host: .v6(upper: 0, lower: 0, scope: 0), port: 0)
    let peer = addressOf(datagram.peer) ?? nowhere
    let local = own.first { $0.isIPv6 == peer.isIPv6 } ?? own.first ?? nowhere
    return event.content.isInput
      ? AddressPair(source: peer, destination: local)
      : AddressPair(source: local, destination: peer)
  }
}
