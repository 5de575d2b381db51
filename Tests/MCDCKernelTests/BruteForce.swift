import MCDCKernel

/// MC/DC by trying everything: assignments of all conditions, and every pair of rows. Shares no
/// code with the kernel, and none of its ideas about paths.
struct BruteForce {
  let expression: BooleanExpression
  let count: Int

  /// An assignment gives each condition a value, evaluated or not: bit i is condition i.
  var assignments: Range<UInt64> { 0..<(1 << UInt64(count)) }

  func outcome(of assignment: UInt64) -> Bool { Self.value(expression, assignment) }

  /// The row that an evaluation with short circuit leaves.
  func row(of assignment: UInt64) -> ConditionVector {
    var evaluated: UInt64 = 0
    let outcome = Self.run(expression, assignment, &evaluated)
    return ConditionVector(
      evaluated: evaluated, values: assignment & evaluated, outcome: outcome)
  }

  /// Whether some assignment behind the row changes its outcome when only this condition changes.
  func decides(_ condition: Int, in row: ConditionVector) -> Bool {
    assignments.contains { assignment in
      self.row(of: assignment) == row
        && row[condition] != nil
        && outcome(of: assignment) != outcome(of: assignment ^ (1 << UInt64(condition)))
    }
  }

  func showsMasked(_ condition: Int, _ first: ConditionVector, _ second: ConditionVector) -> Bool {
    first[condition] == true && second[condition] == false && first.outcome != second.outcome
      && decides(condition, in: first) && decides(condition, in: second)
  }

  func showsUniquely(
    _ condition: Int, _ first: ConditionVector, _ second: ConditionVector
  ) -> Bool {
    guard first[condition] == true, second[condition] == false else { return false }
    guard first.outcome != second.outcome else { return false }
    return (0..<count).allSatisfy { other in
      guard other != condition else { return true }
      guard let left = first[other], let right = second[other] else { return true }
      return left == right
    }
  }

  func isCovered(_ condition: Int, by rows: [ConditionVector], _ criterion: Criterion) -> Bool {
    rows.contains { first in
      rows.contains { second in shows(condition, first, second, criterion) }
    }
  }

  func shows(
    _ condition: Int, _ first: ConditionVector, _ second: ConditionVector, _ criterion: Criterion
  ) -> Bool {
    switch criterion {
    case .masking: showsMasked(condition, first, second)
    case .uniqueCause: showsUniquely(condition, first, second)
    }
  }

  private static func value(_ expression: BooleanExpression, _ assignment: UInt64) -> Bool {
    switch expression {
    case .condition(let position): assignment & (1 << UInt64(position)) != 0
    case .not(let inner): !value(inner, assignment)
    case .and(let left, let right):
      [value(left, assignment), value(right, assignment)].allSatisfy { $0 }
    case .or(let left, let right):
      [value(left, assignment), value(right, assignment)].contains(true)
    }
  }

  private static func run(
    _ expression: BooleanExpression, _ assignment: UInt64, _ evaluated: inout UInt64
  ) -> Bool {
    switch expression {
    case .condition(let position):
      evaluated |= 1 << UInt64(position)
      return assignment & (1 << UInt64(position)) != 0
    case .not(let inner): return !run(inner, assignment, &evaluated)
    case .and(let left, let right):
      return run(left, assignment, &evaluated) && run(right, assignment, &evaluated)
    case .or(let left, let right):
      return run(left, assignment, &evaluated) || run(right, assignment, &evaluated)
    }
  }
}
