/// Puts a system together from its implementation.
///
/// What the parser reads and this does not interpret is refused by name: prototypes, feature
/// groups, arrays, call sequences, hidden features, and whatever depends on modes.
package struct Instantiation {
  /// A system with more components is refused: it holds itself, or grows without use.
  package static let mostComponents = 10_000
  private static let deepestNesting = 64

  private var instance: SystemInstance
  private let model: Model

  /// The instance of a system implementation; its diagnostics say what could not be built.
  package static func instance(
    of implementation: Int, in model: Model
  ) -> SystemInstance {
    var builder = Instantiation(model)
    let entry = model.implementations[implementation]
    builder.addRoot(entry, implementation)
    builder.instance.diagnostics.sort()
    return builder.instance
  }

  private init(_ model: Model) {
    self.model = model
    instance = SystemInstance(model: model)
  }

  private mutating func addRoot(_ entry: Model.ImplementationEntry, _ index: Int) {
    let root = ComponentInstance(
      id: 0, name: entry.declaration.fullName, path: "", category: entry.declaration.category,
      parent: nil, type: model.type(ofImplementation: index), implementation: index,
      location: model.location(of: .implementation(index)), ownProperties: [])
    instance.components.append(root)
    fill(0, enclosing: [index])
  }

  private mutating func fill(_ id: Int, enclosing: [Int]) {
    addFeatures(to: id)
    guard let implementation = instance.components[id].implementation else { return }
    refuseUninterpreted(in: .implementation(implementation))
    for subcomponent in model.subcomponents(of: implementation) {
      guard instance.components.count < Self.mostComponents else {
        complain(
          "the system has more than \(Self.mostComponents) components", at: instance.root.location)
        return
      }
      add(subcomponent, to: id, enclosing: enclosing)
    }
    for connection in model.connections(of: implementation) { add(connection, to: id) }
  }

  private mutating func addFeatures(to id: Int) {
    guard let type = instance.components[id].type else { return }
    if instance.components[id].implementation == nil { refuseUninterpreted(in: .type(type)) }
    for scoped in model.features(ofType: type) {
      let feature = scoped.declaration
      if feature.kind == .featureGroup {
        refuse("the feature group '\(feature.name.text)'", at: feature.location)
        continue
      }
      if feature.isArray { refuse("the array '\(feature.name.text)'", at: feature.location) }
      let classifier = feature.classifier.flatMap { try? model.resolve($0, from: scoped.package) }
      instance.components[id].features.append(
        FeatureInstance(
          name: feature.name, kind: feature.kind, classifier: classifier,
          properties: feature.properties.map { Scoped(declaration: $0, package: scoped.package) },
          location: feature.location))
    }
  }

  private mutating func add(
    _ scoped: Scoped<SubcomponentDeclaration>, to parent: Int, enclosing: [Int]
  ) {
    let subcomponent = scoped.declaration
    if subcomponent.isArray {
      refuse("the array '\(subcomponent.name.text)'", at: subcomponent.location)
    }
    if !subcomponent.modes.isEmpty {
      refuse("'\(subcomponent.name.text)', which depends on modes,", at: subcomponent.location)
    }
    var type: Int?
    var implementation: Int?
    switch subcomponent.classifier.flatMap({ try? model.resolve($0, from: scoped.package) }) {
    case .type(let index): type = index
    case .implementation(let index):
      implementation = index
      type = model.type(ofImplementation: index)
    case .featureGroup, nil: break
    }
    let container = instance.components[parent]
    let name = subcomponent.name.text
    let id = instance.components.count
    instance.components.append(
      ComponentInstance(
        id: id, name: name, path: container.path.isEmpty ? name : container.path + "." + name,
        category: subcomponent.category, parent: parent, type: type,
        implementation: implementation, location: subcomponent.location,
        ownProperties: subcomponent.properties.map {
          Scoped(declaration: $0, package: scoped.package)
        }))
    instance.components[parent].children.append(id)
    // The content of data is its type's affair and no component of the system.
    if subcomponent.category == .data { return }
    if let implementation, enclosing.contains(implementation) {
      let name = model.name(of: .implementation(implementation))
      complain("'\(name)' contains itself", at: subcomponent.location)
      return
    }
    guard enclosing.count < Self.deepestNesting else {
      complain(
        "components nest deeper than \(Self.deepestNesting) levels", at: subcomponent.location)
      return
    }
    fill(id, enclosing: enclosing + (implementation.map { [$0] } ?? []))
  }

  private mutating func add(_ scoped: Scoped<ConnectionDeclaration>, to id: Int) {
    let connection = scoped.declaration
    guard connection.kind == "port" else {
      refuse(
        "the \(connection.kind) connection '\(connection.name?.text ?? "")'",
        at: connection.location)
      return
    }
    if !connection.modes.isEmpty {
      refuse("'\(connection.name?.text ?? "")', which depends on modes,", at: connection.location)
    }
    guard let source = reference(connection.source, in: id) else { return }
    guard let destination = reference(connection.destination, in: id) else { return }
    instance.components[id].connections.append(
      ConnectionInstance(
        declaration: connection, source: source,
        destination: destination))
  }

  private mutating func reference(_ path: Path, in id: Int) -> FeatureReference? {
    if path.names.count == 1 {
      guard let feature = instance.components[id].feature(path.names[0].text) else { return nil }
      return FeatureReference(component: id, feature: feature)
    }
    guard path.names.count == 2 else {
      refuse("'\(path.text)'", at: path.location)
      return nil
    }
    let child = instance.components[id].children.first {
      instance.components[$0].name.lowercased() == path.names[0].key
    }
    guard let child, let feature = instance.components[child].feature(path.names[1].text) else {
      // Unknown names are reported where they are declared; what is left is a subcomponent
      // without a classifier.
      if child != nil, instance.components[child ?? 0].type == nil {
        complain("'\(path.names[0].text)' has no classifier, and so no features", at: path.location)
      }
      return nil
    }
    return FeatureReference(component: child, feature: feature)
  }

  private mutating func refuseUninterpreted(in id: Model.ClassifierID) {
    for declaration in model.uninterpreted(in: id) where !declaration.kind.hasPrefix("annex") {
      refuse("the \(declaration.kind) '\(declaration.name.text)'", at: declaration.location)
    }
    for scoped in model.properties(of: id) {
      for value in scoped.declaration.values where !value.modes.isEmpty {
        refuse("a property value that depends on modes", at: value.value.location)
      }
    }
  }

  private mutating func refuse(_ what: String, at location: SourceLocation) {
    complain("\(what) is outside the subset that can be instantiated", at: location)
  }

  private mutating func complain(_ message: String, at location: SourceLocation) {
    let diagnostic = Diagnostic(message, at: location)
    if !instance.diagnostics.contains(diagnostic) { instance.diagnostics.append(diagnostic) }
  }
}
