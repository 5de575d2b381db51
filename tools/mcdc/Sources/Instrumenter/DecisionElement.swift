import CoverageData
import MCDCKernel
import SwiftSyntax

/// An element of the list of an `if`, `guard` or `while`; any other decision is a list of one.
struct DecisionElement {
  enum Source {
    case boolean(ExprSyntax)
    case binding(OptionalBindingConditionSyntax)
    case pattern(MatchingPatternConditionSyntax)

    /// Nil for what is no condition: a check of availability, a literal, a pattern that always
    /// matches.
    init?(_ element: ConditionElementSyntax) {
      switch element.condition {
      case .expression(let expression):
        guard !expression.is(BooleanLiteralExprSyntax.self) else { return nil }
        self = .boolean(expression)
      case .availability: return nil
      case .optionalBinding(let node): self = .binding(node)
      case .matchingPattern(let node):
        guard !Self.alwaysMatches(Syntax(node.pattern)) else { return nil }
        self = .pattern(node)
      @unknown default: return nil
      }
    }

    private static func alwaysMatches(_ pattern: Syntax) -> Bool {
      switch pattern.as(SyntaxEnum.self) {
      case .identifierPattern, .wildcardPattern, .discardAssignmentExpr: true
      case .valueBindingPattern(let node): alwaysMatches(Syntax(node.pattern))
      case .patternExpr(let node): alwaysMatches(Syntax(node.pattern))
      case .expressionPattern(let node): alwaysMatches(Syntax(node.expression))
      case .tuplePattern(let node):
        node.elements.allSatisfy { alwaysMatches(Syntax($0.pattern)) }
      case .tupleExpr(let node):
        node.elements.allSatisfy { alwaysMatches(Syntax($0.expression)) }
      default: false
      }
    }
  }

  let source: Source
  /// The position of its first condition in the decision.
  let first: Int
  let conditions: [(node: Syntax, kind: CoverageManifest.ConditionKind)]
  let expression: BooleanExpression

  var conditionCount: Int { conditions.count }

  init(_ source: Source, from first: Int) {
    self.source = source
    self.first = first
    switch source {
    case .boolean(let whole):
      let root = Self.root(of: whole)
      let tree = LogicalTree(root)
      conditions = tree.leaves.map { (Syntax($0), .boolean) }
      expression = tree.expression(from: first)
    case .binding(let node):
      conditions = [(Syntax(node), .binding)]
      expression = .condition(first)
    case .pattern(let node):
      conditions = [(Syntax(node), .pattern)]
      expression = .condition(first)
    }
  }

  /// Where the tree of a Boolean element begins: below `try` and `await` if there is an operator
  /// below, else at the element itself, which is then one condition.
  static func root(of expression: ExprSyntax) -> ExprSyntax {
    let inner = LogicalTree.withoutEffects(expression)
    return LogicalTree(inner).isLeaf ? expression : inner
  }

  /// Of one element or more.
  static func conjunction(of elements: [DecisionElement]) -> BooleanExpression {
    let expressions = elements.map(\.expression)
    return expressions.dropFirst().reduce(expressions[0]) { .and($0, $1) }
  }
}
