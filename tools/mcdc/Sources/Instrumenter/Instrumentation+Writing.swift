import MCDCKernel
import SwiftSyntax

/// How a decision is written: each condition makes a token of what it has seen, the operators join
/// the tokens, and the whole hands the last one to the probe.
extension Instrumentation {
  /// The tree of a decision that begins at a node: what is written around it, and the position of
  /// its first condition.
  struct Root {
    let opening: String
    let closing: String
    let first: Int
  }

  /// What the elements before have seen when they passed.
  private struct Prior {
    private var variable: String?
    private var vector = PassingVector()

    var isEmpty: Bool { variable == nil && vector == PassingVector() }

    var text: String {
      let known = "MCDC.known(\(vector.evaluated), \(vector.values))"
      return variable.map { "MCDC.joined(\($0), \(known))" } ?? known
    }

    mutating func add(_ other: PassingVector) {
      vector = vector | other
    }

    mutating func becomeKnown(as name: String) {
      variable = name
      vector = PassingVector()
    }
  }

  func write(_ elements: [DecisionElement], of id: Int, isSingle: Bool) {
    var prior = Prior()
    for (index, element) in elements.enumerated() {
      let isLast = index == elements.count - 1
      switch element.source {
      case .boolean(let expression):
        let isPlain = isSingle && LogicalTree(DecisionElement.root(of: expression)).isLeaf
        if isPlain {
          write(plain: expression, of: id)
        } else {
          write(expression, element, of: id, isLast: isLast, prior: &prior)
        }
      case .binding(let node):
        write(node, head(element, of: id, "binding", isLast, prior))
        prior.add(.one(element.first))
      case .pattern(let node):
        if let cast = CastPattern(node.pattern) {
          write(node, cast, head(element, of: id, "binding", isLast, prior))
        } else {
          write(node, head(element, of: id, "pattern", isLast, prior))
        }
        prior.add(.one(element.first))
      }
    }
  }

  private func head(
    _ element: DecisionElement, of id: Int, _ name: String, _ isLast: Bool, _ prior: Prior
  ) -> String {
    "MCDC.\(name)(\(id), \(prior.text), \(element.first), isLast: \(isLast), "
  }

  /// A decision of one condition.
  private func write(plain expression: ExprSyntax, of id: Int) {
    splice.insert("MCDC.decision(\(id), ", at: expression.start)
    walk(expression)
    splice.insert(")", at: expression.end)
  }

  private func write(
    _ expression: ExprSyntax, _ element: DecisionElement, of id: Int, isLast: Bool,
    prior: inout Prior
  ) {
    let passing = PassingVector.only(of: element.expression, outcome: true)
    var opening = prior.isEmpty ? "" : "MCDC.joined(\(prior.text), "
    var closing = prior.isEmpty ? "" : ")"
    // What passed in one of several ways has to be kept for the elements that follow.
    let name = "__mcdc\(id)_\(element.first)"
    let isKept = passing == nil && !isLast
    if !isKept {
      opening = "MCDC.\(isLast ? "decision" : "element")(\(id), " + opening
      closing += ")"
    } else {
      splice.insert("case let \(name) = ", at: expression.start)
    }
    let root = DecisionElement.root(of: expression)
    roots[root.id] = Root(opening: opening, closing: closing, first: element.first)
    walk(expression)
    if isKept {
      splice.insert(", MCDC.element(\(id), \(name))", at: expression.end)
      prior.becomeKnown(as: name)
    } else if let passing {
      prior.add(passing)
    }
  }

  private func write(_ node: OptionalBindingConditionSyntax, _ head: String) {
    if let value = node.initializer?.value {
      splice.insert(head, at: value.start)
      walk(value)
      splice.insert(")", at: value.end)
    } else {
      splice.insert(" = \(head)\(node.pattern.oneLine))", at: node.end)
    }
  }

  private func write(_ node: MatchingPatternConditionSyntax, _ head: String) {
    walk(node.pattern)
    let value = node.initializer.value
    splice.insert(head, at: value.start)
    walk(value)
    splice.insert(
      ", { switch $0 { case \(node.pattern.oneLine): true; default: false } })", at: value.end)
  }

  /// As a binding of a cast: the compiler cannot pass on an `Any` and match it.
  private func write(
    _ node: MatchingPatternConditionSyntax, _ cast: CastPattern, _ head: String
  ) {
    let value = node.initializer.value
    splice.replace(node.start..<value.start, with: "\(cast.binding) = \(head)(")
    walk(value)
    splice.insert(") as? \(cast.type))", at: value.end)
  }

  /// Writes the tree that begins at this node.
  func write(_ root: Root, _ node: ExprSyntax) {
    splice.insert(root.opening, at: node.start)
    var position = root.first
    write(LogicalTree(node), &position)
    splice.insert(root.closing, at: node.end)
  }

  private func write(_ tree: LogicalTree, _ position: inout Int) {
    switch tree {
    case .leaf(let expression):
      splice.insert("MCDC.condition(\(position), ", at: expression.start)
      position += 1
      walk(expression)
      splice.insert(")", at: expression.end)
    case .not(let node, let inner):
      splice.replace(node.operator.start..<node.operator.end, with: "MCDC.not(")
      write(inner, &position)
      splice.insert(")", at: node.end)
    case .parenthesized(_, let inner): write(inner, &position)
    case .and(let node, let left, let right):
      write(node, "and", left, right, &position)
    case .or(let node, let left, let right):
      write(node, "or", left, right, &position)
    }
  }

  private func write(
    _ node: InfixOperatorExprSyntax, _ name: String, _ left: LogicalTree, _ right: LogicalTree,
    _ position: inout Int
  ) {
    splice.insert("MCDC.\(name)(", at: node.start)
    write(left, &position)
    splice.replace(node.operator.start..<node.operator.end, with: ",")
    write(right, &position)
    splice.insert(")", at: node.end)
  }
}

extension PassingVector {
  /// One condition that was true.
  static func one(_ position: Int) -> PassingVector {
    PassingVector(evaluated: 1 << UInt32(position), values: 1 << UInt32(position))
  }
}
