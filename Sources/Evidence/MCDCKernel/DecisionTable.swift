/// A decision as MC/DC sees it: its tree, what is known of its conditions, and so its possible
/// rows.
///
/// What a decision is follows CAST-10 (2002): any Boolean expression, also one that no branch
/// depends on, and one condition alone is a decision too.
public struct DecisionTable: Sendable {
  /// More conditions than this in one decision are refused.
  public static let conditionLimit = 21

  public let expression: BooleanExpression
  public let terms: [ConditionTerm]
  /// Every row that the decision can have, coupled and constant conditions respected.
  public let possibleRows: [ConditionVector]

  /// - Parameter terms: one for each condition, in the order of the source.
  public init(
    _ expression: BooleanExpression, terms: [ConditionTerm]
  ) throws(DecisionError) {
    let positions = expression.conditions
    guard positions.count <= Self.conditionLimit else {
      throw .tooManyConditions(positions.count)
    }
    guard positions == Array(terms.indices) else { throw .wrongNumbering(positions) }
    self.init(numbered: expression, terms)
  }

  /// - Parameter texts: one for each condition, as written in the source.
  public init(
    _ expression: BooleanExpression, texts: [String]
  ) throws(DecisionError) {
    try self.init(expression, terms: texts.map { ConditionTerm(text: $0) })
  }

  private init(numbered expression: BooleanExpression, _ terms: [ConditionTerm]) {
    self.expression = expression
    self.terms = terms
    possibleRows = PathSearch(terms: terms).rows(of: expression)
  }

  /// Refuses a row that is no path through the tree.
  public func check(_ row: ConditionVector) throws(DecisionError) {
    let evaluation = Evaluation.of(expression, in: row)
    guard evaluation.value == row.outcome else { throw .notAPath(row) }
    guard evaluation.visited == row.evaluated else { throw .notAPath(row) }
    guard row.values & ~row.evaluated == 0 else { throw .notAPath(row) }
  }

  /// Whether the value of a condition decides the outcome of a row: it was evaluated, and no
  /// sibling on its way up forces the operator. The half of masking that one row can give.
  public func decides(_ condition: Int, in row: ConditionVector) -> Bool {
    Evaluation.of(expression, in: row).deciding & ConditionVector.bit(condition) != 0
  }

  /// The verdict on each condition.
  /// - Parameter rows: what was recorded, in any order.
  /// - Throws: `notAPath` for a row that the decision cannot have written.
  public func judge(
    _ rows: [ConditionVector], by criterion: Criterion
  ) throws(DecisionError) -> [ConditionVerdict] {
    for row in rows { try check(row) }
    let table = believing(rows)
    return terms.indices.map { condition in
      Judgement(table: table, rows: rows, criterion: criterion, condition: condition).verdict
    }
  }

  /// The same decision with nothing assumed that the rows refute: same text need not mean same
  /// value, when something in between changes it.
  private func believing(_ rows: [ConditionVector]) -> DecisionTable {
    var known = terms
    for row in rows {
      var seen: [String: Bool] = [:]
      for (position, term) in terms.enumerated() {
        guard let value = row[position] else { continue }
        switch term {
        case .constant(let constant):
          if value != constant { known[position] = .independent }
        case .variable(let name, let negated):
          let before = seen.updateValue(value != negated, forKey: name)
          if let before, before != (value != negated) {
            known = known.map { Self.names($0, name) ? .independent : $0 }
          }
        case .independent: break
        }
      }
    }
    return known == terms ? self : DecisionTable(numbered: expression, known)
  }

  private static func names(_ term: ConditionTerm, _ name: String) -> Bool {
    switch term {
    case .variable(let other, _): other == name
    case .constant, .independent: false
    }
  }
}
