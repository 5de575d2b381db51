import CoverageData
import SwiftSyntax

/// Places where the flow divides without a Boolean expression.
extension Instrumentation {
  /// - Returns: the branch's id.
  func add(
    _ kind: CoverageManifest.BranchKind, _ range: SourceRange, _ text: String,
    outcomes: [String]
  ) -> Int {
    let id = manifest.branches.count
    manifest.branches.append(
      CoverageManifest.Branch(
        id: id, file: file, range: range, function: Surrounding.name(of: surroundings),
        text: text, kind: kind, outcomes: outcomes))
    return id
  }

  private func add(
    _ kind: CoverageManifest.BranchKind, _ node: some SyntaxProtocol, outcomes: [String]
  ) -> Int {
    add(kind, unit.range(of: node), node.oneLine, outcomes: outcomes)
  }

  /// `a ?? b`
  func walk(coalescing node: InfixOperatorExprSyntax, _ symbol: BinaryOperatorExprSyntax) {
    settle(symbol.operator)
    let id = add(.nilCoalescing, node, outcomes: ["nil", "value"])
    splice.insert("MCDC.coalesced(\(id), ", at: node.leftOperand.start)
    walk(node.leftOperand)
    splice.insert(")", at: node.leftOperand.end)
    walk(node.rightOperand)
  }

  /// `a?.b`: the optional is looked at where it stands, since the rest may change it.
  func walk(chain node: OptionalChainingExprSyntax) {
    settle(node.questionMark)
    guard Self.isChain(node) else {
      walk(node.expression)
      return
    }
    var whole = Syntax(node)
    if let member = node.parent?.as(MemberAccessExprSyntax.self) { whole = Syntax(member) }
    let id = add(.optionalChain, whole, outcomes: ["nil", "value"])
    walk(node.expression)
    splice.insert("[mcdc: \(id)]", at: node.questionMark.start)
  }

  /// In a pattern `x?` is no chain: nothing follows.
  private static func isChain(_ node: OptionalChainingExprSyntax) -> Bool {
    guard let parent = node.parent else { return false }
    switch parent.as(SyntaxEnum.self) {
    case .memberAccessExpr(let member):
      // `String?.none` names a type.
      let isOfOptional = ["none", "some", "init"].contains(member.declName.baseName.text)
      return !isOfOptional || !looksLikeAType(node.expression)
    case .functionCallExpr, .subscriptCallExpr, .forceUnwrapExpr,
      .postfixOperatorExpr:
      return true
    case .optionalChainingExpr(let outer): return isChain(outer)
    case .infixOperatorExpr(let infix): return infix.operator.is(AssignmentExprSyntax.self)
    default: return false
    }
  }

  private static func looksLikeAType(_ expression: ExprSyntax) -> Bool {
    let name = expression.trimmedDescription.split(separator: ".").last?.first
    return name.map { $0.isUppercase || $0 == "[" } ?? false
  }

  func walk(try node: TryExprSyntax) {
    settle(node.tryKeyword)
    guard node.questionOrExclamationMark?.text != "!" else {
      note(assertion: node)
      walk(node.expression)
      return
    }
    let isValue = node.expression.is(IfExprSyntax.self) || node.expression.is(SwitchExprSyntax.self)
    guard !isValue else {
      refuse(node.tryKeyword, "A `try` over a whole `if` or `switch` cannot be observed.")
      walk(node.expression)
      return
    }
    let id = add(.try, node, outcomes: ["returned", "threw"])
    if isDelegation(node) {
      splice.insert("let _ = MCDC.entered(\(id)); ", at: node.start)
      walk(node.expression)
      splice.insert("; MCDC.returned(\(id), ())", at: node.end)
      return
    }
    let operand = Self.observable(node.expression)
    if operand.id != node.expression.id { walkLeft(of: node.expression) }
    splice.insert("MCDC.returned(MCDC.entered(\(id)), ", at: operand.start)
    walk(operand)
    splice.insert(")", at: operand.end)
  }

  /// Of an assignment only the right side can be handed on.
  private static func observable(_ expression: ExprSyntax) -> ExprSyntax {
    guard let infix = expression.as(InfixOperatorExprSyntax.self),
      infix.operator.is(AssignmentExprSyntax.self)
    else { return expression }
    return infix.rightOperand
  }

  private func walkLeft(of expression: ExprSyntax) {
    if let infix = expression.as(InfixOperatorExprSyntax.self) { walk(infix.leftOperand) }
  }

  /// `try self.init(…)`, which stands for itself only.
  private func isDelegation(_ node: TryExprSyntax) -> Bool {
    guard node.parent?.is(CodeBlockItemSyntax.self) ?? false,
      let call = node.expression.as(FunctionCallExprSyntax.self),
      let member = call.calledExpression.as(MemberAccessExprSyntax.self)
    else { return false }
    return member.declName.baseName.text == "init"
      && ["self", "super"].contains(member.base?.trimmedDescription)
  }

  func walk(catch node: CatchClauseSyntax) {
    settle(node.catchKeyword)
    let end = node.catchItems.isEmpty ? node.catchKeyword.end : node.catchItems.end
    let range = unit.range(
      from: node.catchKeyword.positionAfterSkippingLeadingTrivia,
      to: AbsolutePosition(utf8Offset: end))
    let text = node.catchItems.isEmpty ? "catch" : "catch \(node.catchItems.oneLine)"
    let id = add(.catch, range, text, outcomes: ["taken"])
    walk(node.catchItems)
    splice.insert(" let _ = MCDC.taken(\(id));", at: node.body.leftBrace.end)
    walk(node.body)
  }
}
