import CoverageData
import MCDCKernel

/// The truth table of one decision in text.
///
/// ```
/// Sources/Core/Example/Gate.swift:12:10 guard in Gate.opens(for:)
///   a && (b || !c)
///   row   1 2 3  outcome      hits  events
///     1   T T -  true           12  pase-good #17, chip-good #40 and 3 more
///     2   F - -  false           3  hostile-datagrams #8
///   ✓ 1  a: rows 1 and 2
///   ✗ condition 2, "b", is not shown to decide; …
/// ```
struct TruthTableText {
  private let decision: DecisionReport
  private let path: String
  private let report: CoverageReport

  init(_ decision: DecisionReport, in file: FileReport, of report: CoverageReport) {
    self.decision = decision
    path = file.path
    self.report = report
  }

  var lines: [String] {
    let range = decision.decision.range
    let place = "\(path):\(range.line):\(range.column)"
    let head = TextReport.wrapped(
      "\(place) \(decision.decision.kind.rawValue) in \(decision.decision.function)")
    let text = TextReport.wrapped(decision.decision.text.inOneLine, indent: 2)
    guard !decision.rows.isEmpty || decision.gaps.isEmpty else {
      return head + text + ["  ✗ it was never evaluated"]
    }
    return head + text + table + conditions + outcomes
  }

  private var count: Int { decision.decision.conditions.count }

  private var table: [String] {
    guard !decision.rows.isEmpty else { return ["  never evaluated"] }
    let numbers = (1...max(1, count)).map { String($0).alignedRight(in: 2) }
    let head =
      "  row  " + numbers.joined() + "  outcome" + "hits".alignedRight(in: 11) + "  events"
    return [head] + decision.rows.enumerated().map { number, row in line(number, row) }
  }

  private func line(_ number: Int, _ row: DecisionReport.RecordedRow) -> String {
    let values = (0..<count).map { position in
      switch row.vector[position] {
      case true?: " T"
      case false?: " F"
      case nil: " -"
      }
    }
    let left =
      String(number + 1).alignedRight(in: 5) + "  " + values.joined() + "  "
      + (row.vector.outcome ? "true" : "false").padded(to: 7)
      + String(row.hits).alignedRight(in: 11) + "  "
    return left + events(row.events, width: TextReport.width - left.count)
  }

  /// As many events as there is room for, at least one.
  private func events(_ events: [EventReference], width: Int) -> String {
    var text = ""
    for (number, event) in events.enumerated() {
      let next = (number == 0 ? "" : ", ") + report.name(of: event)
      let left = events.count - number - 1
      if number > 0, text.count + next.count + (left == 0 ? 0 : 14) > width {
        return text + " and \(left + 1) more"
      }
      text += next
    }
    return text
  }

  private var conditions: [String] {
    decision.conditions.enumerated().flatMap { position, state in
      let name = decision.decision.conditions[position].text.clipped(to: 60)
      switch state {
      case .covered: return ["  ✓ \(position + 1)  \(name): \(rows(showing: position))"]
      case .justified(let justification):
        return TextReport.wrapped(
          "○ \(position + 1)  \(name): \(justification.words)", indent: 2)
      case .gap(let gap):
        return saysEnough ? [] : TextReport.wrapped("✗ " + gap.missing, indent: 2)
      }
    }
  }

  /// Whether the outcome that a decision of one condition never had tells all.
  private var saysEnough: Bool {
    count == 1 && decision.outcomes.contains { $0.gap != nil }
  }

  private func rows(showing condition: Int) -> String {
    switch decision.verdicts[condition] {
    case .covered(let pair): "rows \(pair.whenTrue + 1) and \(pair.whenFalse + 1)"
    case .uncovered, .infeasible: "not shown"
    }
  }

  private var outcomes: [String] {
    zip(["true", "false"], decision.outcomes).flatMap { name, state in
      switch state {
      case .covered: [String]()
      case .justified(let justification):
        TextReport.wrapped(
          "○ outcome \(name): \(justification.words)", indent: 2)
      case .gap(let gap): TextReport.wrapped("✗ " + gap.missing, indent: 2)
      }
    }
  }
}
