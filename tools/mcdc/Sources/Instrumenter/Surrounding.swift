import SwiftSyntax

/// A type or function around a place, by the name that reports give it.
enum Surrounding {
  case type(String)
  case function(String)

  /// Nil for a node that is neither.
  init?(_ node: Syntax) {
    switch node.as(SyntaxEnum.self) {
    case .structDecl(let node): self = .type(node.name.text)
    case .classDecl(let node): self = .type(node.name.text)
    case .enumDecl(let node): self = .type(node.name.text)
    case .actorDecl(let node): self = .type(node.name.text)
    case .protocolDecl(let node): self = .type(node.name.text)
    case .extensionDecl(let node): self = .type(node.extendedType.oneLine)
    case .functionDecl(let node):
      let labels = Self.labels(node.signature.parameterClause.parameters)
      self = .function("\(node.name.text)(\(labels))")
    case .initializerDecl(let node):
      self = .function("init(\(Self.labels(node.signature.parameterClause.parameters)))")
    case .deinitializerDecl: self = .function("deinit")
    case .subscriptDecl(let node):
      self = .function("subscript(\(Self.labels(node.parameterClause.parameters)))")
    case .patternBinding(let node) where node.accessorBlock != nil:
      self = .function(node.pattern.oneLine)
    default: return nil
    }
  }

  private static func labels(_ parameters: FunctionParameterListSyntax) -> String {
    parameters.map { "\($0.firstName.text):" }.joined()
  }

  /// The innermost types and functions in full: `TLVReader.next()`.
  static func name(of surroundings: [Surrounding]) -> String {
    surroundings.map { surrounding in
      switch surrounding {
      case .type(let name), .function(let name): name
      }
    }.joined(separator: ".")
  }
}
