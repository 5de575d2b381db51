import CanonicalABI
import ComponentMemory
import CoreSeam
import MatterBytes

/// Two cores and what lies between them: a wire without faults, simulated time, entropy from a seed.
struct Wire: ~Copyable {
  private static let seed: UInt64 = 1
  /// How long a datagram takes, in microseconds.
  private static let latency: UInt64 = 500
  private static let start: UInt64 = 1_000_000
  private static let mostInstants = 10_000

  var crossed = CrossedFrames()

  /// By the numbers of the sides.
  private var parties: [2 of Party] = [
    Party(entropy: SeededEntropy(seed: seed, stream: 1)),
    Party(entropy: SeededEntropy(seed: seed, stream: 2)),
  ]
  private var flights = FlightQueue()
  private var now = start

  subscript(side: Side) -> Party { parties[side.index] }

  // MARK: what a run is made of

  mutating func tick(_ side: Side) throws(Failure) {
    try give(.clock(now), to: side)
  }

  mutating func order(_ command: Command, of side: Side) throws(Failure) {
    try give(.message(.command(command)), to: side)
  }

  /// Lets time pass until the condition holds.
  /// - Throws: what goes wrong before; or, when nothing is left to happen, the given reason.
  mutating func run(
    until isDone: (borrowing Wire) -> Bool, or reason: StaticString, at side: Side
  ) throws(Failure) {
    for _ in 0..<Self.mostInstants {
      if isDone(self) { return }
      guard let next = nextInstant else { break }
      now = max(now, next)
      while let flight = flights.takeFirst(by: now) {
        try tick(flight.receiver)
        let peer = PeerHandle(rawValue: flight.receiver.other.handle)
        let datagram = Datagram(peer: peer, bytes: flight.bytes)
        try give(.message(.datagram(datagram)), to: flight.receiver)
      }
      if parties[Side.commissioner.index].isDue(at: now) { try tick(.commissioner) }
      if parties[Side.device.index].isDue(at: now) { try tick(.device) }
    }
    throw Failure(side: side, reason: reason)
  }

  private var nextInstant: UInt64? {
    var next = flights.nextArrival
    for index in parties.indices {
      guard let deadline = parties[index].deadline else { continue }
      next = next.map { min($0, deadline) } ?? deadline
    }
    return next
  }

  // MARK: the seam

  /// One step of a core, and then as much entropy as it wants.
  private mutating func give(_ event: InEvent, to side: Side) throws(Failure) {
    try record(event.frame().bytes, of: side)
    side.give(event)
    while true {
      let frame = side.takeFrame()
      guard !frame.isEmpty else { break }
      try record(frame, of: side)
      try act(on: frame, of: side)
    }
    let entropy = parties[side.index].drawEntropy()
    if let entropy { try give(.entropy(entropy), to: side) }
  }

  private mutating func act(on frame: FrameBytes, of side: Side) throws(Failure) {
    let event: OutEvent
    do {
      event = try OutEvent(frameBody: frame.span.extracting(droppingFirst: Frame.lengthSize))
    } catch {
      throw Failure(side: side, reason: "the core emits what is no event")
    }
    switch event {
    case .message(.datagram(let datagram)): try send(datagram, from: side)
    case .message(.notice(let notice)): try parties[side.index].hear(notice, at: side)
    case .deadline(let deadline): parties[side.index].deadline = deadline
    case .entropyWanted(let count): parties[side.index].wanted = count
    }
  }

  private mutating func send(_ datagram: Datagram, from side: Side) throws(Failure) {
    guard datagram.peer.rawValue == side.other.handle else {
      throw Failure(side: side, reason: "the core sends to nobody here")
    }
    var flight = Flight(
      receiver: side.other, arrival: now + Self.latency, bytes: datagram.bytes)
    flight.passThroughWire()
    guard flights.append(flight) else {
      throw Failure(side: side, reason: "more datagrams are on the wire than it can hold")
    }
  }

  private mutating func record(_ frame: FrameBytes, of side: Side) throws(Failure) {
    guard crossed.append(frame.span, of: side) else {
      throw Failure(side: side, reason: "more crosses the seam than can be kept")
    }
  }
}
