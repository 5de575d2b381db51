import CoreEngines
import CoreSeam
import OperatingSystem
import TraceFormat

/// Replays one party of a trace: gives its inputs to a core, and compares what comes out.
///
/// A core whose engine does not tell its steps gets an input only when it has emitted everything that
/// was recorded before that input. So it cannot answer late unnoticed.
final class PartyReplay {
  let name: String
  /// Outputs that were the same.
  var comparedCount: Int { comparison.comparedCount }
  /// Whether each output is compared with the step in which it was recorded.
  let isStepExact: Bool
  /// Whether the trace has the fuel that this core is to use.
  var comparesFuel = false
  /// What the steps have used, by kind.
  var fuel: [StepKind: FuelUse] { ledger.uses }

  private let loop = EventLoop()
  private let engine: any CoreEngine
  private var comparison: OutputComparison
  /// The latest events: ten, and all from the first that is still expected on.
  private var recent = Queue<TraceEvent>()
  private var lastNumber = 0
  private var givenSinceFlush = 0
  private var loss: CoreLoss?
  private var ledger = FuelLedger()
  private let countsFuel: Bool
  private let patience: UInt64

  /// How many events are lined up before the core gets them.
  private static let batch = 64
  /// How many outputs may be awaited before no more input is given.
  private static let window = 1024
  private static let contextSize = 10

  /// - Parameters:
  ///   - recordsSteps: whether the trace tells the step of each output.
  ///   - patience: how long, in microseconds, a core may take to do anything at all.
  init(
    name: String, core: OpenedCore, recordsSteps: Bool, countsFuel: Bool, patience: UInt64
  ) throws(ReplayError) {
    self.name = name
    self.countsFuel = countsFuel
    self.patience = patience
    do throws(CoreStartError) {
      engine = try core.start(on: loop, tellingSteps: true)
    } catch {
      throw .coreNotStarted(error)
    }
    isStepExact = recordsSteps && engine.tellsSteps
    comparison = OutputComparison(recordsSteps: recordsSteps, tellsSteps: engine.tellsSteps)
    engine.client = self
  }

  func take(_ event: TraceEvent) throws(ReplayError) {
    if event.content.isInput, !engine.tellsSteps { try awaitAll() }
    lastNumber = event.number
    recent.append(event)
    comparison.take(event)
    if case .input(let input) = event.content {
      if countsFuel { ledger.give(input, number: event.number) }
      engine.give(input)
    }
    givenSinceFlush += 1
    if givenSinceFlush >= Self.batch {
      givenSinceFlush = 0
      engine.flush()
    }
    try compare()
    if comparison.missingCount > Self.window || engine.isCongested {
      guard try catchUp(until: Self.window / 2) else {
        throw .coreStuck(party: name, afterEvent: lastNumber)
      }
    }
    forget()
  }

  /// The trace says that the next step has ended, and has its fuel if that was counted.
  func endStep(fuel: UInt64?) throws(ReplayError) {
    comparison.endRecordedStep()
    guard let fuel, comparesFuel else { return }
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
    if let missing = comparison.missing { throw .differs(difference(expected: missing)) }
    if isWhole, let surplus = comparison.surplus { throw .differs(difference(got: surplus)) }
  }

  /// Waits for every output that was recorded so far.
  private func awaitAll() throws(ReplayError) {
    guard try catchUp(until: 0) else {
      guard let missing = comparison.missing else {
        throw .coreStuck(party: name, afterEvent: lastNumber)
      }
      throw .differs(difference(expected: missing))
    }
  }

  private func compare() throws(ReplayError) {
    if let found = comparison.difference() {
      throw .differs(
        difference(expected: found.expected, got: found.got, otherStep: found.otherStep))
    }
    if let step = ledger.difference() {
      throw .fuelDiffers(
        party: name, event: step.number, recorded: step.recorded, counted: step.counted)
    }
  }

  /// Waits until few outputs are still expected.
  /// - Returns: false when the core has done nothing for too long.
  private func catchUp(until rest: Int) throws(ReplayError) -> Bool {
    guard comparison.missingCount > rest || engine.isCongested else { return true }
    engine.flush()
    try compare()
    var limit = MonotonicClock.now() + patience
    while comparison.missingCount > rest || engine.isCongested {
      try checkLoss()
      let comparedBefore = comparedCount
      let timer = loop.schedule(after: 1000) { [loop] in loop.stop() }
      loop.run()
      loop.cancel(timer)
      try compare()
      if comparedCount > comparedBefore { limit = MonotonicClock.now() + patience }
      guard MonotonicClock.now() < limit else { return false }
    }
    return true
  }

  private func checkLoss() throws(ReplayError) {
    if let loss { throw .coreLost(party: name, afterEvent: lastNumber, loss) }
  }

  private func forget() {
    let oldest = comparison.missing?.number ?? .max
    while recent.count > Self.contextSize, recent[Self.contextSize].number < oldest {
      _ = recent.popFirst()
    }
  }

  private func difference(
    expected: TraceEvent? = nil, got: OutEvent? = nil, otherStep: OtherStep? = nil
  ) -> ReplayDifference {
    let number = expected?.number ?? lastNumber
    let before = recent.elements.filter { $0.number < number || expected == nil }
    return ReplayDifference(
      party: name, number: number, expected: expected, got: got, otherStep: otherStep,
      before: before.suffix(Self.contextSize))
  }
}

extension PartyReplay: CoreEngineClient {
  func coreEmitted(_ event: OutEvent) {
    comparison.take(event)
    loop.stop()
  }

  func coreEndedStep(fuel: UInt64?) {
    comparison.endStep()
    if let fuel { ledger.count(fuel, comparing: comparesFuel) }
  }

  func coreLost(_ loss: CoreLoss) {
    self.loss = loss
    loop.stop()
  }
}
