package import AADL

/// Connections whose ends do not fit: against the direction of a port, between kinds of ports
/// that do not go together, or between different data.
package struct ConnectionMatch: SystemAnalysis {
  package init() {}

  package func diagnostics(of system: SystemInstance) -> [Diagnostic] {
    system.components.flatMap { component in
      component.connections.flatMap { connection in
        direction(of: connection, in: component, system) + kinds(of: connection, system)
          + data(of: connection, system)
      }
    }
  }

  private func direction(
    of connection: ConnectionInstance, in component: ComponentInstance, _ system: SystemInstance
  ) -> [Diagnostic] {
    let declaration = connection.declaration
    if connection.source.component == component.id,
      connection.destination.component == component.id
    {
      let message = "the connection '\(connection.name)' touches no subcomponent"
      return [Diagnostic(message, at: declaration.location)]
    }
    var found: [Diagnostic] = []
    if let end = mismatch(connection.source, isSource: true, in: component, system) {
      found.append(
        Diagnostic(
          "'\(end)' cannot be the source of a connection here", at: declaration.source.location))
    }
    if let end = mismatch(connection.destination, isSource: false, in: component, system) {
      found.append(
        Diagnostic(
          "'\(end)' cannot be the destination of a connection here",
          at: declaration.destination.location))
    }
    return found
  }

  /// `component.port` and its direction, when it does not fit.
  private func mismatch(
    _ end: FeatureReference, isSource: Bool, in component: ComponentInstance,
    _ system: SystemInstance
  ) -> String? {
    guard let direction = system.feature(end).portDirection else { return nil }
    let isInside = end.component != component.id
    let wanted: Direction = isSource == isInside ? .out : .in
    guard direction != wanted, direction != .inOut else { return nil }
    return "\(direction.rawValue) port \(system.path(of: end))"
  }

  private func kinds(of connection: ConnectionInstance, _ system: SystemInstance) -> [Diagnostic] {
    guard case .port(let source, _) = system.feature(connection.source).kind,
      case .port(let destination, _) = system.feature(connection.destination).kind
    else { return [] }
    let fits: Bool
    switch (source, destination) {
    case (.event, .event), (.data, .data), (.data, .eventData): fits = true
    case (.eventData, _): fits = true
    case (.event, .data), (.event, .eventData), (.data, .event): fits = false
    }
    guard !fits else { return [] }
    let message =
      "\(article(source)) \(source.rawValue) port cannot be connected to \(article(destination)) "
      + "\(destination.rawValue) port"
    return [Diagnostic(message, at: connection.declaration.location)]
  }

  private func article(_ kind: PortKind) -> String {
    kind == .data ? "a" : "an"
  }

  private func data(of connection: ConnectionInstance, _ system: SystemInstance) -> [Diagnostic] {
    let source = system.feature(connection.source)
    let destination = system.feature(connection.destination)
    var found: [Diagnostic] = []
    if !fits(source.classifier, destination.classifier, system.model) {
      let names = [source, destination].map { feature in
        feature.classifier.map { "'" + system.model.name(of: $0) + "'" } ?? "no data"
      }
      let message =
        "'\(system.path(of: connection.source))' carries \(names[0]), "
        + "and '\(system.path(of: connection.destination))' carries \(names[1])"
      found.append(Diagnostic(message, at: connection.declaration.location))
    }
    if isOptional(connection.source, system) != isOptional(connection.destination, system) {
      let message =
        "of '\(system.path(of: connection.source))' and '\(system.path(of: connection.destination))'"
        + " only one is Seam::Optional"
      found.append(Diagnostic(message, at: connection.declaration.location))
    }
    return found
  }

  /// The same classifier, or an implementation of the type (AS5506C, Classifier_Match).
  private func fits(
    _ source: Model.ClassifierID?, _ destination: Model.ClassifierID?, _ model: Model
  ) -> Bool {
    if source == destination { return true }
    guard case .implementation(let index)? = source else { return false }
    guard let type = model.type(ofImplementation: index) else { return false }
    return destination == .type(type)
  }

  private func isOptional(_ reference: FeatureReference, _ system: SystemInstance) -> Bool {
    guard case .boolean(true)? = system.property("seam::optional", of: reference)?.value else {
      return false
    }
    return true
  }
}
