import SwiftIfConfig
import SwiftSyntax

/// Rewrites one source so that it holds all its mutants, of which a run chooses one.
final class Mutation {
  private let unit: SourceUnit
  private var splice = Splice()
  private var surroundings: [Surrounding] = []
  private(set) var manifest: MutantManifest

  init(_ unit: SourceUnit, into manifest: MutantManifest) {
    self.unit = unit
    self.manifest = manifest
  }

  /// The text of the copy.
  func run() -> [UInt8] {
    walk(unit.tree)
    let head = "import MCDCProbe\n#sourceLocation(file: \"\(unit.path)\", line: 1)\n"
    return Array(head.utf8) + splice.apply(to: unit.bytes)
  }

  /// - Returns: the first of the numbers of as many mutants as there are changes.
  private func add(
    _ changes: [(kind: MutantManifest.Kind, change: String)], _ node: some SyntaxProtocol
  ) -> Int {
    let first = manifest.mutants.count + 1
    for (kind, change) in changes {
      manifest.mutants.append(
        MutantManifest.Mutant(
          id: manifest.mutants.count + 1, file: unit.path, range: unit.range(of: node),
          function: Surrounding.name(of: surroundings), kind: kind, text: node.oneLine,
          change: change))
    }
    return first
  }

  private func walkChildren(of node: some SyntaxProtocol) {
    for child in node.children(viewMode: .sourceAccurate) { walk(child) }
  }

  private func walk(_ node: some SyntaxProtocol) {
    if let surrounding = Surrounding(Syntax(node)) {
      surroundings.append(surrounding)
      walkChildren(of: node)
      surroundings.removeLast()
      return
    }
    switch Syntax(node).as(SyntaxEnum.self) {
    case .ifConfigDecl(let node):
      if let elements = unit.regions.activeClause(for: node)?.elements { walk(elements) }
    case .functionCallExpr(let call) where Instrumentation.isAssertion(call): break
    case .sequenceExpr, .genericWhereClause, .macroExpansionExpr, .macroExpansionDecl, .attribute:
      break
    case .conditionElementList(let list): walk(list)
    case .repeatStmt(let node):
      walk(node.body)
      walk(decision: node.condition)
    case .ternaryExpr(let node):
      walk(decision: node.condition)
      walk(node.thenExpression)
      walk(node.elseExpression)
    case .whereClause(let node): walk(decision: node.condition)
    case .infixOperatorExpr(let infix):
      if LogicalTree(ExprSyntax(infix)).isLeaf {
        walk(comparison: infix)
      } else {
        walk(decision: ExprSyntax(infix))
      }
    case .prefixOperatorExpr(let prefix) where prefix.operator.text == "!":
      walk(decision: ExprSyntax(prefix))
    default: walkChildren(of: node)
    }
  }

  private func walk(decision expression: ExprSyntax) {
    guard !expression.is(BooleanLiteralExprSyntax.self) else { return }
    write(LogicalTree(DecisionElement.root(of: expression)))
  }

  private func walk(_ list: ConditionElementListSyntax) {
    // A comma between two expressions is an `&&`; of several in a row every other one is changed.
    var isJoined = false
    for (item, next) in zip(list, list.dropFirst().map(Optional.some) + [nil]) {
      guard let expression = Self.joinable(item) else {
        walk(item: item)
        isJoined = false
        continue
      }
      if isJoined {
        walk(decision: expression)
        splice.insert(")", at: expression.end)
        isJoined = false
      } else if let other = next.flatMap(Self.joinable) {
        let id = add([(.operator, "\(expression.oneLine) || \(other.oneLine)")], item)
        splice.insert("MCDC.and(\(id), ", at: expression.start)
        walk(decision: expression)
        isJoined = true
      } else {
        walk(decision: expression)
      }
    }
  }

  private func walk(item: ConditionElementSyntax) {
    switch item.condition {
    case .expression(let expression): walk(decision: expression)
    case .optionalBinding(let node): walk(binding: node)
    default: walkChildren(of: item)
    }
  }

  /// An expression that may become a side of an operator: there `try` could not stay within.
  private static func joinable(_ item: ConditionElementSyntax) -> ExprSyntax? {
    guard case .expression(let expression) = item.condition,
      LogicalTree.withoutEffects(expression).id == expression.id
    else { return nil }
    return expression
  }

  private func walk(binding node: OptionalBindingConditionSyntax) {
    let id = add([(.dropped, "nil")], node)
    if let value = node.initializer?.value {
      splice.insert("MCDC.mutable(binding: \(id), ", at: value.start)
      walk(value)
      splice.insert(")", at: value.end)
    } else {
      splice.insert(" = MCDC.mutable(binding: \(id), \(node.pattern.oneLine))", at: node.end)
    }
  }

  private func write(_ tree: LogicalTree) {
    switch tree {
    case .leaf(let expression):
      let changes: [(MutantManifest.Kind, String)] = [
        (.negated, "!(\(expression.oneLine))"), (.dropped, "true"), (.dropped, "false"),
      ]
      splice.insert("MCDC.mutable(\(add(changes, expression)), ", at: expression.start)
      if let equation = Self.equation(expression) {
        // Its opposite is the negated condition.
        walk(operand: equation.leftOperand, changes: [1, -1])
        walk(operand: equation.rightOperand, changes: [1, -1])
      } else {
        walk(expression)
      }
      splice.insert(")", at: expression.end)
    case .not(_, let inner), .parenthesized(_, let inner): write(inner)
    case .and(let node, let left, let right): write(node, "and", "||", left, right)
    case .or(let node, let left, let right): write(node, "or", "&&", left, right)
    }
  }

  private func write(
    _ node: InfixOperatorExprSyntax, _ name: String, _ opposite: String, _ left: LogicalTree,
    _ right: LogicalTree
  ) {
    let change = "\(node.leftOperand.oneLine) \(opposite) \(node.rightOperand.oneLine)"
    write(node, name, add([(.operator, change)], node)) {
      write(left)
    } right: {
      write(right)
    }
  }

  /// Turns an operator into a call.
  private func write(
    _ node: InfixOperatorExprSyntax, _ name: String, _ id: Int, left: () -> Void,
    right: () -> Void
  ) {
    splice.insert("MCDC.\(name)(\(id), ", at: node.start)
    left()
    splice.replace(node.operator.start..<node.operator.end, with: ",")
    right()
    splice.insert(")", at: node.end)
  }

  private static func equation(_ expression: ExprSyntax) -> InfixOperatorExprSyntax? {
    guard let infix = expression.as(InfixOperatorExprSyntax.self),
      let symbol = infix.operator.as(BinaryOperatorExprSyntax.self)?.operator.text,
      symbol == "==" || symbol == "!="
    else { return nil }
    return infix
  }

  private static let comparisons: [String: (name: String, opposite: String)] = [
    "<": ("less", "<="), "<=": ("atMost", "<"), ">": ("more", ">="), ">=": ("atLeast", ">"),
    "==": ("equal", "!="), "!=": ("unequal", "=="),
  ]

  private func walk(comparison node: InfixOperatorExprSyntax) {
    guard let symbol = node.operator.as(BinaryOperatorExprSyntax.self)?.operator.text,
      let comparison = Self.comparisons[symbol]
    else {
      walkChildren(of: node)
      return
    }
    let change =
      "\(node.leftOperand.oneLine) \(comparison.opposite) \(node.rightOperand.oneLine)"
    // Of a number, `x <= 3` is `x < 4`: what the moved boundary does, a constant need not do again.
    let moved = ["<": 1, "<=": -1, ">": -1, ">=": 1][symbol]
    let onRight = moved.map { [-$0] } ?? [1, -1]
    let onLeft = moved.map { [$0] } ?? [1, -1]
    write(node, comparison.name, add([(.boundary, change)], node)) {
      walk(operand: node.leftOperand, changes: onLeft)
    } right: {
      walk(operand: node.rightOperand, changes: onRight)
    }
  }

  /// - Parameter changes: what is added to a constant. In an equation only literals are numbers for
  ///   sure, in a comparison for order constants are too.
  private func walk(operand: ExprSyntax, changes: [Int]) {
    let isNumber = operand.is(IntegerLiteralExprSyntax.self)
    guard isNumber || changes.count == 1 && isNamedConstant(operand) else {
      walk(operand)
      return
    }
    let text = operand.oneLine
    for change in changes {
      let id = add([(.constant, "\(text) \(change > 0 ? "+" : "-") 1")], operand)
      splice.insert("MCDC.constant(\(id), ", at: operand.start)
    }
    for change in changes.reversed() {
      splice.insert(", isMore: \(change > 0))", at: operand.end)
    }
  }

  /// `Limits.transmissions`, `Self.width`.
  private func isNamedConstant(_ expression: ExprSyntax) -> Bool {
    guard let base = expression.as(MemberAccessExprSyntax.self)?.base?.trimmedDescription else {
      return false
    }
    return base.first?.isUppercase ?? false
  }
}
