import CommandLineInterface
import CoreEngines
import Dispatch
import Glibc
import HostShell
import OperatingSystem
import Synchronization
import TraceFormat
import Replay
import Words

/// One run of `matter-sim replay`.
struct ReplayRun {
  private let paths: [String]
  private let core: OpenedCore
  private let isStrict: Bool
  private let allowsCut: Bool
  private let console: Console

  private typealias Outcome = Result<TraceReplay.Report, ReplayError>

  init(_ arguments: Arguments, console: Console) throws(CommandFailure) {
    paths = arguments[ReplayCommand.traces]
    core = try arguments[SharedOptions.core].open()
    isStrict = arguments[ReplayCommand.strict]
    allowsCut = arguments[ReplayCommand.allowCut]
    self.console = console
  }

  func run() throws -> ExitCode {
    let start = MonotonicClock.now()
    let outcomes = Mutex<[Int: Outcome]>([:])
    let progress = ReplayProgress(traces: paths.count)
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let outcome = replay(paths[index]) { progress.show(events: $0, of: index) }
      outcomes.withLock { $0[index] = outcome }
    }
    progress.clear()
    let elapsed = max(1, MonotonicClock.now() - start)
    return try report(
      paths.indices.compactMap { index in outcomes.withLock { $0[index] } }, elapsed)
  }

  private func replay(_ path: String, progress: @escaping (Int) -> Void) -> Outcome {
    let reader: TraceReader
    do throws(TraceError) {
      reader = try TraceReader(path: path)
    } catch {
      return .failure(.unreadable(error))
    }
    do throws(ReplayError) {
      return .success(
        try TraceReplay(core: core, isStrict: isStrict, progress: progress).run(reader))
    } catch {
      return .failure(error)
    }
  }

  private func report(_ outcomes: [Outcome], _ elapsed: UInt64) throws(OutputError) -> ExitCode {
    var code = ExitCode.done
    var good = 0
    var events = 0
    var fuel = FuelTable(budget: core.build.engine?.fuelPerStep ?? 0)
    for (path, outcome) in zip(paths, outcomes) {
      switch outcome {
      case .success(let report) where report.isCut && !allowsCut:
        code = Self.worse(code, .replayDiffers)
        events += report.events
        try showCut(report, of: path)
      case .success(let report):
        good += 1
        events += report.events
        fuel.add(report.fuel, of: path)
        try show(report, of: path)
      case .failure(let error):
        code = Self.worse(code, error.exitCode)
        try show(error, of: path)
      }
    }
    try fuel.report(to: console)
    try summarize(good: good, events: events, elapsed, code)
    return code
  }

  private func show(_ report: TraceReplay.Report, of path: String) throws(OutputError) {
    if !report.mismatches.isEmpty {
      console.complain(
        "warning: \(printable(path)) was recorded with \(BuildMismatch.words(report.mismatches))")
    }
    if report.isCut {
      console.complain("warning: \(printable(path)) was cut; it is replayed up to there")
    }
    try console.report(
      text: "same  \(printable(path))  \(report.events) events, \(report.outputs) outputs, "
        + (report.isStepExact ? "each in its step" : "none later than recorded"),
      json: .event(
        "replayed",
        [
          "trace": .string(path), "same": true, "events": .integer(report.events),
          "outputs": .integer(report.outputs), "parties": .integer(report.parties),
          "recorded_cores": .array(report.coreHashes.map { .string(hexadecimal($0)) }),
          "steps": .string(report.isStepExact ? "exact" : "not_later"),
          "fuel_compared": .bool(report.hasRecordedFuel),
          "recorded_us": .integer(Int(clamping: report.recordedMicroseconds)),
          "cut": .bool(report.isCut),
          "mismatches": .array(report.mismatches.map { .string($0.rawValue) }),
          "build_known": .bool(report.isBuildKnown),
        ]))
  }

  /// A trace that was cut shows nothing of what came after.
  private func showCut(
    _ report: TraceReplay.Report, of path: String
  ) throws(OutputError) {
    let reason = "it was cut after \(report.events) events; --allow-cut takes what is left"
    console.complain("\(printable(path)): \(reason)")
    try console.report(
      text: console.style.red("cut") + "  \(printable(path)): \(reason)",
      json: .event(
        "replayed",
        [
          "trace": .string(path), "same": false, "events": .integer(report.events),
          "cut": true, "reason": .string(reason),
        ]))
  }

  private func show(_ error: ReplayError, of path: String) throws(OutputError) {
    if case .differs(let difference) = error {
      let view = DifferenceView(difference)
      try console.report(
        text: console.style.red("differs") + "  \(printable(path))\n" + view.text(console.style),
        json: .event("replayed", ["trace": .string(path), "same": false] + view.json))
      return
    }
    console.complain("\(printable(path)): \(error.explanation)")
    try console.report(
      text: console.style.red("failed") + "  \(printable(path)): \(error.explanation)",
      json: .event(
        "replayed",
        ["trace": .string(path), "same": nil, "reason": .string(error.explanation)]))
  }

  private func summarize(
    good: Int, events: Int, _ elapsed: UInt64, _ code: ExitCode
  ) throws(OutputError) {
    let rate = Int(clamping: UInt64(events) * 1_000_000 / elapsed)
    let isGood = code == .done
    let word = isGood ? console.style.green("REPLAY OK") : console.style.red("REPLAY FAILED")
    try console.report(
      text: "\(word)  \(events) events, \(good) of \(paths.count) traces the same, "
        + "\(rate) events/s",
      json: .event(
        "result",
        [
          "result": .string(isGood ? "REPLAY OK" : "REPLAY FAILED"), "events": .integer(events),
          "traces": .integer(paths.count), "same": .integer(good),
          "events_per_second": .integer(rate),
        ]))
  }

  /// A difference is what a replay is for: it counts for more than any other failure.
  private static func worse(_ left: ExitCode, _ right: ExitCode) -> ExitCode {
    if left == .replayDiffers || right == .replayDiffers { return .replayDiffers }
    return left == .done ? right : left
  }
}

extension ReplayError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .unreadable, .redacted, .notATrace, .otherBuild, .unknownBuild: .failed
    case .differs, .fuelDiffers: .replayDiffers
    case .coreNotStarted, .coreLost, .coreStuck: .coreLost
    }
  }

  fileprivate var explanation: String {
    switch self {
    case .unreadable(let error): "\(error)"
    case .redacted:
      "it is redacted: without the entropy and the passcode no core can do the same again"
    case .notATrace: "it was not recorded at a core's ports, so there is nothing to replay"
    case .otherBuild(let mismatches):
      "recorded with \(BuildMismatch.words(mismatches)); without --strict it is replayed anyway"
    case .unknownBuild:
      "it cannot be told whether it was recorded with this core; without --strict it is replayed "
        + "anyway"
    case .differs(let difference): "event \(difference.number) differs"
    case .fuelDiffers(let party, let event, let recorded, let counted):
      "the step for event \(event) of the \(party) used \(counted) units of fuel, and the same "
        + "module under the same engine had used \(recorded)"
    case .coreNotStarted(let error): "\(error)"
    case .coreLost(let party, let event, let loss):
      "the core process of the \(party) \(loss), after event \(event)"
    case .coreStuck(let party, let event):
      "the core of the \(party) does nothing any more, after event \(event)"
    }
  }
}

extension BuildMismatch {
  /// To stand behind "recorded with".
  fileprivate static func words(_ mismatches: [BuildMismatch]) -> String {
    mismatches.map { mismatch in
      switch mismatch {
      case .sources: "a core of other sources"
      case .model: "another model of the ports"
      }
    }.joined(separator: " and ")
  }
}
