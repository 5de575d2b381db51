/// The seam in the text format of the Component Model: its types, and the interfaces made of them.
struct ComponentTypes {
  private let seam: Seam

  init(_ seam: Seam) {
    self.seam = seam
  }

  /// All types, each with a name, as `(type $name …)`.
  var definitions: [String] {
    seam.definitions.map { "(type \(identifier($0.name)) \(shape($0.shape)))" }
  }

  /// An instance of the types above.
  var instance: [String] {
    ["(instance $types"]
      + seam.definitions.map {
        "  (export \"\(SeamName.kebab($0.name))\" (type \(identifier($0.name))))"
      } + [")"]
  }

  /// The import of an instance with all types, and the names of those that ports carry.
  var importedTypes: [String] {
    var lines = ["(import \"\(seam.wit("types"))\" (instance $types"]
    for definition in seam.definitions {
      let name = identifier(definition.name)
      lines.append("  (type \(name).shape \(shape(definition.shape)))")
      lines.append(
        "  (export \"\(SeamName.kebab(definition.name))\" (type \(name) (eq \(name).shape)))")
    }
    lines.append("))")
    for name in carried(by: seam.ports) {
      lines.append("(alias export $types \"\(SeamName.kebab(name))\" (type \(identifier(name))))")
    }
    return lines
  }

  /// The ports of one direction as the type of an instance, such as follows `(instance $host`.
  func interface(_ ports: [SeamPort]) -> [String] {
    let local = carried(by: ports).map { name in
      "(export \"\(exportedName(of: name, ports))\" "
        + "(type \(identifier(name)).local (eq \(identifier(name)))))"
    }
    let functions = ports.map { port in
      "(export \"\(SeamName.kebab(port.name))\" (func\(parameter(of: port, suffix: ".local"))))"
    }
    return local + functions
  }

  /// The types that an instance of these ports exports, as its text has them.
  func exportedTypes(_ ports: [SeamPort]) -> [String] {
    carried(by: ports).map {
      "(export \"\(exportedName(of: $0, ports))\" (type \(identifier($0))))"
    }
  }

  /// The parameter of a port's function, with a space before it; nothing for one without data.
  func parameter(of port: SeamPort, suffix: String = "") -> String {
    guard let use = port.use else { return "" }
    return " (param \"value\" \(name(of: use, suffix: suffix)))"
  }

  // MARK: names

  private func identifier(_ name: String) -> String { "$" + SeamName.kebab(name) }

  /// The types that have a name and that ports carry, each once.
  private func carried(by ports: [SeamPort]) -> [String] {
    var names: [String] = []
    for port in ports {
      guard case .named(let name)? = port.use?.type else { continue }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// As the `use` clause of the WIT has it: a type with the name of a function gets another.
  private func exportedName(of type: String, _ ports: [SeamPort]) -> String {
    let name = SeamName.kebab(type)
    return ports.contains { SeamName.kebab($0.name) == name } ? name + "-value" : name
  }

  // MARK: types

  private func shape(_ shape: SeamDefinition.Shape) -> String {
    switch shape {
    case .alias(let type): name(of: type)
    case .record(let fields):
      "(record"
        + fields.map { " (field \"\(SeamName.kebab($0.name))\" \(name(of: $0.use)))" }.joined()
        + ")"
    case .flags(let fields):
      "(flags" + fields.map { " \"\(SeamName.kebab($0.name))\"" }.joined() + ")"
    case .variant(let cases):
      "(variant"
        + cases.map { alternative in
          " (case \"\(SeamName.kebab(alternative.name))\"\(payload(of: alternative)))"
        }.joined() + ")"
    case .enumeration(let cases):
      "(enum" + cases.map { " \"\(SeamName.kebab($0.name))\"" }.joined() + ")"
    case .result(let success, let failure): result(payload(of: success), payload(of: failure))
    }
  }

  private func result(_ success: String, _ failure: String) -> String {
    "(result" + success + (failure.isEmpty ? "" : " (error\(failure))") + ")"
  }

  /// The type of what a case carries, with a space before it; nothing for a case without.
  private func payload(of alternative: SeamCase) -> String {
    switch alternative.payload {
    case .none: ""
    case .value(let use): " " + name(of: use)
    case .fields(let record, _): " " + identifier(record)
    }
  }

  private func name(of use: SeamTypeUse, suffix: String = "") -> String {
    let name = name(of: use.type, suffix: suffix)
    return use.isOptional ? "(option \(name))" : name
  }

  private func name(of type: SeamType, suffix: String = "") -> String {
    switch type {
    case .unsigned(let bits): "u\(bits)"
    case .signed(let bits): "s\(bits)"
    case .float(let bits): "f\(bits)"
    case .boolean: "bool"
    case .character: "char"
    case .string: "string"
    case .bytes: "(list u8)"
    case .list(let element, _): "(list \(name(of: element)))"
    case .named(let name): identifier(name) + suffix
    }
  }
}
