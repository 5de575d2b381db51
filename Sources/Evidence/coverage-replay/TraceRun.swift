import CoreEngines
import CoreSeam
import MCDCProbe
import Replay
import TraceFormat

/// Why a trace could not be run.
struct RunFailure: Error {
  let message: String
}

/// Runs a trace through the core in this process, an event at a time, so that what the core does
/// belongs to one event; and compares every output.
final class TraceRun {
  private let name: String
  private let input: Int
  private var parties: [Int: Engine] = [:]

  /// - Parameter input: the position of the trace among those of the run.
  init(name: String, input: Int) {
    self.name = name
    self.input = input
  }

  func run(_ reader: consuming TraceReader) throws(RunFailure) {
    var reader = reader
    while let item = try next(of: &reader) { try take(item) }
    guard !parties.isEmpty else { throw RunFailure(message: "\(name) holds no recorded run") }
    for (_, party) in parties {
      if let missing = party.comparison.missing { throw differs(missing.number) }
    }
  }

  private func next(of reader: inout TraceReader) throws(RunFailure) -> TraceItem? {
    do throws(TraceError) {
      return try reader.next()
    } catch {
      throw RunFailure(message: "\(name): \(error)")
    }
  }

  private func take(_ item: TraceItem) throws(RunFailure) {
    switch item {
    case .identity(let number, let identity):
      guard !identity.isRedacted else {
        throw RunFailure(message: "\(name) was recorded without its secrets: no core can repeat it")
      }
      parties[number] = Engine(recordsSteps: identity.tellsSteps)
    case .event(let event): try take(event)
    case .end(let number, _):
      guard let party = parties[number], party.comparison.surplus == nil else {
        throw RunFailure(message: "\(name): the core emits more than was recorded")
      }
    case .step(let number, _): parties[number]?.comparison.endRecordedStep()
    case .comment, .party, .engine, .wireFate: break
    case .capture: throw RunFailure(message: "\(name) was not recorded at a core's ports")
    }
  }

  private func take(_ event: TraceEvent) throws(RunFailure) {
    guard let party = parties[event.party] else {
      throw RunFailure(message: "\(name): event \(event.number) is of no party")
    }
    party.comparison.take(event)
    if case .input(let content) = event.content {
      MCDC.nextEvent(input: input, number: event.number)
      party.core.give(content)
      party.core.flush()
    }
    if let difference = party.comparison.difference() {
      throw differs(difference.expected?.number ?? event.number)
    }
  }

  private func differs(_ number: Int) -> RunFailure {
    RunFailure(message: "\(name): the core does not repeat event \(number); see matter-sim replay")
  }
}

/// A party's core, and what it has emitted and is still to emit.
private final class Engine: CoreEngineClient {
  let core = InProcessCore()
  var comparison: OutputComparison

  init(recordsSteps: Bool) {
    comparison = OutputComparison(recordsSteps: recordsSteps, tellsSteps: core.tellsSteps)
    core.client = self
  }

  func coreEmitted(_ event: OutEvent) {
    comparison.take(event)
  }

  func coreEndedStep(fuel: UInt64?) {
    comparison.endStep()
  }

  func coreLost(_ loss: CoreLoss) {}
}
