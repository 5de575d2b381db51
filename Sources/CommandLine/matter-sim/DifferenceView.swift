import CommandLineInterface
import CoreSeam
import HostShell
import TraceStory
import Replay
import Words
import TraceFormat

/// Shows where a core did something else than the recorded one.
struct DifferenceView {
  private let difference: ReplayDifference

  init(_ difference: ReplayDifference) {
    self.difference = difference
  }

  func text(_ style: TextStyle) -> String {
    var lines = [
      "event \(difference.number) of the \(printable(difference.party)), \(portName)",
      "  expected  " + describe(difference.expected?.content, "nothing more"),
      "  got       " + describe(difference.got.map { .output($0) }, "nothing more"),
    ]
    if let step = difference.otherStep {
      lines.append("  the output is right, but its step is not:")
      lines.append(
        "  expected  in the step of \(step.isLatest ? "at latest " : "")event \(step.recorded)")
      lines.append("  got       in the step of event \(step.got)")
    }
    if let expected = expectedBytes, let got = gotBytes {
      lines += HexDifference(expected, got).lines(style).map { "  " + $0 }
    }
    if !difference.before.isEmpty { lines.append("  before it:") }
    for event in difference.before {
      lines.append(
        "    \(event.number)  \(milliseconds(event.time)) ms  " + event.content.line)
    }
    return lines.joined(separator: "\n")
  }

  var json: JSONFields {
    [
      "party": .string(difference.party), "event_number": .integer(difference.number),
      "port": .string(portName),
      "expected": expectedBytes.map { .string(hexadecimal($0)) } ?? nil,
      "got": gotBytes.map { .string(hexadecimal($0)) } ?? nil,
      "expected_means": .string(describe(difference.expected?.content, "nothing more")),
      "got_means": .string(describe(difference.got.map { .output($0) }, "nothing more")),
      "expected_step_event": difference.otherStep.map { .integer($0.recorded) } ?? nil,
      "got_step_event": difference.otherStep.map { .integer($0.got) } ?? nil,
      "before": .array(
        difference.before.map { event in
          .event(
            "before",
            [
              "number": .integer(event.number), "time_us": .integer(Int(clamping: event.time)),
              "means": .string(event.content.line),
            ])
        }),
    ]
  }

  private var expectedBytes: [UInt8]? { difference.expected?.content.frameBody }
  private var gotBytes: [UInt8]? {
    difference.got.map { PortEvent.Content.output($0).frameBody }
  }

  private var portName: String {
    let content = difference.expected?.content ?? difference.got.map { .output($0) }
    return content.map(\.port) ?? "no port"
  }

  private func describe(_ content: PortEvent.Content?, _ otherwise: String) -> String {
    content.map(\.line) ?? otherwise
  }
}

/// Two byte strings beside each other, 16 bytes a line, and what differs marked below them.
struct HexDifference {
  private let expected: [UInt8]
  private let got: [UInt8]

  private static let width = 16

  init(_ expected: [UInt8], _ got: [UInt8]) {
    self.expected = expected
    self.got = got
  }

  func lines(_ style: TextStyle) -> [String] {
    let longest = max(expected.count, got.count)
    return stride(from: 0, to: longest, by: Self.width).flatMap { start -> [String] in
      let range = start..<min(start + Self.width, longest)
      guard range.contains(where: differs) else { return [] }
      let place = String(start).aligned(to: 6)
      return [
        place + "  expected  " + row(expected, range),
        "".padded(to: 6) + "  got       " + row(got, range),
        "".padded(to: 18)
          + style.red(range.map { differs($0) ? "^^" : "  " }.joined(separator: " ")),
      ]
    }
  }

  private func differs(_ index: Int) -> Bool {
    byte(expected, index) != byte(got, index)
  }

  private func byte(_ bytes: [UInt8], _ index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private func row(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    range.map { index in byte(bytes, index).map { hexadecimal([$0]) } ?? "--" }
      .joined(separator: " ")
  }
}
