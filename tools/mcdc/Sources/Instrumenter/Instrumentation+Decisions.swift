import CoverageData
import MCDCKernel
import SwiftSyntax

extension Instrumentation {
  func walk(if node: IfExprSyntax) {
    settle(node.ifKeyword)
    walk(node.conditions, .if)
    let isValue = Self.isValue(Syntax(node))
    let arms = outerArms[node.id] ?? []
    walk(node.body.statements, takenBy: arms, isValue: isValue, after: node.body.leftBrace)
    switch node.elseBody {
    case .ifExpr(let other):
      outerArms[other.id] = arms
      walk(other)
    case .codeBlock(let block):
      walk(block.statements, takenBy: arms, isValue: isValue, after: block.leftBrace)
    case nil: break
    @unknown default: walkChildren(of: node)
    }
  }

  func walk(guard node: GuardStmtSyntax) {
    settle(node.guardKeyword)
    walk(node.conditions, .guard)
    walk(node.body)
  }

  func walk(while node: WhileStmtSyntax) {
    settle(node.whileKeyword)
    walk(node.conditions, .while)
    walk(node.body)
  }

  func walk(repeat node: RepeatStmtSyntax) {
    settle(node.repeatKeyword)
    settle(node.whileKeyword)
    walk(node.body)
    walk(decision: node.condition, .repeat)
  }

  func walk(ternary node: TernaryExprSyntax) {
    settle(node.questionMark)
    walk(decision: node.condition, .ternary)
    walk(node.thenExpression)
    walk(node.elseExpression)
  }

  func walk(where node: WhereClauseSyntax) {
    settle(node.whereKeyword)
    walk(decision: node.condition, .where)
  }

  func walk(infix node: InfixOperatorExprSyntax) -> Bool {
    guard let symbol = node.operator.as(BinaryOperatorExprSyntax.self) else { return false }
    switch symbol.operator.text {
    case "&&", "||": walk(decision: ExprSyntax(node), .expression)
    case "??": walk(coalescing: node, symbol)
    default: return false
    }
    return true
  }

  func walk(prefix node: PrefixOperatorExprSyntax) -> Bool {
    guard node.operator.text == "!" else { return false }
    walk(decision: ExprSyntax(node), .expression)
    return true
  }

  /// A decision that is one expression.
  private func walk(decision expression: ExprSyntax, _ kind: CoverageManifest.DecisionKind) {
    guard !expression.is(BooleanLiteralExprSyntax.self) else { return }
    let element = DecisionElement(.boolean(expression), from: 0)
    walk([element], kind, whole: expression)
  }

  /// A list of conditions is the conjunction of its elements.
  private func walk(_ list: ConditionElementListSyntax, _ kind: CoverageManifest.DecisionKind) {
    var elements: [DecisionElement] = []
    var count = 0
    for item in list {
      guard let source = DecisionElement.Source(item) else {
        walkChildren(of: item)
        continue
      }
      let element = DecisionElement(source, from: count)
      count += element.conditionCount
      elements.append(element)
    }
    guard !elements.isEmpty else { return }
    walk(elements, kind, whole: list)
  }

  private func walk(
    _ elements: [DecisionElement], _ kind: CoverageManifest.DecisionKind,
    whole: some SyntaxProtocol
  ) {
    let count = elements.reduce(0) { $0 + $1.conditionCount }
    for element in elements { settle(operatorsOf: element) }
    guard count <= DecisionTable.conditionLimit else {
      refuse(
        whole,
        "It has \(count) conditions, and \(DecisionTable.conditionLimit) are told apart at most.")
      walkWithoutDecision(elements)
      return
    }
    let id = manifest.decisions.count
    manifest.decisions.append(
      CoverageManifest.Decision(
        id: id, file: file, range: unit.range(of: whole), kind: kind,
        function: Surrounding.name(of: surroundings), text: whole.oneLine,
        expression: DecisionElement.conjunction(of: elements),
        conditions: elements.flatMap { element in
          element.conditions.map { node, kind in
            CoverageManifest.Condition(
              text: node.oneLine, range: unit.range(of: node), kind: kind)
          }
        }))
    write(elements, of: id, isSingle: count == 1)
  }

  private func settle(operatorsOf element: DecisionElement) {
    guard case .boolean(let expression) = element.source else { return }
    func settle(_ tree: LogicalTree) {
      switch tree {
      case .leaf: return
      case .not(let node, let inner):
        self.settle(node.operator)
        settle(inner)
      case .parenthesized(_, let inner): settle(inner)
      case .and(let node, let left, let right), .or(let node, let left, let right):
        if let symbol = node.operator.as(BinaryOperatorExprSyntax.self) {
          self.settle(symbol.operator)
        }
        settle(left)
        settle(right)
      }
    }
    settle(LogicalTree(LogicalTree.withoutEffects(expression)))
  }

  /// What is within the conditions of a decision that is refused itself.
  private func walkWithoutDecision(_ elements: [DecisionElement]) {
    for element in elements {
      switch element.source {
      case .boolean(let expression):
        for leaf in LogicalTree(LogicalTree.withoutEffects(expression)).leaves { walk(leaf) }
      case .binding(let node): walkChildren(of: node)
      case .pattern(let node): walkChildren(of: node)
      }
    }
  }
}
