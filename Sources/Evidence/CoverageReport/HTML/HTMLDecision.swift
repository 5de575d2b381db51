import CoverageData
import MCDCKernel

/// The truth table of one decision, as it stands beside the source.
struct HTMLDecision {
  let decision: DecisionReport
  let report: CoverageReport
  let names: HTMLNames

  /// A way to close a gap, shown as rows that were not met.
  private struct Wanted {
    let vector: ConditionVector
    let conditions: [Int]
  }

  var html: String {
    let range = decision.decision.range
    return """
      <section class="item" id="\(HTMLNames.anchor(of: decision))" data-line="\(range.line)">
      <h2>\(HTMLPage.escaped(decision.decision.kind.rawValue)) <small>line \(range.line) in \
      <code>\(HTMLPage.escaped(decision.decision.function))</code></small></h2>
      <pre class="text">\(HTMLPage.escaped(decision.decision.text.inOneLine))</pre>
      \(conditions)
      \(table)
      \(outcomes)
      </section>
      """
  }

  private var count: Int { decision.decision.conditions.count }

  // MARK: Conditions

  private var conditions: String {
    let items = decision.conditions.enumerated().map { position, state in
      let text = HTMLPage.escaped(decision.decision.conditions[position].text.inOneLine)
      return "<li class=\"\(HTMLPage.style([state]))\">\(HTMLPage.mark(state))"
        + "<span class=\"number\">\(position + 1)</span><div><code>\(text)</code>"
        + "<span class=\"why\">\(why(position, state))</span></div></li>"
    }
    return "<ul class=\"conditions\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  private func why(_ position: Int, _ state: CoverageState) -> String {
    switch state {
    case .covered:
      switch decision.verdicts[position] {
      case .covered(let pair):
        return "shown by rows \(pair.whenTrue + 1) and \(pair.whenFalse + 1)"
      case .uncovered, .infeasible: return ""
      }
    case .justified(let justification): return HTMLPage.words(justification)
    case .gap(let gap):
      switch decision.verdicts[position] {
      case .covered, .infeasible: return HTMLPage.escaped(gap.missing)
      case .uncovered: return "not shown to decide: what is marked ✗ below was not met"
      }
    }
  }

  // MARK: Rows

  private var table: String {
    let heads = (0..<count).map { position in
      let text = HTMLPage.escaped(decision.decision.conditions[position].text.inOneLine)
      return "<th title=\"\(text)\">\(position + 1)</th>"
    }
    let rows = decision.rows.enumerated().map { number, row in line(number, row) }
    let missing = wanted.map { line($0) }
    return """
      <table class="truth">
      <thead><tr><th>row</th>\(heads.joined())<th>outcome</th><th class="figure">times</th>\
      <th>at</th></tr></thead>
      <tbody>
      \((rows + missing).joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  private func line(_ number: Int, _ row: DecisionReport.RecordedRow) -> String {
    let values = (0..<count).map { position in
      cell(row.vector[position], isProof: isProof(number, of: position))
    }
    let events = HTMLPage.links(to: row.events, report, names, top: "../")
    return "<tr><td class=\"figure\">\(number + 1)</td>\(values.joined())"
      + outcome(row.vector.outcome)
      + "<td class=\"figure\">\(row.hits)</td><td class=\"events\">\(events)</td></tr>"
  }

  private func line(_ wanted: Wanted) -> String {
    let values = (0..<count).map { cell(wanted.vector[$0], isProof: false) }
    let which = wanted.conditions.map { String($0 + 1) }.joined(separator: ", ")
    return "<tr class=\"wanted\"><td class=\"figure\">✗</td>\(values.joined())"
      + outcome(wanted.vector.outcome)
      + "<td class=\"figure\">0</td><td>not met; it would help to show \(which)</td></tr>"
  }

  private func cell(_ value: Bool?, isProof: Bool) -> String {
    let style = isProof ? " class=\"proof\"" : ""
    switch value {
    case true?: return "<td\(style)><span class=\"true\">T</span></td>"
    case false?: return "<td\(style)><span class=\"false\">F</span></td>"
    case nil: return "<td class=\"unread\" title=\"not evaluated\">–</td>"
    }
  }

  private func outcome(_ outcome: Bool) -> String {
    "<td class=\"outcome\"><span class=\"\(outcome)\">\(outcome)</span></td>"
  }

  private func isProof(_ row: Int, of condition: Int) -> Bool {
    switch decision.verdicts[condition] {
    case .covered(let pair): pair.whenTrue == row || pair.whenFalse == row
    case .uncovered, .infeasible: false
    }
  }

  /// The rows of the first way to close each gap.
  private var wanted: [Wanted] {
    var order: [ConditionVector] = []
    var conditions: [ConditionVector: [Int]] = [:]
    for (position, verdict) in decision.verdicts.enumerated() {
      guard case .uncovered(let closing) = verdict, let first = closing.first else { continue }
      guard decision.conditions[position].gap != nil else { continue }
      for vector in first {
        if conditions[vector] == nil { order.append(vector) }
        conditions[vector, default: []].append(position)
      }
    }
    return order.map { Wanted(vector: $0, conditions: conditions[$0] ?? []) }
      .filter { wanted in !decision.rows.contains { $0.vector == wanted.vector } }
  }

  // MARK: Outcomes

  private var outcomes: String {
    let lines = zip(["true", "false"], decision.outcomes).compactMap { name, state in
      switch state {
      case .covered: String?.none
      case .justified(let justification):
        "<p class=\"excused\">\(HTMLPage.mark(state)) outcome \(name): "
          + "\(HTMLPage.words(justification))</p>"
      case .gap(let gap):
        "<p class=\"gap\">\(HTMLPage.mark(state)) \(HTMLPage.escaped(gap.missing))</p>"
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension HTMLPage {
  static func words(_ justification: Justification) -> String {
    "justified: \(escaped(justification.reason.inOneLine)) "
      + "<em>(\(escaped(justification.because.inOneLine)))</em>"
  }
}
