import MCDCKernel
import SwiftSyntax

/// An expression taken apart at `&&`, `||` and `!`.
indirect enum LogicalTree {
  case leaf(ExprSyntax)
  case not(PrefixOperatorExprSyntax, LogicalTree)
  case and(InfixOperatorExprSyntax, LogicalTree, LogicalTree)
  case or(InfixOperatorExprSyntax, LogicalTree, LogicalTree)
  /// Parentheses around a tree.
  case parenthesized(TupleExprSyntax, LogicalTree)

  init(_ expression: ExprSyntax) {
    if let infix = expression.as(InfixOperatorExprSyntax.self),
      let symbol = infix.operator.as(BinaryOperatorExprSyntax.self)
    {
      let left = { LogicalTree(infix.leftOperand) }
      let right = { LogicalTree(infix.rightOperand) }
      switch symbol.operator.text {
      case "&&": self = .and(infix, left(), right())
      case "||": self = .or(infix, left(), right())
      default: self = .leaf(expression)
      }
    } else if let prefix = expression.as(PrefixOperatorExprSyntax.self),
      prefix.operator.text == "!"
    {
      self = .not(prefix, LogicalTree(prefix.expression))
    } else if let tuple = expression.as(TupleExprSyntax.self), tuple.elements.count == 1,
      let element = tuple.elements.first, element.label == nil
    {
      let inner = LogicalTree(element.expression)
      self = inner.isLeaf ? .leaf(expression) : .parenthesized(tuple, inner)
    } else {
      self = .leaf(expression)
    }
  }

  var isLeaf: Bool {
    if case .leaf = self { true } else { false }
  }

  var leaves: [ExprSyntax] {
    switch self {
    case .leaf(let expression): [expression]
    case .not(_, let inner), .parenthesized(_, let inner): inner.leaves
    case .and(_, let left, let right), .or(_, let left, let right): left.leaves + right.leaves
    }
  }

  /// As the kernel has it, with conditions counted from `first` on.
  func expression(from first: Int) -> BooleanExpression {
    switch self {
    case .leaf: .condition(first)
    case .not(_, let inner): .not(inner.expression(from: first))
    case .parenthesized(_, let inner): inner.expression(from: first)
    case .and(_, let left, let right):
      .and(
        left.expression(from: first), right.expression(from: first + left.leaves.count))
    case .or(_, let left, let right):
      .or(
        left.expression(from: first), right.expression(from: first + left.leaves.count))
    }
  }

  /// An expression below `try`, `await` and `unsafe`.
  static func withoutEffects(_ expression: ExprSyntax) -> ExprSyntax {
    if let inner = expression.as(TryExprSyntax.self)?.expression { return withoutEffects(inner) }
    if let inner = expression.as(AwaitExprSyntax.self)?.expression { return withoutEffects(inner) }
    if let inner = expression.as(UnsafeExprSyntax.self)?.expression {
      return withoutEffects(inner)
    }
    return expression
  }
}

/// Which conditions an element of a list has evaluated when it passed, and what they were.
struct PassingVector: Equatable {
  var evaluated: UInt32 = 0
  var values: UInt32 = 0

  static func | (left: PassingVector, right: PassingVector) -> PassingVector {
    PassingVector(
      evaluated: left.evaluated | right.evaluated, values: left.values | right.values)
  }

  /// The one way in which the expression can be `outcome`; nil when there are several.
  static func only(of expression: BooleanExpression, outcome: Bool) -> PassingVector? {
    switch expression {
    case .condition(let position):
      return PassingVector(
        evaluated: 1 << UInt32(position), values: outcome ? 1 << UInt32(position) : 0)
    case .not(let inner): return only(of: inner, outcome: !outcome)
    case .and(let left, let right): return outcome ? both(left, right, true) : nil
    case .or(let left, let right): return outcome ? nil : both(left, right, false)
    }
  }

  private static func both(
    _ left: BooleanExpression, _ right: BooleanExpression, _ outcome: Bool
  ) -> PassingVector? {
    guard let left = only(of: left, outcome: outcome) else { return nil }
    guard let right = only(of: right, outcome: outcome) else { return nil }
    return left | right
  }
}
