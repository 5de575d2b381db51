import CoreSeam
import MatterBytes

/// A commissioner and a device on a wire of tests' choice, in simulated time: nothing waits, and
/// the same seeds give the same run.
final class Simulation {
  /// A datagram on its way.
  struct Flight {
    let toDevice: Bool
    var bytes: [UInt8]
    /// When it arrives.
    var arrival: UInt64
    /// Its place in the order of sending, both directions together, from 0.
    let number: Int
  }

  static let passcode: UInt32 = 20_202_021
  static let salt = Array("SPAKE2P Key Salt".utf8)
  static let latency: UInt64 = 500

  let commissioner: SimulatedNode
  let device: SimulatedNode
  private(set) var now: UInt64 = 1_000_000
  /// Every datagram that was put on the wire, before faults.
  private(set) var wire: [Flight] = []
  /// What the wire makes of a datagram: itself, nothing, several, changed ones.
  var faults: (Flight) -> [Flight] = { [$0] }
  private var inFlight: [Flight] = []

  init(seed: UInt64 = 1) {
    commissioner = SimulatedNode(seed: seed &* 2)
    device = SimulatedNode(seed: seed &* 2 &+ 1)
    for node in [commissioner, device] {
      node.tick(now)
      node.order(.configure(Self.configuration))
    }
  }

  static let configuration = NodeConfiguration(
    idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
    activeThresholdMilliseconds: 4000, dataModelRevision: 19, interactionModelRevision: 12,
    specificationVersion: 0x0104_0200, maxPathsPerInvoke: 1, reportsMessages: true)

  func openWindow(seconds: UInt16 = 180, passcode: UInt32 = Simulation.passcode) throws {
    device.order(
      .openWindow(
        WindowOrder(
          secret: .passcode(passcode), iterations: 1000,
          salt: try BoundedBytes(copying: Self.salt.span), durationSeconds: seconds)))
    run { device.notices.contains { if case .windowOpened = $0 { true } else { false } } }
  }

  func pair(passcode: UInt32 = Simulation.passcode) {
    commissioner.order(.pair(PairOrder(peer: PeerHandle(rawValue: 1), passcode: passcode)))
    collect()
  }

  /// Lets time pass until the condition holds, nothing is left to happen, or `seconds` are over.
  func run(seconds: UInt64 = 300, until isDone: () -> Bool = { false }) {
    let end = now + seconds * 1_000_000
    collect()
    while !isDone() {
      guard let next = nextInstant else { break }
      guard next <= end else { break }
      now = max(now, next)
      deliver()
      for node in [commissioner, device] where node.deadline.map({ $0 <= now }) ?? false {
        node.tick(now)
      }
      collect()
    }
  }

  /// Lets time pass, whatever happens in it.
  func wait(seconds: UInt64) {
    let end = now + seconds * 1_000_000
    run(seconds: seconds)
    now = end
    for node in [commissioner, device] { node.tick(now) }
    collect()
  }

  private var nextInstant: UInt64? {
    let arrivals = inFlight.map(\.arrival)
    return (arrivals + [commissioner.deadline, device.deadline].compactMap { $0 }).min()
  }

  private func deliver() {
    let due = inFlight.filter { $0.arrival <= now }.sorted { $0.arrival < $1.arrival }
    inFlight.removeAll { $0.arrival <= now }
    for flight in due {
      let node = flight.toDevice ? device : commissioner
      node.tick(now)
      try? node.receive(flight.bytes, from: flight.toDevice ? 2 : 1)
    }
  }

  private func collect() {
    for (node, toDevice) in [(commissioner, true), (device, false)] {
      for datagram in node.unsent {
        let flight = Flight(
          toDevice: toDevice, bytes: datagram.bytes.array,
          arrival: now + Self.latency, number: wire.count)
        wire.append(flight)
        inFlight += faults(flight)
      }
      node.unsent = []
    }
  }
}
