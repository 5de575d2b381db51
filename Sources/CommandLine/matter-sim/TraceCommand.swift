import CommandLineInterface
import TraceStory
import TraceFormat

/// `matter-sim trace`: what is to be done with traces themselves.
enum TraceCommand {
  static let command = Command(
    name: "trace",
    summary: "compare recordings",
    example: diff.example,
    commands: [diff])

  private static let diff = Command(
    name: "diff",
    summary: "tell what changed between two recordings of a run; exit status 1 if anything did",
    operand: traces,
    example: "matter-sim trace diff traces/loopback-good.pcapng traces/loopback-good.pcapng"
  ) { arguments, console in
    let paths = arguments[traces]
    guard paths.count == 2 else {
      throw CommandFailure("give two traces: the old one and the new one", exitCode: .usage)
    }
    let view = TraceDifferenceView(old: try read(paths[0]), new: try read(paths[1]))
    try view.report(to: console)
    return view.isSame ? .done : .failed
  }

  private static let traces = OperandList(
    "TRACE", summary: "two files that --record has written, OLD and NEW", parser: .text("a trace"))

  private static func read(_ path: String) throws(CommandFailure) -> RecordedRun {
    do throws(TraceError) {
      return try RecordedRun(TraceReader(path: path))
    } catch {
      throw CommandFailure("\(printable(path)): \(error)")
    }
  }
}
