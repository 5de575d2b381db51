import CoreEngines
import CoreSeam
import Foundation
import HostShell
import MatterBytes
import OperatingSystem
import SimulatedTraces
import Testing
import Replay
import TraceFormat

/// Replay compares each output with the step that caused it.
struct StepTests {
  private let trace = Recorded(.duplicatePake3)

  private func replay(
    _ bytes: [UInt8], core: OpenedCore = Recorded.core(), patience: UInt64 = 10_000_000
  ) throws -> TraceReplay.Report {
    try TraceReplay(core: core, isStrict: false, patience: patience)
      .run(TraceReader(bytes: bytes))
  }

  private func difference(
    _ bytes: [UInt8], core: OpenedCore = Recorded.core(), patience: UInt64 = 10_000_000
  ) throws -> ReplayDifference? {
    do {
      _ = try replay(bytes, core: core, patience: patience)
      return nil
    } catch ReplayError.differs(let difference) {
      return difference
    }
  }

  /// The trace without its steps, as recordings were before there were any.
  private func withoutSteps(_ items: [TraceItem]) -> [UInt8] {
    write(items, tellsSteps: false) { if case .step = $0 { false } else { true } }
  }

  private func write(
    _ items: [TraceItem], tellsSteps: Bool, _ isKept: (TraceItem) -> Bool = { _ in true }
  ) -> [UInt8] {
    let sink = Sink()
    let writer = TraceWriter(isRedacted: false) { (block) throws(SystemError) in
      sink.bytes += block
    }
    var names: [Int: String] = [:]
    for item in items where isKept(item) {
      switch item {
      case .party(let number, let name): names[number] = name
      case .identity(let number, var identity):
        identity.tellsSteps = tellsSteps
        _ = writer.addParty(name: names[number] ?? "", identity)
      case .event(let event):
        writer.write(
          PortEvent(time: event.time, content: event.content), of: event.party,
          between: event.addresses
            ?? AddressPair(source: .loopback6(port: 1), destination: .loopback6(port: 2)))
      case .step(let party, let fuel): writer.endStep(of: party, fuel: fuel)
      case .end(let party, let time): writer.end(party: party, at: time)
      case .comment, .engine, .wireFate, .capture: break
      }
    }
    return sink.bytes
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  @Test func aTraceTellsAStepForEachInput() throws {
    let items = try readAll(trace.bytes).items
    let inputs = items.count { $0.event?.content.isInput ?? false }
    #expect(items.count { if case .step = $0 { true } else { false } } == inputs)
    #expect(try replay(trace.bytes).isStepExact)
  }

  @Test func theProcessTellsItsStepsToo() throws {
    #expect(try replay(trace.bytes, core: CoreCatalogue.open(.native)).isStepExact)
  }

  @Test func aTraceWithoutStepsIsReplayedAndSaysSo() throws {
    let old = withoutSteps(try readAll(trace.bytes).items)
    for core in [Recorded.core(), try CoreCatalogue.open(.native)] {
      let report = try replay(old, core: core)
      #expect(!report.isStepExact)
      #expect(report.outputs > 40)
    }
  }

  /// The recorder hears a core behind a pipe later than the core emits: inputs may stand before the
  /// outputs of steps that were over already.
  @Test func whereTheInputsStandDoesNotMatter() throws {
    let items = try readAll(trace.bytes).items
    let head = items.filter { item in
      switch item {
      case .party, .identity: true
      case .event(let event): event.content.isInput
      case .comment, .engine, .step, .wireFate, .end, .capture: false
      }
    }
    let rest = items.filter { item in
      switch item {
      case .party, .identity: false
      case .event(let event): !event.content.isInput
      case .comment, .engine, .step, .wireFate, .end, .capture: true
      }
    }
    let report = try replay(write(head + rest, tellsSteps: true))
    #expect(report.isStepExact)
  }

  @Test func anOutputInTheNextStepIsADifference() throws {
    var items = try readAll(trace.bytes).items
    // The end of a step is moved before the step's last output.
    let index = try #require(
      items.indices.dropFirst().last { index in
        guard case .step = items[index], let event = items[index - 1].event else { return false }
        return !event.content.isInput
      })
    let output = try #require(items[index - 1].event)
    items.swapAt(index - 1, index)
    let found = try #require(try difference(write(items, tellsSteps: true)))
    #expect(found.expected?.content == output.content)
    #expect(found.got.map { .output($0) } == output.content)
    let steps = try #require(found.otherStep)
    #expect(!steps.isLatest)
    #expect(steps.got < steps.recorded || steps.recorded == 0)
  }

  @Test func anAnswerBeforeItsInputIsADifferenceInAnOldTraceToo() throws {
    // An output stands before the input that causes it: the core comes later than recorded.
    var items = try readAll(withoutSteps(try readAll(trace.bytes).items)).items
    let index = try #require(
      items.indices.dropFirst(20).first { index in
        guard let input = items[index].event, let output = items[index + 1].event else {
          return false
        }
        return input.party == output.party && input.content.isInput && !output.content.isInput
      })
    items.swapAt(index, index + 1)
    let found = try #require(try difference(write(items, tellsSteps: false)))
    let steps = try #require(found.otherStep)
    #expect(steps.isLatest)
    #expect(steps.got > steps.recorded)
  }

  /// It takes everything in, and answers only when nothing more comes.
  @Test(arguments: [true, false])
  func aCoreThatAnswersEverythingLateIsFound(tellsSteps: Bool) throws {
    let core = try CoreCatalogue.pathBesideThisProgram("matter-core")
    let late = try Script(
      """
      input=$(mktemp)
      cat >"$input"
      "\(core)" <"$input"
      rm -f "$input"
      """)
    let items = try readAll(trace.bytes).items
    let bytes = tellsSteps ? trace.bytes : withoutSteps(items)
    let found = try #require(
      try difference(bytes, core: CoreCatalogue.open(.file(path: late.path)), patience: 300_000))
    #expect(found.expected != nil)
    #expect(found.got == nil)
  }
}
