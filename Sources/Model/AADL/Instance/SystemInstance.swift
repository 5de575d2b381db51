/// A system put together: all its components, their features and connections.
package struct SystemInstance: Sendable {
  package let model: Model
  /// The first is the system itself; a component stands after the one it is in.
  package internal(set) var components: [ComponentInstance] = []
  /// What kept parts of the system from being put together.
  package internal(set) var diagnostics: [Diagnostic] = []

  init(model: Model) {
    self.model = model
  }

  package var root: ComponentInstance { components[0] }

  package func feature(_ reference: FeatureReference) -> FeatureInstance {
    components[reference.component].features[reference.feature]
  }

  /// `component.feature` from the system down.
  package func path(of reference: FeatureReference) -> String {
    let component = components[reference.component]
    let name = feature(reference).name.text
    return component.path.isEmpty ? name : component.path + "." + name
  }
}

// MARK: properties

extension SystemInstance {
  /// The value of a property of a component: what a component around it says of it comes first,
  /// then its declaration, its classifiers, and for an inherited property the component around.
  package func property(_ key: String, of component: Int) -> PropertyExpression? {
    if let value = contained(key, below: component, path: []) { return value }
    let instance = components[component]
    if let own = value(of: key, in: instance.ownProperties) { return own }
    if let classifier = classifier(of: instance) {
      let associations = model.properties(of: classifier).filter {
        $0.declaration.appliesTo.isEmpty
      }
      if let declared = value(of: key, in: associations) { return declared }
    }
    guard let definition = model.properties.definition(key) else { return nil }
    if definition.isInherited, let parent = instance.parent {
      return property(key, of: parent)
    }
    return definition.defaultValue
  }

  /// The value of a property of a feature.
  package func property(_ key: String, of reference: FeatureReference) -> PropertyExpression? {
    let feature = feature(reference)
    let path = [feature.name.key]
    return contained(key, below: reference.component, path: path)
      ?? value(of: key, in: feature.properties)
      ?? model.properties.definition(key)?.defaultValue
  }

  package func classifier(of instance: ComponentInstance) -> Model.ClassifierID? {
    instance.implementation.map { .implementation($0) } ?? instance.type.map { .type($0) }
  }

  /// What the component and those around it say by `applies to`, the outermost first.
  private func contained(_ key: String, below component: Int, path: [String]) -> PropertyExpression?
  {
    var found: PropertyExpression?
    var path = path
    var current: Int? = component
    while let id = current {
      let instance = components[id]
      if !path.isEmpty {
        var associations = instance.ownProperties
        if let classifier = classifier(of: instance) {
          associations += model.properties(of: classifier)
        }
        let applying = associations.filter { association in
          association.declaration.appliesTo.contains { $0.names.map(\.key) == path }
        }
        found = value(of: key, in: applying) ?? found
      }
      path.insert(instance.name.lowercased(), at: 0)
      current = instance.parent
    }
    return found
  }

  private func value(
    of key: String, in associations: [Scoped<PropertyAssociation>]
  ) -> PropertyExpression? {
    model.value(of: key, in: associations)
  }
}

extension Model {
  /// The value of a property that a classifier gives itself, or that has a default.
  package func property(_ key: String, of classifier: ClassifierID) -> PropertyExpression? {
    let associations = properties(of: classifier).filter { $0.declaration.appliesTo.isEmpty }
    return value(of: key, in: associations) ?? properties.definition(key)?.defaultValue
  }

  package func value(
    of key: String, in associations: [Scoped<PropertyAssociation>]
  ) -> PropertyExpression? {
    associations.first {
      properties.key(set: $0.declaration.set, name: $0.declaration.name) == key
    }?.declaration.values.first?.value
  }
}
