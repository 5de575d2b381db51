/// Makes the WIT package of the seam: all types in one interface, the in-ports as an interface
/// that the core exports, the out-ports as one that it imports.
package struct WITGenerator {
  /// Where the file goes.
  package static let path = "wit/verified-core.wit"

  private let seam: Seam

  package init(_ seam: Seam) {
    self.seam = seam
  }

  package func file() -> GeneratedFile {
    GeneratedFile(path: Self.path, text: text)
  }

  package var text: String {
    var lines = [
      "// Generated from aadl/; change the model, then run `matter-sim model wit`.",
      "package \(seam.witPackage);", "",
    ]
    lines.append("/// The types of all values that cross the border of the core.")
    lines.append("interface types {")
    let definitions = seam.definitions.map { definition(of: $0) }
    lines += definitions.joined(separator: [""])
    lines += ["}", ""]
    lines += interface("host", "What the core emits: its out-ports.", seam.outputs)
    lines += [""]
    lines += interface("core", "What the core can be given: its in-ports.", seam.inputs)
    lines += [""] + documentation(seam.documentation, indent: "")
    lines += ["world \(SeamName.wit(seam.name)) {", "  import host;", "  export core;", "}"]
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: interfaces

  private func interface(_ name: String, _ purpose: String, _ ports: [SeamPort]) -> [String] {
    let functions = Set(ports.map { SeamName.kebab($0.name) })
    var used: [String] = []
    for port in ports {
      guard case .named(let type)? = port.use?.type else { continue }
      let clause = importClause(type, avoiding: functions)
      if !used.contains(clause) { used.append(clause) }
    }
    var lines = ["/// \(purpose)", "interface \(name) {"]
    if !used.isEmpty { lines += ["  use types.{\(used.joined(separator: ", "))};", ""] }
    for (index, port) in ports.enumerated() {
      if index > 0 { lines.append("") }
      lines += documentation(port.documentation, indent: "  ")
      let parameter = port.use.map { "value: " + self.name(of: $0, avoiding: functions) } ?? ""
      lines.append("  \(SeamName.wit(port.name)): func(\(parameter));")
    }
    return lines + ["}"]
  }

  /// A type by its name, or by another where a function has that name already.
  private func importClause(_ type: String, avoiding functions: Set<String>) -> String {
    let name = SeamName.wit(type)
    return functions.contains(SeamName.kebab(type))
      ? "\(name) as \(SeamName.kebab(type))-value" : name
  }

  // MARK: types

  private func definition(of definition: SeamDefinition) -> [String] {
    let name = SeamName.wit(definition.name)
    var lines = documentation(definition.documentation, indent: "  ")
    switch definition.shape {
    case .alias(let type): lines.append("  type \(name) = \(self.name(of: type));")
    case .record(let fields):
      lines += block("record \(name)", fields.map { ($0.documentation, field($0)) })
    case .flags(let fields):
      lines += block("flags \(name)", fields.map { ($0.documentation, SeamName.wit($0.name)) })
    case .variant(let cases):
      lines += block("variant \(name)", cases.map { ($0.documentation, alternative($0)) })
    case .enumeration(let cases):
      lines += block("enum \(name)", cases.map { ($0.documentation, SeamName.wit($0.name)) })
    case .result(let success, let failure):
      lines.append("  type \(name) = \(result(success, failure));")
    }
    return lines
  }

  private func block(_ head: String, _ members: [([String], String)]) -> [String] {
    ["  \(head) {"]
      + members.flatMap { documentation($0.0, indent: "    ") + ["    \($0.1),"] } + ["  }"]
  }

  private func field(_ field: SeamField) -> String {
    "\(SeamName.wit(field.name)): \(name(of: field.use))"
  }

  private func alternative(_ alternative: SeamCase) -> String {
    SeamName.wit(alternative.name) + (payload(of: alternative).map { "(\($0))" } ?? "")
  }

  private func payload(of alternative: SeamCase) -> String? {
    switch alternative.payload {
    case .none: nil
    case .value(let use): name(of: use)
    case .fields(let record, _): SeamName.wit(record)
    }
  }

  private func result(_ success: SeamCase, _ failure: SeamCase) -> String {
    switch (payload(of: success), payload(of: failure)) {
    case (let value?, let error?): "result<\(value), \(error)>"
    case (let value?, nil): "result<\(value)>"
    case (nil, let error?): "result<_, \(error)>"
    case (nil, nil): "result"
    }
  }

  private func name(of use: SeamTypeUse, avoiding functions: Set<String> = []) -> String {
    let name = name(of: use.type, avoiding: functions)
    return use.isOptional ? "option<\(name)>" : name
  }

  private func name(of type: SeamType, avoiding functions: Set<String> = []) -> String {
    switch type {
    case .unsigned(let bits): "u\(bits)"
    case .signed(let bits): "s\(bits)"
    case .float(let bits): "f\(bits)"
    case .boolean: "bool"
    case .character: "char"
    case .string: "string"
    case .bytes: "list<u8>"
    case .list(let element, _): "list<\(name(of: element))>"
    case .named(let name):
      functions.contains(SeamName.kebab(name))
        ? SeamName.kebab(name) + "-value" : SeamName.wit(name)
    }
  }

  private func documentation(_ lines: [String], indent: String) -> [String] {
    lines.map { indent + ($0.isEmpty ? "///" : "/// " + $0) }
  }
}
