import CoverageData
import SwiftIfConfig
import SwiftSyntax

/// What is not instrumented: it is listed, so that it is not missed in silence.
extension Instrumentation {
  func refuse(_ node: some SyntaxProtocol, _ reason: String) {
    manifest.refusals.append(
      CoverageManifest.Refusal(
        file: file, range: unit.range(of: node), text: node.oneLine, reason: reason))
  }

  func note(assertion node: some SyntaxProtocol) {
    manifest.assertions.append(
      CoverageManifest.Assertion(file: file, range: unit.range(of: node), text: node.oneLine))
  }

  func settle(_ token: TokenSyntax) {
    settled.insert(token.start)
  }

  /// Leaves a node as it is.
  func leave(_ node: some SyntaxProtocol) {
    for token in node.tokens(viewMode: .sourceAccurate) { settle(token) }
  }

  /// Leaves a node as it is, and refuses it if there is anything to cover in it.
  func leave(_ node: some SyntaxProtocol, refusing reason: String, always: Bool = false) {
    if always || node.tokens(viewMode: .sourceAccurate).contains(where: Self.divides) {
      refuse(node, reason)
    }
    leave(node)
  }

  func leave(macro node: Syntax, named name: TokenSyntax) {
    leave(
      node, refusing: "The macro \(name.text) makes other code of this, which is not seen here.")
  }

  /// An `#if`: only what is compiled is to be covered.
  func walk(conditional node: IfConfigDeclSyntax) {
    let active = unit.regions.activeClause(for: node)
    for clause in node.clauses {
      if let condition = clause.condition { leave(condition) }
      guard let elements = clause.elements else { continue }
      if clause.id == active?.id { walk(elements) } else { leave(elements) }
    }
  }

  /// An assertion states what must hold, so that it is false is nothing to be covered.
  func walk(call node: FunctionCallExprSyntax) -> Bool {
    guard Self.isAssertion(node) else { return false }
    note(assertion: node)
    leave(node)
    return true
  }

  static func isAssertion(_ node: FunctionCallExprSyntax) -> Bool {
    let assertions = [
      "assert", "assertionFailure", "precondition", "preconditionFailure", "fatalError",
    ]
    guard let name = node.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text else {
      return false
    }
    return assertions.contains(name)
  }

  func walk(for node: ForStmtSyntax) {
    if let keyword = node.tryKeyword {
      refuse(node.sequence, "Where a `for try await` throws cannot be observed.")
      settle(keyword)
    }
    if node.caseKeyword != nil {
      refuse(node.pattern, "What a pattern of `for case` passes over cannot be observed.")
    }
    walkChildren(of: node)
  }

  /// Whether a token divides the flow, wherever it stands.
  static func divides(_ token: TokenSyntax) -> Bool {
    switch token.tokenKind {
    case .binaryOperator(let name): ["&&", "||", "??"].contains(name)
    case .prefixOperator(let name): name == "!"
    case .infixQuestionMark: true
    case .postfixQuestionMark: token.parent?.is(OptionalChainingExprSyntax.self) ?? false
    case .keyword(let keyword):
      switch keyword {
      case .if, .guard, .while, .repeat, .switch, .catch, .try, .where: true
      default: false
      }
    default: false
    }
  }

  /// Whatever no rule has dealt with is refused, so nothing new in the language goes by in silence.
  func refuseTheUnsettled() {
    for token in unit.tree.tokens(viewMode: .sourceAccurate)
    where Self.divides(token) && !settled.contains(token.start) {
      guard let parent = token.parent else { continue }
      refuse(parent, "`\(token.text)` stands where no rule of the instrumenter expects it.")
    }
  }
}
