import CommandLineInterface

/// `matter-sim replay`: whether today's core does what the recorded one did.
enum ReplayCommand {
  static let command = Command(
    name: "replay",
    summary: "give the inputs of traces to a core, and compare every output byte for byte",
    options: [SharedOptions.core, strict],
    operand: traces,
    example: "matter-sim replay traces/pase-good.pcapng --core inprocess"
  ) { arguments, console in
    try ReplayRun(arguments, console: console).run()
  }

  static let strict = Flag(
    "strict", summary: "refuse a trace that another build of the core or the seam has recorded")

  static let traces = OperandList(
    "TRACE", summary: "files that --record has written", parser: .text("a trace"))
}
