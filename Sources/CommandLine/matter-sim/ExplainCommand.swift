import CommandLineInterface
import Words

/// `matter-sim explain`: what happened in a run, and why it failed.
enum ExplainCommand {
  static let command = Command(
    name: "explain",
    summary: "tell the story of a trace or of any capture of PASE, and why it failed",
    options: [
      SharedOptions.showSecrets, SharedOptions.passcode, sessionKey, svg, force,
    ],
    operand: trace,
    example: "matter-sim explain traces/chip-wrong-passcode.pcapng --svg pairing.svg"
  ) { arguments, console in
    try ExplainRun(arguments, console: console).run()
  }

  static let trace = Operand(
    "TRACE", summary: "a file that --record has written, or any pcap or pcapng",
    parser: .text("a trace"))

  static let sessionKey = Option(
    "session-key", value: "HEX", summary: "a key of the session, 16 bytes, to decrypt with",
    parser: .sessionKey
  ).repeated

  static let force = Flag("force", summary: "with --svg: replace the file if it exists")

  static let svg = Option(
    "svg", value: "FILE", summary: "draw the messages as a sequence diagram, without secrets",
    parser: .text("a file"))
}

extension ValueParser<[UInt8]> {
  /// 16 bytes, two hexadecimal digits each.
  fileprivate static let sessionKey = ValueParser { (text) throws(ValueProblem) in
    let digits = Array(text.utf8)
    guard digits.count == 32, digits.allSatisfy(\.isHexDigit) else {
      throw ValueProblem("a session key is 16 bytes, written as 32 hexadecimal digits")
    }
    return stride(from: 0, to: 32, by: 2).compactMap { index in
      UInt8(String(decoding: digits[index..<(index + 2)], as: UTF8.self), radix: 16)
    }
  }
}
