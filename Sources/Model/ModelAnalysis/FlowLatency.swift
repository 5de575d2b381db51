package import AADL

/// Flows that take longer than they promise, or that do not hang together.
///
/// A flow of a composite takes as long as its parts and connections together; a flow of a thread
/// as long as its thread may take, its deadline. Latencies are upper bounds; a connection without
/// one takes no time.
package struct FlowLatency: SystemAnalysis {
  static let key = "communication_properties::latency"

  package init() {}

  package func diagnostics(of system: SystemInstance) -> [Diagnostic] {
    system.components.flatMap { component in
      threadFlows(of: component, system) + implementations(of: component, system)
    }
  }

  private func threadFlows(
    of component: ComponentInstance, _ system: SystemInstance
  ) -> [Diagnostic] {
    guard component.category == .thread, let type = component.type else { return [] }
    guard let value = system.property("timing_properties::deadline", of: component.id) else {
      return []
    }
    guard let deadline = system.model.properties.integer(value, in: .time) else { return [] }
    return system.model.flows(ofType: type).compactMap { flow in
      guard let promised = latency(of: flow.declaration.properties, system.model) else {
        return nil
      }
      guard promised < deadline else { return nil }
      return Diagnostic(
        "the flow '\(flow.declaration.name.text)' promises \(timeText(promised)), and its thread "
          + "has until its deadline, \(timeText(deadline))", at: flow.declaration.location)
    }
  }

  private func implementations(
    of component: ComponentInstance, _ system: SystemInstance
  ) -> [Diagnostic] {
    guard let implementation = component.implementation else { return [] }
    return system.model.flows(of: implementation).flatMap { scoped -> [Diagnostic] in
      let flow = scoped.declaration
      var found = gaps(in: flow, of: component, system)
      let promised =
        latency(of: flow.properties, system.model)
        ?? specification(named: flow.name, of: component, system)
        .flatMap { latency(of: $0.properties, system.model) }
      var sum: Int64 = 0
      for segment in flow.segments {
        switch latency(of: segment, in: component, system) {
        case .none: break
        case .known(let time): sum = sum.addingReportingOverflow(time).partialValue
        case .missing(let name):
          found.append(Diagnostic("'\(name)' has no latency", at: segment.location))
        }
      }
      guard let promised else {
        found.append(Diagnostic("the flow '\(flow.name.text)' has no latency", at: flow.location))
        return found
      }
      if sum > promised {
        found.append(
          Diagnostic(
            "the flow '\(flow.name.text)' promises \(timeText(promised)), and takes up to "
              + timeText(sum), at: flow.location))
      }
      return found
    }
  }

  private enum SegmentLatency {
    case none
    case known(Int64)
    case missing(String)
  }

  private func latency(
    of segment: Path, in component: ComponentInstance, _ system: SystemInstance
  ) -> SegmentLatency {
    if segment.names.count == 1 {
      let connection = component.connections.first {
        $0.declaration.name?.key == segment.names[0].key
      }
      guard let connection else { return .none }
      return latency(of: connection.declaration.properties, system.model).map { .known($0) }
        ?? .none
    }
    guard let part = part(segment.names[0], of: component, system) else { return .none }
    guard let flow = specification(named: segment.names[1], of: part, system) else { return .none }
    return latency(of: flow.properties, system.model).map { .known($0) } ?? .missing(segment.text)
  }

  /// Neighbours must meet in the same port: flow to connection, connection to flow.
  private func gaps(
    in flow: FlowImplementation, of component: ComponentInstance, _ system: SystemInstance
  ) -> [Diagnostic] {
    let ends = flow.segments.map { self.ends(of: $0, in: component, system) }
    return zip(zip(flow.segments, ends), zip(flow.segments, ends).dropFirst()).compactMap {
      (left, right) in
      guard let from = left.1.exit, let to = right.1.entry, from != to else { return nil }
      return Diagnostic(
        "'\(left.0.text)' ends at '\(system.path(of: from))', and '\(right.0.text)' begins at "
          + "'\(system.path(of: to))'", at: right.0.location)
    }
  }

  private func ends(
    of segment: Path, in component: ComponentInstance, _ system: SystemInstance
  ) -> (entry: FeatureReference?, exit: FeatureReference?) {
    if segment.names.count == 1 {
      let name = segment.names[0]
      if let feature = component.feature(name.text) {
        let reference = FeatureReference(component: component.id, feature: feature)
        return (reference, reference)
      }
      let connection = component.connections.first { $0.declaration.name?.key == name.key }
      return (connection?.source, connection?.destination)
    }
    guard let part = part(segment.names[0], of: component, system),
      let flow = specification(named: segment.names[1], of: part, system)
    else { return (nil, nil) }
    let reference = { (path: Path) in
      part.feature(path.names[0].text).map { FeatureReference(component: part.id, feature: $0) }
    }
    switch flow.kind {
    case .source(let path): return (nil, reference(path))
    case .sink(let path): return (reference(path), nil)
    case .path(let from, let to): return (reference(from), reference(to))
    case nil: return (nil, nil)
    }
  }

  private func part(
    _ name: Name, of component: ComponentInstance, _ system: SystemInstance
  ) -> ComponentInstance? {
    component.children.map { system.components[$0] }.first { $0.name.lowercased() == name.key }
  }

  private func specification(
    named name: Name, of component: ComponentInstance, _ system: SystemInstance
  ) -> FlowSpecification? {
    guard let type = component.type else { return nil }
    return system.model.flows(ofType: type).first { $0.declaration.name.key == name.key }?
      .declaration
  }

  /// The upper bound of a latency, in picoseconds.
  private func latency(of properties: [PropertyAssociation], _ model: Model) -> Int64? {
    let scoped = properties.map { Scoped(declaration: $0, package: "") }
    guard let value = model.value(of: Self.key, in: scoped) else { return nil }
    return model.properties.upperBound(value, in: .time)
  }
}
