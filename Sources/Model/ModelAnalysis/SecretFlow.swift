package import AADL
internal import SeamGenerator

/// Secrets on ports where others could read them, and secrets held outside of the core.
///
/// A sealed secret is on no port outside the inside of the core, and no component outside holds
/// it. A provisioned one is on no out-port of the core, and on no port in the zone Network or of
/// a system, which are what strangers see.
package struct SecretFlow: SystemAnalysis {
  package init() {}

  package func diagnostics(of system: SystemInstance) -> [Diagnostic] {
    var reader = SecretReader(system.model)
    return system.components.flatMap { component in
      holding(component, system, &reader) + ports(of: component, system, &reader)
    }
  }

  private func holding(
    _ component: ComponentInstance, _ system: SystemInstance, _ reader: inout SecretReader
  ) -> [Diagnostic] {
    guard component.category == .data, let classifier = system.classifier(of: component) else {
      return []
    }
    guard reader.secrets(in: classifier).contains(.sealed) else { return [] }
    guard zone(of: component.id, system) != "core" else { return [] }
    let message = "'\(component.path)' holds a sealed secret outside of the core"
    return [Diagnostic(message, at: component.location)]
  }

  private func ports(
    of component: ComponentInstance, _ system: SystemInstance, _ reader: inout SecretReader
  ) -> [Diagnostic] {
    let zone = zone(of: component.id, system)
    let isBorder =
      zone == "core" && component.parent.map { self.zone(of: $0, system) } != "core"
    return component.features.flatMap { feature -> [Diagnostic] in
      guard let direction = feature.portDirection, let classifier = feature.classifier else {
        return []
      }
      let secrets = reader.secrets(in: classifier)
      let path = (component.path.isEmpty ? "" : component.path + ".") + feature.name.text
      if secrets.contains(.sealed), zone != "core" || isBorder {
        let message = "'\(path)' carries a sealed secret out of the core"
        return [Diagnostic(message, at: feature.location)]
      }
      guard secrets.contains(.provisioned) else { return [] }
      if isBorder, direction != .in {
        let message = "'\(path)' gives out a secret that was given to the core"
        return [Diagnostic(message, at: feature.location)]
      }
      if zone == "network" || component.category == .system {
        let message = "'\(path)' carries a secret where strangers can read it"
        return [Diagnostic(message, at: feature.location)]
      }
      return []
    }
  }

  private func zone(of component: Int, _ system: SystemInstance) -> String? {
    guard case .name(_, let zone)? = system.property("seam::zone", of: component)?.value else {
      return nil
    }
    return zone.key
  }
}

/// What secrets are in data, also deep inside.
private struct SecretReader {
  private let model: Model
  private var known: [Model.ClassifierID: Set<Secrecy>] = [:]

  init(_ model: Model) {
    self.model = model
  }

  mutating func secrets(in id: Model.ClassifierID) -> Set<Secrecy> {
    if let secrets = known[id] { return secrets }
    // What contains itself is refused elsewhere; here it must only end.
    known[id] = []
    var secrets: Set<Secrecy> = []
    if case .name(_, let own)? = model.property("seam::secrecy", of: id)?.value,
      let secrecy = Secrecy(rawValue: own.key)
    {
      secrets.insert(secrecy)
    }
    if case .implementation(let index) = id {
      for part in model.subcomponents(of: index) {
        guard let reference = part.declaration.classifier else { continue }
        guard let type = try? model.resolve(reference, from: part.package) else { continue }
        secrets.formUnion(self.secrets(in: type))
      }
    }
    known[id] = secrets
    return secrets
  }
}
