package import AADL

/// Modes that cannot be entered or are not told apart, and transitions that nothing triggers.
package struct ModeReachability {
  package init() {}

  package func diagnostics(of model: Model) -> [Diagnostic] {
    let ids =
      model.types.indices.map { Model.ClassifierID.type($0) }
      + model.implementations.indices.map { .implementation($0) }
    return ids.flatMap { id -> [Diagnostic] in
      guard declaresModes(id, model) else { return [] }
      return diagnostics(of: id, model)
    }.sorted()
  }

  private func declaresModes(_ id: Model.ClassifierID, _ model: Model) -> Bool {
    switch id {
    case .type(let index):
      let type = model.types[index].declaration
      return !type.modes.isEmpty && !type.transitions.isEmpty
    case .implementation(let index):
      let implementation = model.implementations[index].declaration
      return !implementation.modes.isEmpty || !implementation.transitions.isEmpty
    case .featureGroup: return false
    }
  }

  private func diagnostics(of id: Model.ClassifierID, _ model: Model) -> [Diagnostic] {
    let modes = model.modes(of: id)
    let transitions = model.transitions(of: id)
    var found = initialModes(modes, of: id, model)
    let known = Set(modes.map(\.name.key))
    for name in transitions.flatMap({ [$0.source, $0.destination] }) where !known.contains(name.key)
    {
      found.append(Diagnostic("there is no mode '\(name.text)'", at: name.location))
    }
    found += unreachable(modes, transitions)
    found += ambiguous(transitions)
    found += transitions.flatMap(\.triggers).compactMap { complaint(about: $0, in: id, model) }
    return found
  }

  private func initialModes(
    _ modes: [ModeDeclaration], of id: Model.ClassifierID, _ model: Model
  ) -> [Diagnostic] {
    let initial = modes.filter(\.isInitial)
    if initial.isEmpty {
      let message = "'\(model.name(of: id))' has modes, and none of them is initial"
      return [Diagnostic(message, at: model.location(of: id))]
    }
    return initial.dropFirst().map {
      Diagnostic("'\($0.name.text)' is a second initial mode", at: $0.location)
    }
  }

  private func unreachable(
    _ modes: [ModeDeclaration], _ transitions: [ModeTransitionDeclaration]
  ) -> [Diagnostic] {
    var reached = Set(modes.filter(\.isInitial).map(\.name.key))
    var pending = Array(reached)
    let bySource = Dictionary(grouping: transitions) { $0.source.key }
    while let mode = pending.popLast() {
      for transition in bySource[mode] ?? []
      where reached.insert(transition.destination.key).inserted {
        pending.append(transition.destination.key)
      }
    }
    return modes.filter { !reached.contains($0.name.key) }.map {
      Diagnostic("the mode '\($0.name.text)' cannot be reached", at: $0.location)
    }
  }

  /// One trigger must not lead from one mode to two.
  private func ambiguous(_ transitions: [ModeTransitionDeclaration]) -> [Diagnostic] {
    var destinations: [String: String] = [:]
    var found: [Diagnostic] = []
    for transition in transitions {
      for trigger in transition.triggers {
        let key = transition.source.key + " " + trigger.text.lowercased()
        let destination = destinations[key] ?? transition.destination.key
        destinations[key] = destination
        if destination != transition.destination.key {
          let message =
            "'\(trigger.text)' leads from '\(transition.source.text)' to '\(destination)' already"
          found.append(Diagnostic(message, at: transition.location))
        }
      }
    }
    return found
  }

  /// A trigger is an event that comes in, or one that a subcomponent gives out.
  private func complaint(
    about trigger: Path, in id: Model.ClassifierID, _ model: Model
  ) -> Diagnostic? {
    let features: [Scoped<FeatureDeclaration>]
    let wanted: Direction
    if trigger.names.count == 1 {
      wanted = .in
      features = type(of: id, model).map { model.features(ofType: $0) } ?? []
    } else {
      wanted = .out
      guard let part = type(of: trigger.names[0], in: id, model) else {
        let message = "there is no subcomponent '\(trigger.names[0].text)'"
        return Diagnostic(message, at: trigger.location)
      }
      features = model.features(ofType: part)
    }
    let name = trigger.names[trigger.names.count - 1]
    let feature = features.first { $0.declaration.name.key == name.key }?.declaration
    guard case .port(let kind, let direction)? = feature?.kind, kind != .data else {
      return Diagnostic("there is no event '\(trigger.text)'", at: trigger.location)
    }
    guard direction == wanted || direction == .inOut else {
      let message = "'\(trigger.text)' is an \(direction.rawValue) port, and triggers nothing here"
      return Diagnostic(message, at: trigger.location)
    }
    return nil
  }

  private func type(of id: Model.ClassifierID, _ model: Model) -> Int? {
    switch id {
    case .type(let index): index
    case .implementation(let index): model.type(ofImplementation: index)
    case .featureGroup: nil
    }
  }

  private func type(of name: Name, in id: Model.ClassifierID, _ model: Model) -> Int? {
    guard case .implementation(let index) = id else { return nil }
    let part = model.subcomponents(of: index).first { $0.declaration.name.key == name.key }
    guard let part, let reference = part.declaration.classifier else { return nil }
    return (try? model.resolve(reference, from: part.package)).flatMap { type(of: $0, model) }
  }
}
