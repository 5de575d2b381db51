import CoverageData
import MCDCKernel

extension DecisionReport {
  /// Judges a decision by its recorded rows.
  init(
    _ decision: CoverageManifest.Decision, in path: String, rows raw: [RawCoverage.Row],
    criterion: Criterion
  ) throws(DecisionError) {
    let table = try DecisionTable(
      decision.expression, texts: decision.conditions.map(\.text))
    let rows = Self.merged(raw, in: table)
    let verdicts = try table.judge(rows.map(\.vector), by: criterion)
    self.decision = decision
    self.table = table
    self.rows = rows
    self.verdicts = verdicts
    conditions = verdicts.enumerated().map { position, verdict in
      Self.state(of: position, verdict, decision, path)
    }
    outcomes = [true, false].map { outcome in
      if rows.contains(where: { $0.vector.outcome == outcome }) { return .covered }
      return .gap(
        Self.gap(
          .outcome(outcome), CoverageGap.missing(outcome: outcome, of: table), decision, path))
    }
  }

  /// One row for each vector, in the order of the truth table.
  private static func merged(_ raw: [RawCoverage.Row], in table: DecisionTable) -> [RecordedRow] {
    let byVector = Dictionary(grouping: raw) { row in
      ConditionVector(evaluated: row.evaluated, values: row.values, outcome: row.outcome)
    }
    let merged = byVector.map { vector, rows in
      RecordedRow(
        vector: vector, hits: rows.reduce(0) { $0 + $1.hits },
        events: Set(rows.flatMap(\.events)).sorted())
    }
    let ranks = Dictionary(
      uniqueKeysWithValues: table.possibleRows.enumerated().map { ($1, $0) })
    return merged.sorted { left, right in
      (ranks[left.vector] ?? Int.max, left.vector.values, left.vector.evaluated)
        < (ranks[right.vector] ?? Int.max, right.vector.values, right.vector.evaluated)
    }
  }

  private static func state(
    of position: Int, _ verdict: ConditionVerdict, _ decision: CoverageManifest.Decision,
    _ path: String
  ) -> CoverageState {
    switch verdict {
    case .covered: return .covered
    case .uncovered(let closing):
      let missing = CoverageGap.missing(condition: position, closing: closing, of: decision)
      return .gap(gap(.condition(position, closing: closing), missing, decision, path))
    case .infeasible(let reason):
      let missing = CoverageGap.missing(condition: position, reason: reason, of: decision)
      return .gap(gap(.infeasible(position, reason), missing, decision, path))
    }
  }

  private static func gap(
    _ kind: CoverageGap.Kind, _ missing: String, _ decision: CoverageManifest.Decision,
    _ path: String
  ) -> CoverageGap {
    CoverageGap(
      kind: kind, path: path, range: decision.range, function: decision.function,
      text: decision.text, missing: missing)
  }
}
