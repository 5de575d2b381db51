import CommandLineInterface
import Glibc

/// Commands that take something of every kind and print what they were given.
enum Fixture {
  static let count = Option(
    "count", value: "NUMBER", summary: "how many", parser: .integer("a count", in: 1...9)
  ).required
  static let name = Option("name", value: "TEXT", summary: "a name", parser: .text("a name"))
  static let colour = Option(
    "colour", value: "COLOUR", summary: "a colour", parser: .choice(of: Colour.self)
  ).defaulting(to: .green, shownAs: "green")
  static let tags = Option("tag", value: "TEXT", summary: "a tag", parser: .text("a tag")).repeated
  static let loud = Flag("loud", summary: "in capitals")
  static let files = OperandList("FILE", summary: "files", parser: .text("a file"))
  static let file = Operand("FILE", summary: "a file", parser: .text("a file"))

  enum Colour: String, CaseIterable, Sendable { case red, green }

  static let paint = Command(
    name: "paint", summary: "paint files", options: [count, name, colour, tags, loud],
    operand: files, example: "tool paint --count 3 wall"
  ) { arguments, console in
    let words = [
      "\(arguments[count])", arguments[name] ?? "-", arguments[colour].rawValue,
      arguments[tags].joined(separator: "+"), arguments[loud] ? "loud" : "quiet",
      arguments[files].joined(separator: "+"),
    ]
    try console.report(
      text: words.joined(separator: " "), json: ["words": .array(words.map { .string($0) })])
    return .done
  }

  static let show = Command(
    name: "show", summary: "show a file", operand: file, example: "tool files show wall"
  ) { arguments, console in
    try console.write(arguments[file])
    return .replayDiffers
  }

  static let fail = Command(name: "break", summary: "fail", example: "tool break") { _, _ in
    throw CommandFailure("the core process is gone", exitCode: .coreLost)
  }

  static let tool = Tool(
    name: "tool", version: "1.2.3", summary: "a tool", example: "tool paint --count 3 wall",
    commands: [
      paint, fail,
      Command(
        name: "files", summary: "look at files", example: "tool files show wall", commands: [show]),
    ])

  /// What the tool does with a command line, split at spaces.
  static func run(_ line: String) throws -> Outcome {
    try run(line.split(separator: " ").map(String.init))
  }

  static func run(_ words: [String]) throws -> Outcome {
    let output = try Pipe()
    let errors = try Pipe()
    let console = Console(
      output: output.writeEnd, errors: errors.writeEnd, style: TextStyle(usesColour: false))
    let exitCode = tool.run(words, console: console)
    return Outcome(exitCode: exitCode, output: output.finish(), errors: errors.finish())
  }

  struct Outcome: Equatable {
    let exitCode: ExitCode
    let output: String
    let errors: String
  }
}

/// A pipe of the system. What is written must fit in its buffer.
struct Pipe {
  struct Unavailable: Error {}

  let readEnd: Int32
  let writeEnd: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw Unavailable() }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  /// Closes both ends and gives what was written.
  func finish() -> String {
    close(writeEnd)
    defer { close(readEnd) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(readEnd, $0.baseAddress, 4096)
      }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer.prefix(count)
    }
  }
}
