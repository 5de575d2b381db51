/// A component within an implementation.
package struct SubcomponentDeclaration: Sendable {
  package let name: Name
  package let category: ComponentCategory
  package let classifier: ClassifierReference?
  package let isRefinement: Bool
  package let isArray: Bool
  package let properties: [PropertyAssociation]
  package let modes: [Path]
  package let documentation: [String]
  package let location: SourceLocation
}

/// A connection between features of subcomponents and of the component itself.
package struct ConnectionDeclaration: Sendable {
  package let name: Name?
  /// `port`, `feature`, `feature group`, `parameter`, or an access such as `data access`.
  package let kind: String
  package let source: Path
  package let destination: Path
  package let isBidirectional: Bool
  package let properties: [PropertyAssociation]
  package let modes: [Path]
  package let documentation: [String]
  package let location: SourceLocation
}

/// A flow that a component type promises.
package struct FlowSpecification: Sendable {
  package enum Kind: Sendable {
    case source(Path)
    case sink(Path)
    case path(Path, Path)
  }

  package let name: Name
  /// None for a refinement that keeps the ends.
  package let kind: Kind?
  package let properties: [PropertyAssociation]
  package let location: SourceLocation
}

/// How an implementation carries a flow, or a flow from end to end.
package struct FlowImplementation: Sendable {
  package enum Kind: String, Sendable {
    case source
    case sink
    case path
    case endToEnd = "end to end"
  }

  package let name: Name
  package let kind: Kind
  /// What the flow runs through: `component.flow`, connection, `component.flow`, …
  package let segments: [Path]
  package let properties: [PropertyAssociation]
  package let location: SourceLocation
}

package struct ModeDeclaration: Sendable {
  package let name: Name
  package let isInitial: Bool
  package let documentation: [String]
  package let location: SourceLocation
}

/// `source -[ triggers ]-> destination`.
package struct ModeTransitionDeclaration: Sendable {
  package let name: Name?
  package let source: Name
  package let triggers: [Path]
  package let destination: Name
  package let documentation: [String]
  package let location: SourceLocation
}

/// What belongs to the subset by its syntax only: it is read and kept, and an instance that would
/// need it is refused by name.
package struct UninterpretedDeclaration: Sendable {
  /// Such as `prototype`, `call sequence` or `annex EMV2`.
  package let kind: String
  package let name: Name
  /// What it declares that connections can name: the calls of a sequence.
  package var members: [Name] = []
  package let location: SourceLocation
}
