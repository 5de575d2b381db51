import CoverageData
import MCDCKernel

extension CoverageGap {
  /// Says what a condition lacks.
  static func missing(
    condition: Int, closing: [[ConditionVector]], of decision: CoverageManifest.Decision
  ) -> String {
    let name = Self.name(condition, of: decision)
    let shown = closing.prefix(3).map { rows in
      rows.map { Self.words($0, of: decision) }.joined(separator: " with ")
    }
    let wanted = shown.joined(separator: ", or by ")
    let more = closing.count > 3 ? ", or by others" : ""
    return "\(name) is not shown to decide; it would be by the row \(wanted)\(more)"
  }

  /// Says why a condition cannot be shown.
  static func missing(
    condition: Int, reason: InfeasibleReason, of decision: CoverageManifest.Decision
  ) -> String {
    let name = Self.name(condition, of: decision)
    switch reason {
    case .constant(let value):
      return "\(name) is always \(value), so no row can show it"
    case .neverDecides:
      return "\(name) never decides the outcome, so no row can show it"
    case .coupled(let others):
      let others = others.map { String($0 + 1) }.joined(separator: " and ")
      return "\(name) varies only together with condition \(others), so no row can show it"
    }
  }

  static func missing(outcome: Bool, of table: DecisionTable) -> String {
    table.possibleRows.contains { $0.outcome == outcome }
      ? "it was never \(outcome)" : "it cannot be \(outcome)"
  }

  static func missing(branch outcome: String) -> String {
    outcome == "taken" ? "it was never taken" : "it never had the outcome \"\(outcome)\""
  }

  private static func name(_ condition: Int, of decision: CoverageManifest.Decision) -> String {
    "condition \(condition + 1), \"\(decision.conditions[condition].text.clipped(to: 40))\","
  }

  /// `TF- → F (a true, b false)`.
  private static func words(
    _ row: ConditionVector, of decision: CoverageManifest.Decision
  ) -> String {
    let values = decision.conditions.indices.compactMap { position -> String? in
      guard let value = row[position] else { return nil }
      return "\(decision.conditions[position].text.clipped(to: 40)) \(value)"
    }
    let text = row.text(conditions: decision.conditions.count)
    return "\(text) (\(values.joined(separator: ", ")))"
  }
}
