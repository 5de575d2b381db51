/// The verdict on one condition of a decision.
struct Judgement {
  let table: DecisionTable
  let rows: [ConditionVector]
  let criterion: Criterion
  let condition: Int

  /// So many ways to close a gap are told at most.
  private static let closingLimit = 8

  var verdict: ConditionVerdict {
    if let pair = provingPair { return .covered(pair) }
    let closing = singleRows.isEmpty ? pairsOfRows : singleRows
    guard closing.isEmpty else { return .uncovered(closing: closing) }
    return .infeasible(reason)
  }

  /// Unique cause is preferred also where masking is enough: such a pair is easier to read.
  private var provingPair: ProvingPair? {
    firstPair(showing: showsUniquely)
      ?? (criterion == .masking ? firstPair(showing: showsMasked) : nil)
  }

  private func firstPair(
    showing shows: (ConditionVector, ConditionVector) -> Bool
  ) -> ProvingPair? {
    for (first, whenTrue) in rows.enumerated() where whenTrue[condition] == true {
      for (second, whenFalse) in rows.enumerated() where shows(whenTrue, whenFalse) {
        return ProvingPair(whenTrue: first, whenFalse: second)
      }
    }
    return nil
  }

  /// Possible rows that close the gap together with a recorded one.
  private var singleRows: [[ConditionVector]] {
    let closing = table.possibleRows.filter { possible in
      rows.contains { shows(possible, $0) || shows($0, possible) }
    }
    return closing.prefix(Self.closingLimit).map { [$0] }
  }

  /// Possible rows that close the gap together.
  private var pairsOfRows: [[ConditionVector]] {
    var closing: [[ConditionVector]] = []
    for whenTrue in table.possibleRows where whenTrue[condition] == true {
      for whenFalse in table.possibleRows where shows(whenTrue, whenFalse) {
        closing.append([whenTrue, whenFalse])
        if closing.count == Self.closingLimit { return closing }
      }
    }
    return closing
  }

  private func shows(_ whenTrue: ConditionVector, _ whenFalse: ConditionVector) -> Bool {
    switch criterion {
    case .uniqueCause: showsUniquely(whenTrue, whenFalse)
    case .masking: showsMasked(whenTrue, whenFalse)
    }
  }

  private func showsUniquely(_ whenTrue: ConditionVector, _ whenFalse: ConditionVector) -> Bool {
    guard whenTrue[condition] == true else { return false }
    guard whenFalse[condition] == false else { return false }
    guard whenTrue.outcome != whenFalse.outcome else { return false }
    let differing =
      (whenTrue.values ^ whenFalse.values) & whenTrue.evaluated & whenFalse.evaluated
    return differing == ConditionVector.bit(condition)
  }

  private func showsMasked(_ whenTrue: ConditionVector, _ whenFalse: ConditionVector) -> Bool {
    guard whenTrue[condition] == true else { return false }
    guard whenFalse[condition] == false else { return false }
    return table.decides(condition, in: whenTrue) && table.decides(condition, in: whenFalse)
  }

  private var reason: InfeasibleReason {
    switch table.terms[condition] {
    case .constant(let value): .constant(value)
    case .independent: .neverDecides
    case .variable(let name, _):
      couples(of: name).isEmpty ? .neverDecides : .coupled(with: couples(of: name))
    }
  }

  private func couples(of name: String) -> [Int] {
    table.terms.indices.filter { other in
      guard other != condition, case .variable(name, _) = table.terms[other] else { return false }
      return true
    }
  }
}
