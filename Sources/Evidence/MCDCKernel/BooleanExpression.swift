/// The tree of a decision: `&&`, `||` and `!` over conditions.
///
/// A condition is a Boolean expression without Boolean operators, and a decision one made of
/// conditions and none or more such operators: the terms of DO-178C's glossary. A condition is
/// named by its position, counted from 0 in the order of the source.
public indirect enum BooleanExpression: Hashable, Sendable {
  case condition(Int)
  case not(BooleanExpression)
  case and(BooleanExpression, BooleanExpression)
  case or(BooleanExpression, BooleanExpression)

  /// The positions of all conditions, in the order of the source.
  public var conditions: [Int] {
    switch self {
    case .condition(let position): [position]
    case .not(let inner): inner.conditions
    case .and(let left, let right): left.conditions + right.conditions
    case .or(let left, let right): left.conditions + right.conditions
    }
  }
}
