import CommandLineInterface
import TraceStory
import Words
import TraceFormat

/// Shows what changed from one recording of a run to another.
struct TraceDifferenceView {
  private let old: RecordedRun
  private let new: RecordedRun
  private let comparison: RunComparison

  init(old: RecordedRun, new: RecordedRun) {
    self.old = old
    self.new = new
    comparison = RunComparison(old, new)
  }

  /// Whether the parties and all their events are the same.
  var isSame: Bool { comparison.changeCount == 0 && otherParties.isEmpty }

  func report(to console: Console) throws(OutputError) {
    if let reason = new.reason {
      try console.report(
        text: "NEW was recorded because: \(printable(reason))",
        json: .event("reason", ["text": .string(reason)]))
    }
    for line in builds {
      try console.report(text: line, json: .event("build", ["text": .string(line)]))
    }
    for line in otherParties {
      try console.report(text: line, json: .event("party", ["text": .string(line)]))
    }
    for (party, changes) in comparison.parties {
      for change in changes {
        try console.report(
          text: text(change, of: party, console.style), json: json(change, of: party))
      }
    }
    try summarize(console)
  }

  /// In what the recorded cores differ; that alone changes no event.
  private var builds: [String] {
    old.identities.keys.sorted().flatMap { party -> [String] in
      guard let before = old.identities[party], let after = new.identities[party] else { return [] }
      var lines: [String] = []
      if before.sourcesHash != after.sourcesHash {
        lines.append("\(printable(party)): the core was built from other sources")
      }
      if before.seamHash != after.seamHash {
        lines.append("\(printable(party)): the core's ports are those of another model")
      }
      return lines
    }
  }

  private var otherParties: [String] {
    let (before, after) = (Set(old.identities.keys), Set(new.identities.keys))
    return before.subtracting(after).sorted().map { "\(printable($0)) is only in OLD" }
      + after.subtracting(before).sorted().map { "\(printable($0)) is only in NEW" }
  }

  private func summarize(_ console: Console) throws(OutputError) {
    let changes = comparison.parties.flatMap(\.changes)
    let counts = [
      ("added", changes.count { if case .added = $0 { true } else { false } }),
      ("gone", changes.count { if case .gone = $0 { true } else { false } }),
      ("moved", changes.count { if case .moved = $0 { true } else { false } }),
      ("changed", changes.count { if case .changed = $0 { true } else { false } }),
    ]
    let words = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    try console.report(
      text: isSame
        ? console.style.green("SAME") + "  \(new.eventCount) events"
        : console.style.red("DIFFERENT") + "  \(old.eventCount) and \(new.eventCount) events"
          + (words.isEmpty ? "" : ": " + words),
      json: .event(
        "result",
        [
          "result": .string(isSame ? "same" : "different"),
          "old_events": .integer(old.eventCount), "new_events": .integer(new.eventCount),
        ] + JSONFields(counts.map { ($0.0, .integer($0.1)) })))
  }

  private func text(
    _ change: RunComparison.Change, of party: String, _ style: TextStyle
  ) -> String {
    switch change {
    case .added(let event): style.green("added   ") + line(event, party)
    case .gone(let event): style.red("gone    ") + line(event, party)
    case .moved(let before, let after):
      style.yellow("moved   ") + line(after, party) + ", was event \(before.number)"
    case .changed(let before, let after, let fields):
      ([style.yellow("changed ") + line(after, party) + ", was event \(before.number)"]
        + fields.map { "          \(printable($0.name)): \(value($0.old)) → \(value($0.new))" }
        + (fields.isEmpty ? ["          what is secret or encrypted in it"] : []))
        .joined(separator: "\n")
    }
  }

  private func line(_ event: RecordedRun.Event, _ party: String) -> String {
    "\(printable(party)) \(event.number)".padded(to: 18)
      + "\(milliseconds(event.time)) ms".aligned(to: 15) + "  " + printable(event.words)
  }

  private func value(_ tree: FieldTree?) -> String {
    tree.map { printable($0.line) } ?? "none"
  }

  private func json(_ change: RunComparison.Change, of party: String) -> JSONValue {
    switch change {
    case .added(let event): json("added", party, old: nil, new: event)
    case .gone(let event): json("gone", party, old: event, new: nil)
    case .moved(let before, let after): json("moved", party, old: before, new: after)
    case .changed(let before, let after, let fields):
      json("changed", party, old: before, new: after, fields)
    }
  }

  private func json(
    _ kind: String, _ party: String, old: RecordedRun.Event?, new: RecordedRun.Event?,
    _ fields: [RunComparison.FieldChange] = []
  ) -> JSONValue {
    .event(
      "change",
      [
        "change": .string(kind), "party": .string(party),
        "old_number": old.map { .integer($0.number) } ?? nil,
        "new_number": new.map { .integer($0.number) } ?? nil,
        "time_us": (new ?? old).map { .integer(Int(clamping: $0.time)) } ?? nil,
        "means": (new ?? old).map { .string($0.words) } ?? nil,
        "fields": .array(
          fields.map { field in
            .event(
              "field",
              [
                "name": .string(field.name), "old": field.old.map { .string($0.line) } ?? nil,
                "new": field.new.map { .string($0.line) } ?? nil,
              ])
          }),
      ])
  }
}
