import CommandLineInterface
import CoverageReport
import MCDCKernel

/// `matter-sim coverage`: how much of the core some traces cover.
enum CoverageCommand {
  static let command = Command(
    name: "coverage",
    summary: "replay traces through the instrumented core, and report MC/DC and branches",
    options: [format, output, showsAll, criterion, level, justifications, package],
    operand: traces,
    example: "matter-sim coverage traces/*.pcapng --format html"
  ) { arguments, console in
    try CoverageRun(arguments, console: console).run()
  }

  static let format = Option(
    "format", value: "text|json|lcov|html",
    summary: "text for people, one object for programs, an LCOV tracefile, or pages",
    parser: .choice(of: ReportFormat.self)
  ).defaulting(to: .text, shownAs: "text")

  static let output = Option(
    "output", value: "PATH",
    summary: "the file to write, for pages the folder (.build/coverage in the package)",
    parser: .text("a path"))

  static let showsAll = Flag(
    "all", summary: "in text, show the truth tables of covered decisions too")

  static let criterion = Option(
    "criterion", value: "masking|unique-cause", summary: "what shows that a condition decides",
    parser: .choice(of: Criterion.self)
  ).defaulting(to: .masking, shownAs: "masking")

  static let level = Option(
    "require", value: "LEVEL",
    summary: "fail below this share of conditions or branches, in percent: of every module, or of "
      + "one, as in MatterCore=100 (default: 100)",
    parser: .level
  ).repeated

  static let justifications = Option(
    "justifications", value: "FILE",
    summary:
      "what need not be covered, and why (tools/coverage-justifications.json in the package)",
    parser: .text("a file"))

  static let package = Option(
    "package", value: "DIR",
    summary: "the folder of the package (default: the one around this folder or this program)",
    parser: .text("a folder"))

  static let traces = OperandList(
    "TRACE", summary: "files that --record has written", parser: .text("a trace"))
}

extension ValueParser<RequiredLevel> {
  fileprivate static let level = ValueParser { (text) throws(ValueProblem) in
    guard let level = RequiredLevel(text) else {
      throw ValueProblem("a level is a percentage from 0 to 100, or MODULE=PERCENTAGE")
    }
    return level
  }
}
