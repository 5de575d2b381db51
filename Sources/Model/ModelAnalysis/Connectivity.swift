package import AADL

/// Ports that nothing drives, that several drive, or that nobody hears.
///
/// In AADL several connections may end at one event port; here that is an error, because the
/// order of what arrives would not be decided by the model.
package struct Connectivity: SystemAnalysis {
  package init() {}

  package func diagnostics(of system: SystemInstance) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var driven: [FeatureReference: Int] = [:]
    var heard: Set<FeatureReference> = []
    for component in system.components {
      var drivers: Set<FeatureReference> = []
      for connection in component.connections {
        let ends = [connection.source, connection.destination]
        for (index, end) in ends.enumerated() where index == 1 || isBidirectional(connection) {
          if !drivers.insert(end).inserted {
            found.append(
              Diagnostic(
                "'\(system.path(of: end))' is driven by another connection already",
                at: connection.declaration.location))
          }
        }
        driven[connection.destination, default: 0] += 1
        heard.insert(connection.source)
        if isBidirectional(connection) {
          driven[connection.source, default: 0] += 1
          heard.insert(connection.destination)
        }
      }
      heard.formUnion(triggers(of: component, in: system))
    }
    for component in system.components {
      for index in component.features.indices {
        let reference = FeatureReference(component: component.id, feature: index)
        found += diagnostics(
          of: reference, isDriven: driven[reference, default: 0] > 0,
          isHeard: heard.contains(reference), in: system)
      }
    }
    return found
  }

  private func isBidirectional(_ connection: ConnectionInstance) -> Bool {
    connection.declaration.isBidirectional
  }

  /// An in-port of a part is driven from outside and heard inside, an out-port the other way. The
  /// outside of the system is not of the model.
  private func diagnostics(
    of reference: FeatureReference, isDriven: Bool, isHeard: Bool, in system: SystemInstance
  ) -> [Diagnostic] {
    let feature = system.feature(reference)
    guard let direction = feature.portDirection else { return [] }
    let component = system.components[reference.component]
    let isRoot = component.parent == nil
    let isComposite = system.isComposite(component)
    let wantsDriver = direction == .in ? !isRoot : isComposite
    let wantsListener = direction == .in ? isComposite : !isRoot
    let path = system.path(of: reference)
    let location =
      isRoot || isComposite && direction == .out ? feature.location : component.location
    if wantsDriver, !isDriven {
      return [Diagnostic("nothing drives '\(path)'", at: location)]
    }
    if wantsListener, !isHeard {
      return [Diagnostic("nobody hears '\(path)'", at: location, severity: .warning)]
    }
    return []
  }

  /// The ports that move the modes of a component.
  private func triggers(
    of component: ComponentInstance, in system: SystemInstance
  ) -> [FeatureReference] {
    guard let classifier = system.classifier(of: component) else { return [] }
    return system.model.transitions(of: classifier).flatMap(\.triggers).compactMap { trigger in
      if trigger.names.count == 1 {
        return component.feature(trigger.names[0].text).map {
          FeatureReference(component: component.id, feature: $0)
        }
      }
      let child = component.children.first {
        system.components[$0].name.lowercased() == trigger.names[0].key
      }
      guard let child else { return nil }
      return system.components[child].feature(trigger.names[1].text).map {
        FeatureReference(component: child, feature: $0)
      }
    }
  }
}
