import CommandLineInterface

/// `matter-sim replay`: whether today's core does what the recorded one did.
enum ReplayCommand {
  static let command = Command(
    name: "replay",
    summary: "give the inputs of traces to a core, and compare every output and its step",
    options: [SharedOptions.core, strict, allowCut],
    operand: traces,
    example: "matter-sim replay traces/loopback-good.pcapng --core inprocess"
  ) { arguments, console in
    try ReplayRun(arguments, console: console).run()
  }

  static let strict = Flag(
    "strict", summary: "refuse a trace unless it is known to be of the same core and model")

  static let allowCut = Flag(
    "allow-cut", summary: "take a trace that was cut for good, up to where it was cut")

  static let traces = OperandList(
    "TRACE", summary: "files that --record has written", parser: .text("a trace"))
}
