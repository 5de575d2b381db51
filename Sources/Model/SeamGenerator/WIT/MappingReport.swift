package import AADL

/// What the model says and WIT cannot: a line each, so that nothing is dropped unseen.
package struct MappingReport {
  package struct Entry: Sendable, Equatable {
    /// Where in the model, such as `Core_Types::Salt` or `Party.impl.message_in`.
    package let subject: String
    /// What WIT has no word for.
    package let fact: String
  }

  package let entries: [Entry]

  package init(_ seam: Seam, _ model: Model) {
    var entries = Self.types(of: seam) + Self.ports(of: seam)
    for (index, type) in model.types.enumerated() where type.package != "base_types" {
      entries += Self.component(.type(index), type.declaration, model)
    }
    for (index, implementation) in model.implementations.enumerated()
    where implementation.declaration.category != .data {
      entries += Self.component(index, implementation.declaration, model)
    }
    self.entries = entries
  }

  package var text: String {
    let width = entries.map(\.subject.count).max() ?? 0
    return entries.map { entry in
      entry.subject + String(repeating: " ", count: width - entry.subject.count) + "  " + entry.fact
    }.joined(separator: "\n") + "\n"
  }

  // MARK: the seam

  private static func types(of seam: Seam) -> [Entry] {
    seam.definitions.flatMap { definition -> [Entry] in
      var entries: [Entry] = []
      switch definition.shape {
      case .alias(.bytes(let capacity)):
        entries.append(Entry(subject: definition.name, fact: "at most \(capacity) bytes"))
      case .alias(.list(_, let capacity)):
        entries.append(Entry(subject: definition.name, fact: "at most \(capacity) elements"))
      case .alias, .record, .flags, .variant, .result, .enumeration: break
      }
      if let secrecy = definition.secrecy {
        entries.append(Entry(subject: definition.name, fact: "a \(secrecy.rawValue) secret"))
      }
      if definition.isError {
        entries.append(Entry(subject: definition.name, fact: "an error: code can fail with it"))
      }
      return entries
    }
  }

  private static func ports(of seam: Seam) -> [Entry] {
    seam.ports.compactMap { port in
      guard let use = port.use, let size = seam.largestEncoding(of: use) else { return nil }
      let fact = "an event of up to \(size) bytes, queued; WIT has a call that returns"
      return Entry(subject: seam.name + "." + port.name, fact: fact)
    }
  }

  // MARK: components

  private static func component(
    _ id: Model.ClassifierID, _ type: ComponentTypeDeclaration, _ model: Model
  ) -> [Entry] {
    let flows = type.flows.map { flow in
      Entry(
        subject: type.name.text + "." + flow.name.text,
        fact: "a flow" + latency(flow.properties, model))
    }
    return flows + properties(type.properties, of: type.name.text, model)
      + type.features.flatMap {
        properties($0.properties, of: type.name.text + "." + $0.name.text, model)
      }
  }

  private static func component(
    _ index: Int, _ implementation: ComponentImplementationDeclaration, _ model: Model
  ) -> [Entry] {
    let name = implementation.fullName
    var entries = implementation.subcomponents.map {
      Entry(subject: name + "." + $0.name.text, fact: "a \($0.category.rawValue) within it")
    }
    entries += implementation.connections.map { connection in
      Entry(
        subject: name + "." + (connection.name?.text ?? ""),
        fact: "a connection, \(connection.source.text) -> \(connection.destination.text)"
          + latency(connection.properties, model))
    }
    entries += implementation.flows.map { flow in
      let kind = flow.kind == .endToEnd ? "a flow from end to end" : "the course of a flow"
      return Entry(
        subject: name + "." + flow.name.text, fact: kind + latency(flow.properties, model))
    }
    entries += implementation.modes.map {
      Entry(subject: name + "." + $0.name.text, fact: $0.isInitial ? "an initial mode" : "a mode")
    }
    entries += implementation.transitions.map { transition in
      let triggers = transition.triggers.map(\.text).joined(separator: ", ")
      return Entry(
        subject: name,
        fact:
          "a transition, \(transition.source.text) -[\(triggers)]-> \(transition.destination.text)")
    }
    return entries + properties(implementation.properties, of: name, model)
  }

  private static func latency(_ properties: [PropertyAssociation], _ model: Model) -> String {
    guard let latency = properties.first(where: { $0.name.key == "latency" }) else { return "" }
    return " with \(source(of: latency))"
  }

  /// The properties that stand for nothing in WIT.
  private static func properties(
    _ associations: [PropertyAssociation], of subject: String, _ model: Model
  ) -> [Entry] {
    associations.compactMap { association in
      guard let key = model.properties.key(set: association.set, name: association.name) else {
        return nil
      }
      guard !expressed.contains(key) else { return nil }
      return Entry(subject: subject, fact: source(of: association))
    }
  }

  /// What the WIT text says in its own way, or what is said of its types above.
  private static let expressed: Set<String> = [
    "data_model::data_representation", "data_model::enumerators", "data_model::base_type",
    "data_model::dimension", "seam::wit_package", "seam::optional", "seam::flags", "seam::result",
    "seam::inline", "seam::is_error", "seam::secrecy",
  ]

  /// The association as it is written, in one line.
  private static func source(of association: PropertyAssociation) -> String {
    let text = association.location.source.string(association.location.range)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .trimmingSuffix(";")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
