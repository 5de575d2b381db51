import CommandLineInterface
import HostShell
import MatterWire
import TraceStory
import Words

/// A line of a story as text and as JSON.
struct StoryLineView {
  private let line: StoryLine
  /// Whether what was decrypted is shown.
  private let showsSecrets: Bool

  init(_ line: StoryLine, showsSecrets: Bool) {
    self.line = line
    self.showsSecrets = showsSecrets
  }

  func text(_ style: TextStyle) -> String {
    switch line.content {
    case .message(let message): text(message, style)
    case .note(let party, let note): margin(style) + escaped("\(party): \(note)")
    case .timer(let party, let note): margin(style) + style.dim(escaped("\(party)'s \(note)"))
    case .values(let side, let values):
      "\n" + style.bold("what the \(escaped(side)) computed") + "\n"
        + values.lines.map { "  " + $0.name.padded(to: 21) + $0.value.line }
        .joined(separator: "\n")
    }
  }

  private func margin(_ style: TextStyle) -> String {
    style.dim(milliseconds(line.time).aligned(to: 12) + " ms") + "  "
  }

  private func text(_ line: StoryMessage, _ style: TextStyle) -> String {
    let message = line.message
    var head =
      margin(style) + escaped("\(line.sender) → \(line.receiver)") + "  "
      + style.bold(escaped(message.name))
    for (name, value) in headerFields(message) { head += "  \(name) \(value)" }
    let remarks = line.remarks + line.fate.remarks
    if !remarks.isEmpty {
      head += "  " + style.yellow(escaped(remarks.joined(separator: ", ")))
    }
    var lines = [head]
    if let problem = message.problem { lines.append(indent + style.red(escaped(problem))) }
    if !line.isRepetition { lines += fieldLines(shownFields(message), depth: 0) }
    return lines.joined(separator: "\n")
  }

  private let indent = "".padded(to: 19)

  /// What was encrypted is the application's business, unless the user wants to see it.
  private func shownFields(_ message: DecodedMessage) -> FieldTree? {
    guard message.isSecure, !showsSecrets, message.opcode == nil else { return message.fields }
    guard message.fields != nil else { return nil }
    return .members([
      FieldMember("payload", .text("\(message.payload.count) bytes, see --show-secrets"))
    ])
  }

  private func fieldLines(_ tree: FieldTree?, depth: Int) -> [String] {
    guard case .members(let members) = tree else {
      return tree.map { [indent + escaped($0.line)] } ?? []
    }
    return members.flatMap { member -> [String] in
      let start = indent + "".padded(to: 2 * depth) + escaped(member.name)
      guard case .members = member.value else {
        return [start + ": " + escaped(member.value.line)]
      }
      return [start] + fieldLines(member.value, depth: depth + 1)
    }
  }

  private func headerFields(_ message: DecodedMessage) -> [(name: String, value: String)] {
    guard let header = message.header else { return [("bytes", "\(message.byteCount)")] }
    var fields = [(name: "counter", value: "\(header.messageCounter)")]
    if let inner = message.protocolHeader {
      if let acknowledged = inner.acknowledgedCounter {
        fields.append(("ack", "\(acknowledged)"))
      }
      fields.append(("exchange", "\(inner.exchangeID)"))
      fields.append(("flags", flags(inner)))
    }
    if message.isSecure { fields.append(("session", "\(header.sessionID)")) }
    fields.append(("bytes", "\(message.byteCount)"))
    return fields
  }

  private func flags(_ header: ProtocolHeader) -> String {
    let letters = [
      header.isFromInitiator ? "I" : "", header.acknowledgedCounter != nil ? "A" : "",
      header.needsAcknowledgement ? "R" : "",
    ].joined()
    return letters.isEmpty ? "-" : letters
  }
}

extension StoryLineView {
  var json: JSONValue {
    let time: JSONFields = ["time_us": .integer(Int(clamping: line.time))]
    switch line.content {
    case .message(let message): return .event("message", time + json(message))
    case .note(let party, let note):
      return .event("note", time + ["party": .string(party), "text": .string(note)])
    case .timer(let party, let note):
      return .event("timer", time + ["party": .string(party), "text": .string(note)])
    case .values(let side, let values):
      return .event(
        "values",
        ["party": .string(side)]
          + JSONFields(values.lines.map { ($0.name, .string($0.value.line)) }))
    }
  }

  private func json(_ line: StoryMessage) -> JSONFields {
    let message = line.message
    let inner = message.protocolHeader
    return [
      "from": .string(line.sender), "to": .string(line.receiver), "name": .string(message.name),
      "bytes": .integer(message.byteCount),
      "session": message.header.map { .integer(Int($0.sessionID)) } ?? nil,
      "counter": message.header.map { .integer(Int($0.messageCounter)) } ?? nil,
      "ack": inner?.acknowledgedCounter.map { .integer(Int($0)) } ?? nil,
      "exchange": inner.map { .integer(Int($0.exchangeID)) } ?? nil,
      "flags": inner.map { .string(flags($0)) } ?? nil,
      "encrypted": .bool(message.isSecure), "decrypted": .bool(message.isDecrypted),
      "fields": shownFields(message).map { JSONValue($0) } ?? nil,
      "problem": message.problem.map { .string($0) } ?? nil,
      "remarks": .array(line.remarks.map { .string($0) }),
      "wire": .array(line.fate.names.map { .string($0) }),
    ]
  }
}
