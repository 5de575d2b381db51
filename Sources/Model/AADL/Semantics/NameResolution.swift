/// Checks that every name of a model means something, and something of the right kind.
struct NameResolution {
  let model: Model

  init(_ model: Model) {
    self.model = model
  }

  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for file in model.files {
      for set in file.propertySets { check(set.imports, &found) }
      for package in file.packages {
        check(package.imports, &found)
        for annex in package.uninterpreted { found.append(warning(about: annex)) }
      }
    }
    for (index, entry) in model.types.enumerated() where isOfTheModel(entry.package) {
      check(type: index, entry, &found)
    }
    for (index, entry) in model.featureGroups.enumerated() {
      let id = Model.ClassifierID.featureGroup(index)
      check(features: entry.declaration.features, in: entry.package, owner: id, &found)
      check(entry.declaration.extends, from: entry.package, owner: id, &found) {
        if case .featureGroup = $0 { nil } else { "is no feature group" }
      }
      check(entry.declaration.properties, of: id, &found)
    }
    for (index, entry) in model.implementations.enumerated() {
      check(implementation: index, entry, &found)
    }
    return found
  }

  private func isOfTheModel(_ package: String) -> Bool { package != "base_types" }

  private func check(_ imports: [Name], _ found: inout [Diagnostic]) {
    for name in imports
    where model.packages[name.key] == nil && !model.properties.hasSet(name.key) {
      let message = "there is no package or property set '\(name.text)'"
      found.append(Diagnostic(message, at: name.location))
    }
  }

  private func warning(about declaration: UninterpretedDeclaration) -> Diagnostic {
    Diagnostic(
      "\(declaration.kind) is kept as text and not interpreted", at: declaration.location,
      severity: .warning)
  }

  private func check(type index: Int, _ entry: Model.TypeEntry, _ found: inout [Diagnostic]) {
    let type = entry.declaration
    let id = Model.ClassifierID.type(index)
    check(type.extends, from: entry.package, owner: id, &found) { target in
      guard case .type(let parent) = target else { return "is no component type" }
      let category = model.types[parent].declaration.category
      guard category == type.category || category == .abstract else {
        return "is of the category '\(category.rawValue)', not '\(type.category.rawValue)'"
      }
      return nil
    }
    check(features: type.features, in: entry.package, owner: id, &found)
    for annex in type.uninterpreted where annex.kind.hasPrefix("annex") {
      found.append(warning(about: annex))
    }
    check(type.properties, of: id, &found)
    for flow in type.flows { check(flow.properties, of: id, &found) }
    let features = Set(model.features(ofType: index).map(\.declaration.name.key))
    for flow in type.flows {
      for end in flow.ends where !features.contains(end.names[0].key) {
        let message = "'\(type.name.text)' has no feature '\(end.names[0].text)'"
        found.append(Diagnostic(message, at: end.location))
      }
    }
  }

  private func check(
    features: [FeatureDeclaration], in package: String, owner: Model.ClassifierID,
    _ found: inout [Diagnostic]
  ) {
    for feature in features {
      check(feature.properties, of: owner, &found)
      check(feature.classifier, from: package, owner: owner, &found) { target in
        switch feature.kind {
        case .port, .parameter:
          return category(of: target) == .data ? nil : "is no data type"
        case .featureGroup:
          if case .featureGroup = target { return nil }
          return "is no feature group type"
        case .access(_, let category):
          let actual = self.category(of: target)
          return actual?.rawValue == category || actual == .abstract
            ? nil : "is not of the category '\(category)'"
        case .abstract: return nil
        }
      }
    }
  }

  private func check(
    implementation index: Int, _ entry: Model.ImplementationEntry, _ found: inout [Diagnostic]
  ) {
    let implementation = entry.declaration
    let id = Model.ClassifierID.implementation(index)
    if let type = model.type(ofImplementation: index) {
      let category = model.types[type].declaration.category
      if category != implementation.category, category != .abstract {
        let message =
          "'\(implementation.type.text)' is of the category '\(category.rawValue)', "
          + "not '\(implementation.category.rawValue)'"
        found.append(Diagnostic(message, at: implementation.type.location))
      }
    } else {
      let message = "there is no component type '\(implementation.type.text)' in this package"
      found.append(Diagnostic(message, at: implementation.type.location))
    }
    check(implementation.extends, from: entry.package, owner: id, &found) { target in
      if case .implementation = target { nil } else { "is no component implementation" }
    }
    for annex in implementation.uninterpreted where annex.kind.hasPrefix("annex") {
      found.append(warning(about: annex))
    }
    for subcomponent in implementation.subcomponents {
      check(subcomponent.classifier, from: entry.package, owner: id, &found) { target in
        let category = self.category(of: target)
        guard category != subcomponent.category, category != .abstract else { return nil }
        return "is not of the category '\(subcomponent.category.rawValue)'"
      }
      check(subcomponent.properties, of: id, &found)
    }
    check(implementation.properties, of: id, &found)
    for connection in implementation.connections { check(connection.properties, of: id, &found) }
    for flow in implementation.flows { check(flow.properties, of: id, &found) }
    found += MemberResolution(model, implementation: index).diagnostics()
  }

  private func category(of id: Model.ClassifierID) -> ComponentCategory? {
    switch id {
    case .type(let index): model.types[index].declaration.category
    case .implementation(let index): model.implementations[index].declaration.category
    case .featureGroup: nil
    }
  }

  /// Resolves one reference; `complaint` says what is wrong with what it refers to.
  private func check(
    _ reference: ClassifierReference?, from package: String, owner: Model.ClassifierID,
    _ found: inout [Diagnostic], complaint: (Model.ClassifierID) -> String?
  ) {
    guard let reference else { return }
    do throws(ResolutionError) {
      let target = try model.resolve(reference, from: package)
      guard let complaint = complaint(target) else { return }
      found.append(Diagnostic("'\(reference.text)' \(complaint)", at: reference.location))
    } catch {
      let isPrototype = model.uninterpreted(in: owner).contains {
        $0.kind == "prototype" && $0.name.key == reference.type.key
      }
      if isPrototype { return }
      found.append(Diagnostic(error.message, at: reference.location))
    }
  }

  private func check(
    _ associations: [PropertyAssociation], of id: Model.ClassifierID, _ found: inout [Diagnostic]
  ) {
    let package = model.package(of: id)
    for association in associations {
      found += PropertyCheck(model, package: package).diagnostics(of: association)
    }
  }
}

extension FlowSpecification {
  /// The features it begins and ends at.
  package var ends: [Path] {
    switch kind {
    case .source(let path), .sink(let path): [path]
    case .path(let from, let to): [from, to]
    case nil: []
    }
  }
}
