/// One component of a system as it is when the system is put together.
package struct ComponentInstance: Sendable {
  package let id: Int
  package let name: String
  /// The names from the system down, joined by dots; empty for the system itself.
  package let path: String
  package let category: ComponentCategory
  package let parent: Int?
  /// Index of its type among the model's types, when it has a classifier.
  package let type: Int?
  /// Index of its implementation, when it has one.
  package let implementation: Int?
  /// Where it is declared: the subcomponent, or the implementation of the system.
  package let location: SourceLocation
  package let ownProperties: [Scoped<PropertyAssociation>]
  package internal(set) var features: [FeatureInstance] = []
  package internal(set) var children: [Int] = []
  package internal(set) var connections: [ConnectionInstance] = []

  package func feature(_ name: String) -> Int? {
    features.firstIndex { $0.name.key == name.lowercased() }
  }
}

/// A feature of a component of the system.
package struct FeatureInstance: Sendable {
  package let name: Name
  package let kind: FeatureKind
  package let classifier: Model.ClassifierID?
  package let properties: [Scoped<PropertyAssociation>]
  package let location: SourceLocation

  /// Direction of a port; features of other kinds have none.
  package var portDirection: Direction? {
    guard case .port(_, let direction) = kind else { return nil }
    return direction
  }
}

/// A feature by its place in the system.
package struct FeatureReference: Hashable, Sendable {
  package let component: Int
  package let feature: Int

  package init(component: Int, feature: Int) {
    self.component = component
    self.feature = feature
  }
}

/// A connection that a component makes between its subcomponents and itself.
package struct ConnectionInstance: Sendable {
  package let declaration: ConnectionDeclaration
  package let source: FeatureReference
  package let destination: FeatureReference

  package var name: String { declaration.name?.text ?? "(unnamed)" }
}
