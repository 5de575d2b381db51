/// Checks the names within one implementation: what connections, flows and modes refer to.
struct MemberResolution {
  private let model: Model
  private let index: Int
  private let features: [String: Scoped<FeatureDeclaration>]
  private let subcomponents: [String: Scoped<SubcomponentDeclaration>]
  private let calls: Set<String>

  init(_ model: Model, implementation index: Int) {
    calls = Set(
      model.uninterpreted(in: .implementation(index)).flatMap { $0.members.map(\.key) })
    self.model = model
    self.index = index
    let typeFeatures =
      model.type(ofImplementation: index).map { model.features(ofType: $0) } ?? []
    features = Dictionary(
      typeFeatures.map { ($0.declaration.name.key, $0) }, uniquingKeysWith: { first, _ in first })
    subcomponents = Dictionary(
      model.subcomponents(of: index).map { ($0.declaration.name.key, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    let implementation = model.implementations[index].declaration
    for connection in implementation.connections {
      for end in [connection.source, connection.destination] where !end.names.isEmpty {
        check(end, &found)
      }
      check(modes: connection.modes, &found)
    }
    for subcomponent in implementation.subcomponents { check(modes: subcomponent.modes, &found) }
    checkFlows(implementation, &found)
    return found
  }

  /// A feature of the component itself, or a feature or access of a subcomponent.
  private func check(_ end: Path, _ found: inout [Diagnostic]) {
    let first = end.names[0]
    if first.key == "self" || first.key == "processor" { return }
    if features[first.key] != nil || calls.contains(first.key) { return }
    guard let subcomponent = subcomponents[first.key] else {
      let message =
        "'\(model.implementations[index].declaration.fullName)' has no feature or "
        + "subcomponent '\(first.text)'"
      found.append(Diagnostic(message, at: first.location))
      return
    }
    guard end.names.count > 1 else { return }
    guard let type = type(of: subcomponent) else { return }
    let second = end.names[1]
    let known = model.features(ofType: type).contains { $0.declaration.name.key == second.key }
    if !known {
      let message = "'\(first.text)' has no feature '\(second.text)'"
      found.append(Diagnostic(message, at: second.location))
    }
  }

  /// The type of a subcomponent, when it has a classifier that is known.
  private func type(of subcomponent: Scoped<SubcomponentDeclaration>) -> Int? {
    guard let reference = subcomponent.declaration.classifier else { return nil }
    switch try? model.resolve(reference, from: subcomponent.package) {
    case .type(let index): return index
    case .implementation(let index): return model.type(ofImplementation: index)
    case .featureGroup, nil: return nil
    }
  }

  private func check(modes: [Path], _ found: inout [Diagnostic]) {
    let known = model.modes(of: .implementation(index)).map(\.name.key)
    let transitions = model.transitions(of: .implementation(index)).compactMap(\.name?.key)
    for mode in modes where !(known + transitions).contains(mode.names[0].key) {
      found.append(Diagnostic("there is no mode '\(mode.text)'", at: mode.location))
    }
  }

  private func checkFlows(
    _ implementation: ComponentImplementationDeclaration, _ found: inout [Diagnostic]
  ) {
    let connections = Set(
      model.connections(of: index).compactMap { $0.declaration.name?.key })
    let type = model.type(ofImplementation: index)
    let specifications = Set(
      (type.map { model.flows(ofType: $0) } ?? []).map(\.declaration.name.key))
    let endToEnd = Set(model.flows(of: index).map(\.declaration.name.key))
    for flow in implementation.flows {
      if flow.kind != .endToEnd, !specifications.contains(flow.name.key) {
        let message =
          "'\(implementation.type.text)' has no flow specification '\(flow.name.text)'"
        found.append(Diagnostic(message, at: flow.name.location))
      }
      for segment in flow.segments {
        let first = segment.names[0]
        if segment.names.count == 1 {
          let isKnown =
            connections.contains(first.key) || features[first.key] != nil
            || subcomponents[first.key] != nil || endToEnd.contains(first.key)
          if !isKnown {
            let message = "there is no connection or feature '\(first.text)'"
            found.append(Diagnostic(message, at: first.location))
          }
        } else if features[first.key] == nil {
          checkFlow(segment, &found)
        }
      }
    }
  }

  /// `subcomponent.flow` of a flow implementation.
  private func checkFlow(_ segment: Path, _ found: inout [Diagnostic]) {
    guard let subcomponent = subcomponents[segment.names[0].key] else {
      let message = "there is no subcomponent '\(segment.names[0].text)'"
      found.append(Diagnostic(message, at: segment.names[0].location))
      return
    }
    guard let type = type(of: subcomponent) else { return }
    let name = segment.names[1]
    let isFlow = model.flows(ofType: type).contains { $0.declaration.name.key == name.key }
    let isFeature = model.features(ofType: type).contains { $0.declaration.name.key == name.key }
    if !isFlow, !isFeature {
      let message = "'\(segment.names[0].text)' has no flow '\(name.text)'"
      found.append(Diagnostic(message, at: name.location))
    }
  }
}
