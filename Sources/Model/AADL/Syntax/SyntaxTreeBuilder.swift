/// Puts a tree together from the inside out.
struct SyntaxTreeBuilder {
  private var nodes: [SyntaxTree.Node] = []
  private var elements: [SyntaxTree.Element] = []
  private var open: [(kind: SyntaxKind, children: [SyntaxTree.Element])] = []

  /// How many nodes are open.
  var depth: Int { open.count }

  mutating func start(_ kind: SyntaxKind) {
    open.append((kind, []))
  }

  mutating func add(token: Int) {
    open[open.count - 1].children.append(.token(token))
  }

  mutating func finish() {
    let (kind, children) = open.removeLast()
    let first = elements.count
    elements += children
    nodes.append(SyntaxTree.Node(kind: kind, children: first..<elements.count))
    guard !open.isEmpty else { return }
    open[open.count - 1].children.append(.node(nodes.count - 1))
  }

  /// The tree, all of whose nodes are finished.
  func tree(of source: SourceText, tokens: [Token]) -> SyntaxTree {
    SyntaxTree(
      source: source, tokens: tokens, nodes: nodes, elements: elements, root: nodes.count - 1)
  }
}
