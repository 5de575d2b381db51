/// A declaration and the package in which its names have their meaning.
package struct Scoped<Declaration: Sendable>: Sendable {
  package let declaration: Declaration
  package let package: String

  package init(declaration: Declaration, package: String) {
    self.declaration = declaration
    self.package = package
  }
}

extension Model {
  /// The features of a type with those it inherits, in order; a refinement stands in the place of
  /// what it refines.
  package func features(ofType index: Int) -> [Scoped<FeatureDeclaration>] {
    inherited(from: .type(index), name: \.name.key) { id in
      guard case .type(let index) = id else { return [] }
      return types[index].declaration.features
    }
  }

  package func features(ofGroup index: Int) -> [Scoped<FeatureDeclaration>] {
    inherited(from: .featureGroup(index), name: \.name.key) { id in
      guard case .featureGroup(let index) = id else { return [] }
      return featureGroups[index].declaration.features
    }
  }

  package func flows(ofType index: Int) -> [Scoped<FlowSpecification>] {
    inherited(from: .type(index), name: \.name.key) { id in
      guard case .type(let index) = id else { return [] }
      return types[index].declaration.flows
    }
  }

  package func subcomponents(of index: Int) -> [Scoped<SubcomponentDeclaration>] {
    inherited(from: .implementation(index), name: \.name.key) { id in
      guard case .implementation(let index) = id else { return [] }
      return implementations[index].declaration.subcomponents
    }
  }

  package func connections(of index: Int) -> [Scoped<ConnectionDeclaration>] {
    inherited(from: .implementation(index), name: { $0.name?.key }) { id in
      guard case .implementation(let index) = id else { return [] }
      return implementations[index].declaration.connections
    }
  }

  package func flows(of index: Int) -> [Scoped<FlowImplementation>] {
    inherited(from: .implementation(index), name: \.name.key) { id in
      guard case .implementation(let index) = id else { return [] }
      return implementations[index].declaration.flows
    }
  }

  /// The modes of a type or implementation; an implementation has those of its type too.
  package func modes(of id: ClassifierID) -> [ModeDeclaration] {
    lineage(of: id).reversed().flatMap { id in
      switch id {
      case .type(let index): types[index].declaration.modes
      case .implementation(let index): implementations[index].declaration.modes
      case .featureGroup: [ModeDeclaration]()
      }
    }
  }

  package func transitions(of id: ClassifierID) -> [ModeTransitionDeclaration] {
    lineage(of: id).reversed().flatMap { id in
      switch id {
      case .type(let index): types[index].declaration.transitions
      case .implementation(let index): implementations[index].declaration.transitions
      case .featureGroup: [ModeTransitionDeclaration]()
      }
    }
  }

  package func uninterpreted(in id: ClassifierID) -> [UninterpretedDeclaration] {
    lineage(of: id).flatMap { id in
      switch id {
      case .type(let index): types[index].declaration.uninterpreted
      case .implementation(let index): implementations[index].declaration.uninterpreted
      case .featureGroup: [UninterpretedDeclaration]()
      }
    }
  }

  /// The property associations of a classifier, those that win first.
  package func properties(of id: ClassifierID) -> [Scoped<PropertyAssociation>] {
    lineage(of: id).flatMap { id in
      let associations =
        switch id {
        case .type(let index): types[index].declaration.properties
        case .implementation(let index): implementations[index].declaration.properties
        case .featureGroup(let index): featureGroups[index].declaration.properties
        }
      return associations.reversed().map { Scoped(declaration: $0, package: package(of: id)) }
    }
  }

  /// A classifier and what it takes its content from: implementations, then their type's line.
  package func lineage(of id: ClassifierID) -> [ClassifierID] {
    var line = ancestry(of: id)
    if case .implementation(let index) = id, let type = type(ofImplementation: index) {
      line += ancestry(of: .type(type))
    }
    return line
  }

  private func inherited<Declaration: Sendable>(
    from id: ClassifierID, name: (Declaration) -> String?,
    declared: (ClassifierID) -> [Declaration]
  ) -> [Scoped<Declaration>] {
    var members: [Scoped<Declaration>] = []
    var places: [String: Int] = [:]
    for id in ancestry(of: id).reversed() {
      for declaration in declared(id) {
        let member = Scoped(declaration: declaration, package: package(of: id))
        if let key = name(declaration), let place = places[key] {
          members[place] = member
        } else {
          if let key = name(declaration) { places[key] = members.count }
          members.append(member)
        }
      }
    }
    return members
  }
}
