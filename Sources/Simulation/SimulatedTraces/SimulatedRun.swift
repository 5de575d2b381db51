import CoreDriver
import CoreSeam
import HostShell
import MatterBytes
import TraceFormat

/// A commissioner and a device on a wire of the scenario's choice, in simulated time: nothing
/// waits, and the same seed gives the same trace.
package final class SimulatedRun {
  /// A datagram on its way.
  package struct Flight {
    package let isToDevice: Bool
    package var bytes: [UInt8]
    /// When it arrives.
    package var arrival: UInt64
  }

  package static let passcode: UInt32 = 20_202_021

  package let commissioner: SimulatedParty
  package let device: SimulatedParty
  package private(set) var now: UInt64 = 1_000_000
  /// Every datagram that was put on the wire, before faults.
  package private(set) var wire: [Flight] = []
  /// What the wire makes of a datagram: itself, nothing, several, changed ones.
  package var faults: (Flight) -> [Flight] = { [$0] }

  private var inFlight: [Flight] = []
  private let latency: UInt64

  private static let deviceHandle: UInt32 = 1
  private static let commissionerHandle: UInt32 = 2

  /// - Parameter latency: of the wire, in microseconds.
  init(in recording: Recording, latency: UInt64 = 500, reportsMessages: Bool = true) {
    self.latency = latency
    commissioner = recording.party(name: "commissioner", stream: 1, port: 5541)
    device = recording.party(name: "device", stream: 2)
    commissioner.peers[Self.deviceHandle] = device.address
    device.peers[Self.commissionerHandle] = commissioner.address
    commissioner.transmit = { [unowned self] datagram in
      send(datagram, from: commissioner, isToDevice: true)
    }
    device.transmit = { [unowned self] datagram in
      send(datagram, from: device, isToDevice: false)
    }
    for party in [commissioner, device] {
      party.tick(now)
      party.order(.configure(Self.configuration(reportsMessages)))
    }
  }

  /// Opens the window and waits until it is open.
  package func openWindow(seconds: UInt16 = 900, passcode: UInt32 = SimulatedRun.passcode) {
    device.order(
      .openWindow(
        WindowOrder(
          secret: .passcode(passcode), iterations: 1000, salt: Self.salt,
          durationSeconds: seconds)))
    run { self.device.notices.contains { if case .windowOpened = $0 { true } else { false } } }
  }

  package func pair(passcode: UInt32 = SimulatedRun.passcode) {
    commissioner.order(
      .pair(PairOrder(peer: PeerHandle(rawValue: Self.deviceHandle), passcode: passcode)))
  }

  /// Gives the device a datagram that no commissioner sent.
  package func inject(_ bytes: [UInt8], port: UInt16) {
    let handle = UInt32(port)
    device.peers[handle] = .loopback6(port: port)
    device.tick(now)
    device.receive(bytes, from: handle)
  }

  /// Puts a datagram on the wire once more.
  package func deliverAgain(_ flight: Flight) {
    var copy = flight
    copy.arrival = now + latency
    inFlight.append(copy)
  }

  /// Lets time pass until the condition holds, nothing is left to happen, or `seconds` are over.
  package func run(seconds: UInt64 = 300, until isDone: () -> Bool = { false }) {
    let end = now + seconds * 1_000_000
    while !isDone(), let next = nextInstant, next <= end {
      now = max(now, next)
      deliver()
      for party in [commissioner, device] where party.deadline.map({ $0 <= now }) ?? false {
        party.tick(now)
      }
    }
  }

  /// Lets all of the time pass, whatever happens in it.
  package func wait(seconds: UInt64) {
    let end = now + seconds * 1_000_000
    run(seconds: seconds)
    now = end
    for party in [commissioner, device] { party.tick(now) }
  }

  private var nextInstant: UInt64? {
    (inFlight.map(\.arrival) + [commissioner.deadline, device.deadline].compactMap { $0 }).min()
  }

  private func deliver() {
    let due = inFlight.filter { $0.arrival <= now }.sorted { $0.arrival < $1.arrival }
    inFlight.removeAll { $0.arrival <= now }
    for flight in due {
      let party = flight.isToDevice ? device : commissioner
      party.tick(now)
      party.receive(
        flight.bytes, from: flight.isToDevice ? Self.commissionerHandle : Self.deviceHandle)
    }
  }

  private func send(_ datagram: Datagram, from party: SimulatedParty, isToDevice: Bool) {
    let payload = datagram.bytes
    let bytes = payload.span.indices.map { payload.span[$0] }
    let flight = Flight(isToDevice: isToDevice, bytes: bytes, arrival: now + latency)
    wire.append(flight)
    // A datagram to a stranger leaves the simulation.
    let handle = isToDevice ? Self.deviceHandle : Self.commissionerHandle
    guard datagram.peer.rawValue == handle else { return }
    let copies = faults(flight)
    if copies.isEmpty { party.record(.lost) }
    if copies.count > 1 { party.record(.sentTwice) }
    inFlight += copies
  }

  private static func configuration(_ reportsMessages: Bool) -> NodeConfiguration {
    .standard(reportsMessages: reportsMessages)
  }

  private static let salt: BoundedBytes<32> = {
    guard let salt = try? BoundedBytes<32>(copying: Array("SPAKE2P Key Salt".utf8).span) else {
      preconditionFailure("16 bytes fit")
    }
    return salt
  }()
}
