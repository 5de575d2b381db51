import CoverageData
import CoverageReport
import MCDCKernel

/// Two files of two modules, and what three traces have met of them.
///
/// ```
/// // Sources/Core/Alpha/Gate.swift            // Sources/Core/Beta/Lock.swift
/// func opens() -> Bool {                      func turn() throws {
///   guard a && (b || !c) else { return no }     switch key {
///   return yes                                  case .left: try go()
/// }                                             case .right: stop()
///                                               }
///                                             }
/// ```
enum Example {
  static let gate = "Sources/Core/Alpha/Gate.swift"
  static let lock = "Sources/Core/Beta/Lock.swift"

  static let gateSource = """
    func opens() -> Bool {
      guard a && (b || !c) else { return no }
      return yes
    }

    """

  static let lockSource = """
    func turn() throws {
      switch key {
      case .left: try go()
      case .right: stop()
      }
    }

    """

  static let decision = CoverageManifest.Decision(
    id: 7, file: 0, range: range(2, 9, 23), kind: .guard, function: "opens()",
    text: "a && (b || !c)",
    expression: .and(.condition(0), .or(.condition(1), .not(.condition(2)))),
    conditions: [condition("a", 9), condition("b", 15), condition("c", 21)])

  static let manifest = CoverageManifest(
    files: [.init(path: gate, module: "Alpha"), .init(path: lock, module: "Beta")],
    decisions: [decision],
    branches: [
      branch(1, line: 3, column: 3, "case .left", .switchCase, ["taken"]),
      branch(2, line: 3, column: 15, "try go()", .try, ["returned", "threw"]),
      branch(3, line: 4, column: 3, "case .right", .switchCase, ["taken"]),
    ])

  /// Everything, each row of the guard by one trace alone.
  static let raw = RawCoverage(
    inputs: ["traces/good.pcapng", "traces/bad.pcapng", "traces/odd.pcapng"],
    rows: [
      row("TT-T", hits: 12, [event(0, 17), event(1, 3)]),
      row("TFTF", hits: 2, [event(1, 8)]),
      row("TFFT", hits: 1, [event(2, 5)]),
      row("F--F", hits: 4, [event(0, 4)]),
    ],
    branches: [
      hit(1, 0, [event(0, 2)]), hit(2, 0, [event(0, 2)]), hit(2, 1, [event(1, 9)]),
      hit(3, 0, [event(2, 6)]),
    ])

  /// What would be left if a trace had not been there.
  static func raw(without input: Int) -> RawCoverage {
    var left = raw
    left.rows = raw.rows.compactMap { row in
      var row = row
      row.events.removeAll { $0.input == input }
      return row.events.isEmpty ? nil : row
    }
    left.branches = raw.branches.compactMap { hit in
      var hit = hit
      hit.events.removeAll { $0.input == input }
      return hit.events.isEmpty ? nil : hit
    }
    return left
  }

  static func report(
    _ raw: RawCoverage = raw, _ justifications: [Justification] = [],
    manifest: CoverageManifest = manifest, by criterion: Criterion = .masking
  ) throws -> CoverageReport {
    try CoverageReport(
      manifest: manifest, raw: raw, justifications: justifications, criterion: criterion)
  }

  static func range(_ line: Int, _ column: Int, _ end: Int) -> SourceRange {
    SourceRange(line: line, column: column, endLine: line, endColumn: end)
  }

  private static func condition(_ text: String, _ column: Int) -> CoverageManifest.Condition {
    .init(text: text, range: range(2, column, column + 1), kind: .boolean)
  }

  private static func branch(
    _ id: Int, line: Int, column: Int, _ text: String, _ kind: CoverageManifest.BranchKind,
    _ outcomes: [String]
  ) -> CoverageManifest.Branch {
    .init(
      id: id, file: 1, range: range(line, column, column + text.count), function: "turn()",
      text: text, kind: kind, outcomes: outcomes)
  }

  /// Reads `TF-T`: one letter for each condition, and last the outcome.
  static func row(_ text: String, hits: Int, _ events: [EventReference]) -> RawCoverage.Row {
    var row = RawCoverage.Row(
      decision: 7, evaluated: 0, values: 0, outcome: text.last == "T", hits: hits,
      events: events)
    for (position, letter) in text.dropLast().enumerated() where letter != "-" {
      row.evaluated |= 1 << UInt64(position)
      if letter == "T" { row.values |= 1 << UInt64(position) }
    }
    return row
  }

  static func event(_ input: Int, _ number: Int) -> EventReference {
    EventReference(input: input, number: number)
  }

  private static func hit(
    _ branch: Int, _ outcome: Int, _ events: [EventReference]
  ) -> RawCoverage.BranchHit {
    .init(branch: branch, outcome: outcome, hits: events.count, events: events)
  }
}
