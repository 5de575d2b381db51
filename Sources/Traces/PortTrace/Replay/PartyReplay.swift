import CoreEngines
import CoreSeam
import HostShell
import OperatingSystem

/// Replays one party of a trace: gives its inputs to a core, and compares what comes out.
final class PartyReplay {
  let name: String
  /// Outputs that were the same.
  private(set) var comparedCount = 0
  /// Whether the trace has the fuel that this core is to use.
  var comparesFuel = false
  /// What the steps have used, by kind.
  var fuel: [StepKind: FuelUse] { ledger.uses }

  private let loop = EventLoop()
  private let engine: any CoreEngine
  private var expected = Queue<TraceEvent>()
  private var emitted = Queue<OutEvent>()
  /// The latest events: ten, and all from the first that is still expected on.
  private var recent = Queue<TraceEvent>()
  private var lastNumber = 0
  private var givenSinceFlush = 0
  private var loss: CoreLoss?
  private var ledger = FuelLedger()
  private let countsFuel: Bool

  /// How many events are lined up before the core gets them.
  private static let batch = 64
  /// How many outputs may be awaited before no more input is given.
  private static let window = 1024
  private static let contextSize = 10
  /// How long, in microseconds, a core may take to do anything at all.
  private static let patience: UInt64 = 10_000_000

  init(name: String, core: OpenedCore, countsFuel: Bool) throws(ReplayError) {
    self.name = name
    self.countsFuel = countsFuel
    do throws(CoreStartError) {
      engine = try core.start(on: loop)
    } catch {
      throw .coreNotStarted(error)
    }
    engine.client = self
  }

  func take(_ event: TraceEvent) throws(ReplayError) {
    lastNumber = event.number
    recent.append(event)
    switch event.content {
    case .input(let input):
      if countsFuel { ledger.give(input, number: event.number) }
      engine.give(input)
    case .output: expected.append(event)
    }
    givenSinceFlush += 1
    if givenSinceFlush >= Self.batch {
      givenSinceFlush = 0
      engine.flush()
    }
    try compare()
    if expected.count > Self.window || engine.isCongested {
      guard try catchUp(until: Self.window / 2) else {
        throw .coreStuck(party: name, afterEvent: lastNumber)
      }
    }
    forget()
  }

  /// The trace has the fuel of the next step.
  func expect(_ fuel: UInt64) throws(ReplayError) {
    ledger.expect(fuel)
    try compare()
  }

  /// Ends the core and compares the last of its outputs.
  /// - Parameter isWhole: whether the trace holds all that the recorded core emitted.
  func finish(isWhole: Bool) throws(ReplayError) {
    // What does not come in time does not come when the core ends either, and is then missing.
    _ = try catchUp(until: 0)
    engine.shutDown()
    try compare()
    try checkLoss()
    if let missing = expected.first { throw .differs(difference(expected: missing, got: nil)) }
    if isWhole, let surplus = emitted.first {
      throw .differs(difference(expected: nil, got: surplus))
    }
  }

  private func compare() throws(ReplayError) {
    while let wanted = expected.first, let got = emitted.first {
      guard wanted.content == .output(got) else {
        throw .differs(difference(expected: wanted, got: got))
      }
      _ = expected.popFirst()
      _ = emitted.popFirst()
      comparedCount += 1
    }
    if let step = ledger.difference() {
      throw .fuelDiffers(
        party: name, event: step.number, recorded: step.recorded, counted: step.counted)
    }
  }

  /// Waits until few outputs are still expected.
  /// - Returns: false when the core has done nothing for too long.
  private func catchUp(until rest: Int) throws(ReplayError) -> Bool {
    engine.flush()
    var limit = MonotonicClock.now() + Self.patience
    while expected.count > rest || engine.isCongested {
      try checkLoss()
      let comparedBefore = comparedCount
      let timer = loop.schedule(after: 1000) { [loop] in loop.stop() }
      loop.run()
      loop.cancel(timer)
      try compare()
      if comparedCount > comparedBefore { limit = MonotonicClock.now() + Self.patience }
      guard MonotonicClock.now() < limit else { return false }
    }
    return true
  }

  private func checkLoss() throws(ReplayError) {
    if let loss { throw .coreLost(party: name, afterEvent: lastNumber, loss) }
  }

  private func forget() {
    let oldest = expected.first?.number ?? .max
    while recent.count > Self.contextSize, recent[Self.contextSize].number < oldest {
      _ = recent.popFirst()
    }
  }

  private func difference(expected: TraceEvent?, got: OutEvent?) -> ReplayDifference {
    let number = expected?.number ?? lastNumber
    let before = recent.elements.filter { $0.number < number || expected == nil }
    return ReplayDifference(
      party: name, number: number, expected: expected, got: got,
      before: before.suffix(Self.contextSize))
  }
}

extension PartyReplay: CoreEngineClient {
  func coreEmitted(_ event: OutEvent) {
    emitted.append(event)
    loop.stop()
  }

  func coreUsed(fuel: UInt64) {
    ledger.count(fuel, comparing: comparesFuel)
  }

  func coreLost(_ loss: CoreLoss) {
    self.loss = loss
    loop.stop()
  }
}

/// First in, first out, without moving the rest.
struct Queue<Element> {
  private var storage: [Element] = []
  private var start = 0

  var count: Int { storage.count - start }
  var isEmpty: Bool { count == 0 }
  var first: Element? { isEmpty ? nil : storage[start] }
  var elements: ArraySlice<Element> { storage[start...] }

  subscript(index: Int) -> Element { storage[start + index] }

  mutating func append(_ element: Element) {
    storage.append(element)
  }

  mutating func popFirst() -> Element? {
    guard let element = first else { return nil }
    start += 1
    if start > 1024, start * 2 > storage.count {
      storage.removeFirst(start)
      start = 0
    }
    return element
  }
}
