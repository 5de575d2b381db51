/// Where data or control passes a feature.
package enum Direction: String, Sendable {
  case `in`
  case out
  case inOut = "in out"

  package var reversed: Direction {
    switch self {
    case .in: .out
    case .out: .in
    case .inOut: .inOut
    }
  }
}

package enum PortKind: String, Sendable {
  case data
  case event
  case eventData = "event data"
}

package enum FeatureKind: Sendable, Equatable {
  case port(PortKind, Direction)
  case access(isProvided: Bool, to: String)
  case featureGroup
  case abstract(Direction?)
  case parameter(Direction)

  /// As the language writes it.
  package var text: String {
    switch self {
    case .port(let kind, let direction): "\(direction.rawValue) \(kind.rawValue) port"
    case .access(let isProvided, let category):
      "\(isProvided ? "provides" : "requires") \(category) access"
    case .featureGroup: "feature group"
    case .abstract(let direction): (direction.map { $0.rawValue + " " } ?? "") + "feature"
    case .parameter(let direction): "\(direction.rawValue) parameter"
    }
  }
}

/// A feature of a component type or a feature group type.
package struct FeatureDeclaration: Sendable {
  package let name: Name
  package let kind: FeatureKind
  package let classifier: ClassifierReference?
  package let isInverse: Bool
  package let isRefinement: Bool
  package let isArray: Bool
  package let properties: [PropertyAssociation]
  package let documentation: [String]
  package let location: SourceLocation
}
