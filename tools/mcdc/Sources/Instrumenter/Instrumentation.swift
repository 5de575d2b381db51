import CoverageData
import MCDCKernel
import SwiftSyntax

/// Rewrites one source: visits its tree in the order of the text, notes what there is to cover in
/// the manifest, and where the copy calls the probe.
final class Instrumentation {
  let unit: SourceUnit
  let file: Int
  var manifest: CoverageManifest
  var splice = Splice()
  /// The types and functions around the place at hand.
  var surroundings: [Surrounding] = []
  /// The arms that a value leaves, by the `if` or `switch` that makes it.
  var outerArms: [SyntaxIdentifier: [Int]] = [:]
  /// The expressions at which the tree of a decision begins.
  var roots: [SyntaxIdentifier: Root] = [:]
  /// Offsets of tokens that divide the flow and have been dealt with, one way or the other.
  var settled: Set<Int> = []

  init(_ unit: SourceUnit, into manifest: CoverageManifest) {
    self.unit = unit
    self.manifest = manifest
    file = manifest.files.count
    self.manifest.files.append(
      CoverageManifest.File(path: unit.path, module: unit.module))
  }

  /// The text of the copy.
  func run() -> [UInt8] {
    if unit.tree.hasError {
      leave(unit.tree, refusing: "The file is not understood: it has errors.", always: true)
    } else {
      walk(unit.tree)
    }
    refuseTheUnsettled()
    let head = "import MCDCProbe\n#sourceLocation(file: \"\(unit.path)\", line: 1)\n"
    return Array(head.utf8) + splice.apply(to: unit.bytes)
  }

  func walkChildren(of node: some SyntaxProtocol) {
    for child in node.children(viewMode: .sourceAccurate) { walk(child) }
  }

  func walk(_ node: some SyntaxProtocol) {
    if let root = roots.removeValue(forKey: node.id), let expression = ExprSyntax(Syntax(node)) {
      write(root, expression)
    } else if let surrounding = Surrounding(Syntax(node)) {
      surroundings.append(surrounding)
      walkChildren(of: node)
      surroundings.removeLast()
    } else if !walkDivision(Syntax(node)), !walkOther(Syntax(node)) {
      walkChildren(of: node)
    }
  }

  /// Deals with what divides the flow.
  /// - Returns: false when this node does not.
  private func walkDivision(_ node: Syntax) -> Bool {
    switch node.as(SyntaxEnum.self) {
    case .ifExpr(let node): walk(if: node)
    case .guardStmt(let node): walk(guard: node)
    case .whileStmt(let node): walk(while: node)
    case .repeatStmt(let node): walk(repeat: node)
    case .ternaryExpr(let node): walk(ternary: node)
    case .whereClause(let node): walk(where: node)
    case .switchExpr(let node): walk(switch: node)
    case .switchCase(let node): walk(arm: node)
    case .catchClause(let node): walk(catch: node)
    case .tryExpr(let node): walk(try: node)
    case .optionalChainingExpr(let node): walk(chain: node)
    case .infixOperatorExpr(let node): return walk(infix: node)
    case .prefixOperatorExpr(let node): return walk(prefix: node)
    default: return false
    }
    return true
  }

  /// Deals with what is left as it is, wholly or in part.
  /// - Returns: false when nothing is special about this node.
  private func walkOther(_ node: Syntax) -> Bool {
    switch node.as(SyntaxEnum.self) {
    case .ifConfigDecl(let node): walk(conditional: node)
    case .functionCallExpr(let node): return walk(call: node)
    case .forStmt(let node): walk(for: node)
    case .genericWhereClause: leave(node)
    case .macroExpansionExpr(let node): leave(macro: Syntax(node), named: node.macroName)
    case .macroExpansionDecl(let node): leave(macro: Syntax(node), named: node.macroName)
    case .attribute:
      leave(node, refusing: "What stands in an attribute is not evaluated where it stands.")
    case .keyPathOptionalComponent(let node):
      refuse(node, "A key path is followed elsewhere, so its optional chain cannot be observed.")
      settle(node.questionOrExclamationMark)
    case .sequenceExpr:
      leave(node, refusing: "An operator in it is not known, so neither is what it joins.")
    case .forceUnwrapExpr(let expression):
      note(assertion: expression)
      return false
    case .asExpr(let expression):
      if expression.questionOrExclamationMark?.text == "!" { note(assertion: expression) }
      return false
    default: return false
    }
    return true
  }
}
