/// The whole of a text as a tree: every token, blank and comment is a leaf, in order, so that the
/// leaves joined are the text again.
package struct SyntaxTree: Sendable {
  package enum Element: Sendable {
    case node(Int)
    case token(Int)
  }

  package struct Node: Sendable {
    package let kind: SyntaxKind
    package let children: Range<Int>
  }

  package let source: SourceText
  package let tokens: [Token]
  package let nodes: [Node]
  private let elements: [Element]
  /// The node that holds all others.
  package let root: Int

  init(source: SourceText, tokens: [Token], nodes: [Node], elements: [Element], root: Int) {
    self.source = source
    self.tokens = tokens
    self.nodes = nodes
    self.elements = elements
    self.root = root
  }

  package func children(of node: Int) -> ArraySlice<Element> { elements[nodes[node].children] }

  /// The text that the leaves make.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.bytes.count)
    var pending: [Element] = [.node(root)]
    while let element = pending.popLast() {
      switch element {
      case .token(let index): bytes += source.bytes[tokens[index].range]
      case .node(let index): pending += children(of: index).reversed()
      }
    }
    return bytes
  }
}

/// What a node of the tree stands for.
package enum SyntaxKind: Sendable {
  case file, package, with, renames, section
  case componentType, componentImplementation, featureGroupType, propertySet
  case feature, subcomponent, connection, flow, mode, modeTransition, prototype, callSequence
  case propertyAssociation, propertyValue, propertyDefinition, propertyType, propertyConstant
  case annex, classifierReference, path
  /// Tokens that were passed over after an error.
  case error
}
