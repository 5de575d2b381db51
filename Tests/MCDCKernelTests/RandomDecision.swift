import CoreDriver
import MCDCKernel

/// A decision drawn from a seed, with terms and some of its possible rows.
struct RandomDecision {
  let expression: BooleanExpression
  let terms: [ConditionTerm]
  let table: DecisionTable
  let rows: [ConditionVector]

  init(seed: UInt64, coupled: Bool) throws {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 1...7, using: &generator)
    var next = 0
    expression = Self.draw(count, &next, &generator)
    terms = (0..<count).map { _ in coupled ? Self.term(&generator) : .independent }
    table = try DecisionTable(expression, terms: terms)
    let share = Double.random(in: 0.1...0.9, using: &generator)
    rows = table.possibleRows.shuffled(using: &generator).filter { _ in
      Double.random(in: 0..<1, using: &generator) < share
    }
  }

  private static func draw(
    _ count: Int, _ next: inout Int, _ generator: inout SplitMix64
  ) -> BooleanExpression {
    if Int.random(in: 0..<4, using: &generator) == 0 {
      return .not(draw(count, &next, &generator))
    }
    guard count > 1 else {
      next += 1
      return .condition(next - 1)
    }
    let left = Int.random(in: 1..<count, using: &generator)
    let first = draw(left, &next, &generator)
    let second = draw(count - left, &next, &generator)
    return Bool.random(using: &generator) ? .and(first, second) : .or(first, second)
  }

  private static func term(_ generator: inout SplitMix64) -> ConditionTerm {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: .constant(Bool.random(using: &generator))
    case 1...5:
      .variable(
        ["a", "b", "c"].randomElement(using: &generator) ?? "a",
        negated: Bool.random(using: &generator))
    default: .independent
    }
  }

  /// Whether the terms allow this assignment.
  func allows(_ assignment: UInt64) -> Bool {
    var known: [String: Bool] = [:]
    return terms.enumerated().allSatisfy { position, term in
      let value = assignment & (1 << UInt64(position)) != 0
      switch term {
      case .constant(let constant): return value == constant
      case .variable(let name, let negated):
        let before = known.updateValue(value != negated, forKey: name)
        return before == nil || before == (value != negated)
      case .independent: return true
      }
    }
  }
}
