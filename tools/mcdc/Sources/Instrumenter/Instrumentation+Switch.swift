import CoverageData
import SwiftSyntax

/// The arms of a `switch`. In one that is a statement an arm begins with a call of the probe; one
/// that makes a value may hold but an expression, which the call is put around.
extension Instrumentation {
  func walk(switch node: SwitchExprSyntax) {
    settle(node.switchKeyword)
    refuseTable(node)
    walk(node.subject)
    walk(node.cases)
  }

  /// A `switch` over Booleans is a decision without operators: its conditions would go unseen.
  private func refuseTable(_ node: SwitchExprSyntax) {
    let tokens = node.cases.flatMap { item -> [TokenSyntax] in
      guard let label = item.as(SwitchCaseSyntax.self)?.label,
        case .case(let label) = label
      else { return [] }
      return label.caseItems.flatMap { $0.pattern.tokens(viewMode: .sourceAccurate) }
    }
    guard node.subject.is(TupleExprSyntax.self),
      tokens.contains(where: { $0.text == "true" || $0.text == "false" })
    else { return }
    refuse(node.subject, "A `switch` over several Booleans hides the conditions of a decision.")
  }

  func walk(arm node: SwitchCaseSyntax) {
    guard let end = node.label.lastToken(viewMode: .sourceAccurate) else { return }
    let range = unit.range(
      from: node.label.positionAfterSkippingLeadingTrivia,
      to: end.positionAfterSkippingLeadingTrivia)
    let text = String(node.label.oneLine.dropLast())
    let id = add(.switchCase, range, text, outcomes: ["taken"])
    walk(node.label)
    let whole = node.parent?.parent
    let isValue = whole.map(Self.isValue) ?? false
    let outer = whole.flatMap { outerArms[$0.id] } ?? []
    walk(node.statements, takenBy: outer + [id], isValue: isValue, after: end)
  }

  /// The statements of an arm, or of an `if` within one.
  func walk(
    _ statements: CodeBlockItemListSyntax, takenBy arms: [Int], isValue: Bool,
    after colon: TokenSyntax
  ) {
    guard isValue, let value = Self.value(of: statements) else {
      for arm in arms { splice.insert(" let _ = MCDC.taken(\(arm));", at: colon.end) }
      walk(statements)
      return
    }
    if value.is(IfExprSyntax.self) || value.is(SwitchExprSyntax.self) {
      outerArms[value.id] = arms
      walk(statements)
      return
    }
    for arm in arms { splice.insert("MCDC.arm(MCDC.taken(\(arm)), ", at: value.start) }
    walk(value)
    splice.insert(String(repeating: ")", count: arms.count), at: value.end)
  }

  /// The only expression; nil when there is more, or when it never returns.
  private static func value(of statements: CodeBlockItemListSyntax) -> ExprSyntax? {
    guard statements.count == 1, let item = statements.first?.item else { return nil }
    let expression: ExprSyntax
    switch item {
    case .expr(let node): expression = node
    case .stmt(let node):
      guard let node = node.as(ExpressionStmtSyntax.self)?.expression else { return nil }
      expression = node
    default: return nil
    }
    if let infix = expression.as(InfixOperatorExprSyntax.self),
      infix.operator.is(AssignmentExprSyntax.self)
    {
      return nil
    }
    let callee = expression.as(FunctionCallExprSyntax.self)?.calledExpression.trimmedDescription
    return ["fatalError", "preconditionFailure"].contains(callee) ? nil : expression
  }

  /// Whether an `if` or `switch` makes a value.
  static func isValue(_ node: Syntax) -> Bool {
    guard let parent = node.parent else { return false }
    if let outer = parent.as(IfExprSyntax.self) { return isValue(Syntax(outer)) }
    guard parent.is(ExpressionStmtSyntax.self) else { return !parent.is(CodeBlockItemSyntax.self) }
    guard let item = parent.parent?.as(CodeBlockItemSyntax.self),
      let list = item.parent?.as(CodeBlockItemListSyntax.self), list.count == 1,
      let holder = list.parent
    else { return false }
    if holder.is(ClosureExprSyntax.self) || holder.is(AccessorBlockSyntax.self) { return true }
    if holder.is(SwitchCaseSyntax.self) {
      return (holder.parent?.parent).map(isValue) ?? false
    }
    guard holder.is(CodeBlockSyntax.self), let owner = holder.parent else { return false }
    if owner.is(IfExprSyntax.self) { return isValue(owner) }
    if let accessor = owner.as(AccessorDeclSyntax.self) {
      return accessor.accessorSpecifier.text == "get"
    }
    guard let result = owner.as(FunctionDeclSyntax.self)?.signature.returnClause else {
      return false
    }
    return !["Void", "()"].contains(result.type.trimmedDescription)
  }
}
