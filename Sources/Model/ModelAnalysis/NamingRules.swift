package import AADL

/// Names that are not legal or stand twice, and components where the language has none.
package struct NamingRules {
  package init() {}

  package func diagnostics(of model: Model) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for package in model.files.flatMap(\.packages) {
      for type in package.types { check(type, &found) }
      for implementation in package.implementations { check(implementation, &found) }
      for group in package.featureGroups { check(group.features.map(\.name), &found) }
    }
    return found.sorted()
  }

  private func check(_ type: ComponentTypeDeclaration, _ found: inout [Diagnostic]) {
    check([type.name], &found)
    let names =
      type.features.map(\.name) + type.flows.map(\.name) + type.modes.map(\.name)
    check(names, &found)
    for feature in type.features {
      guard case .port = feature.kind, !type.category.mayHavePorts else { continue }
      let message = "a component of the category '\(type.category.rawValue)' has no ports"
      found.append(Diagnostic(message, at: feature.location))
    }
  }

  private func check(
    _ implementation: ComponentImplementationDeclaration, _ found: inout [Diagnostic]
  ) {
    check([implementation.name], &found)
    let endToEnd = implementation.flows.filter { $0.kind == .endToEnd }.map(\.name)
    check(
      implementation.subcomponents.map(\.name) + implementation.connections.compactMap(\.name)
        + implementation.modes.map(\.name) + endToEnd, &found)
    check(implementation.flows.filter { $0.kind != .endToEnd }.map(\.name), &found)
    for subcomponent in implementation.subcomponents
    where !implementation.category.legalSubcomponents.contains(subcomponent.category) {
      let message =
        "a component of the category '\(implementation.category.rawValue)' holds none of the "
        + "category '\(subcomponent.category.rawValue)'"
      found.append(Diagnostic(message, at: subcomponent.location))
    }
    for connection in implementation.connections where connection.name == nil {
      found.append(Diagnostic("the connection has no name", at: connection.location))
    }
  }

  /// The names share one space.
  private func check(_ names: [Name], _ found: inout [Diagnostic]) {
    var seen: [String: Name] = [:]
    for name in names {
      if let first = seen[name.key] {
        let message = "'\(name.text)' is declared in line \(first.location.line) already"
        found.append(Diagnostic(message, at: name.location))
      }
      seen[name.key] = seen[name.key] ?? name
      let isPlain = !name.text.contains("__") && !name.text.hasSuffix("_")
      if !isPlain || name.text.hasPrefix("_") {
        let message = "'\(name.text)' has underscores other than one between two words"
        found.append(Diagnostic(message, at: name.location))
      }
    }
  }
}

extension ComponentCategory {
  fileprivate var mayHavePorts: Bool {
    switch self {
    case .abstract, .device, .process, .processor, .subprogram, .system, .thread, .threadGroup,
      .virtualProcessor:
      true
    case .bus, .data, .memory, .subprogramGroup, .virtualBus: false
    }
  }
}
