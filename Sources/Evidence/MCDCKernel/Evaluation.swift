/// What a row does in a tree, or in a part of it.
struct Evaluation {
  /// nil when the row does not evaluate this part, or stops in the middle of it.
  let value: Bool?
  /// The conditions that an evaluation of this row asks for.
  let visited: UInt64
  /// The conditions whose value reaches the top of this part: no sibling on the way up forces its
  /// operator. A sibling that was not evaluated forces nothing.
  let deciding: UInt64

  private static let none = Evaluation(value: nil, visited: 0, deciding: 0)

  static func of(_ expression: BooleanExpression, in row: ConditionVector) -> Evaluation {
    switch expression {
    case .condition(let position):
      guard let value = row[position] else { return none }
      let bit = ConditionVector.bit(position)
      return Evaluation(value: value, visited: bit, deciding: bit)
    case .not(let inner):
      let inner = of(inner, in: row)
      return Evaluation(
        value: inner.value.map { !$0 }, visited: inner.visited, deciding: inner.deciding)
    case .and(let left, let right):
      return join(left, right, in: row, forcing: false)
    case .or(let left, let right):
      return join(left, right, in: row, forcing: true)
    }
  }

  /// - Parameter forcing: the value of one side that settles the operator.
  private static func join(
    _ left: BooleanExpression, _ right: BooleanExpression, in row: ConditionVector, forcing: Bool
  ) -> Evaluation {
    let left = of(left, in: row)
    guard let first = left.value, first != forcing else { return left }
    let right = of(right, in: row)
    return Evaluation(
      value: right.value, visited: left.visited | right.visited,
      deciding: right.value == forcing ? right.deciding : left.deciding | right.deciding)
  }
}
