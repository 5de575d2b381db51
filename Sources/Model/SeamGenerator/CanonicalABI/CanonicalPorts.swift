/// The ports of one direction as functions of the canonical ABI, which a program written in Swift
/// exports or imports.
///
/// A program that exports them has functions of the same names, which take `FlatValues`.
struct CanonicalPorts {
  private let seam: Seam
  private let ports: [SeamPort]

  init(_ seam: Seam, isInput: Bool) {
    self.seam = seam
    ports = isInput ? seam.inputs : seam.outputs
  }

  /// - Parameter interface: as WIT has it, such as `core`.
  func exported(by interface: String) -> String {
    var lines = ["import CanonicalABI"]
    for port in ports {
      let types = flatTypes(of: port)
      let name = SeamName.camel(port.name)
      lines += ["", "/// The port `\(port.name)`, as the canonical ABI calls it."]
      lines.append(
        "@_expose(wasm, \"\(seam.wit(interface))#\(SeamName.kebab(port.name))\") "
          + "@c(\(interface)_\(port.name.lowercased()))")
      lines += SwiftLines.head(
        "public func exported\(SeamName.pascal(port.name))", parameters(types))
      if types.isEmpty {
        lines.append("  let values = FlatValues()")
      } else {
        lines.append("  var values = FlatValues()")
      }
      for (index, type) in types.enumerated() {
        let slot = type == .i64 ? "slot\(index)" : "UInt64(slot\(index))"
        lines.append("  values.append(\(slot))")
      }
      lines += ["  \(name)(values)", "}"]
    }
    return SwiftLines.text(lines)
  }

  /// - Parameters:
  ///   - owner: the Swift name of the type that offers them.
  ///   - module: what they are imported from.
  func imported(as owner: String, from module: String) -> String {
    var lines = ["import CanonicalABI", "", "/// The functions of `\(module)`.", "enum \(owner) {"]
    for (index, port) in ports.enumerated() {
      if index > 0 { lines.append("") }
      lines += SwiftLines.documentation(port.documentation, indent: "  ")
      lines.append("  static func \(SeamName.camel(port.name))(_ values: FlatValues) {")
      let arguments = flatTypes(of: port).enumerated().map { index, type in
        type == .i64 ? "values[\(index)]" : "UInt32(truncatingIfNeeded: values[\(index)])"
      }
      lines += SwiftLines.call(function(port, owner), arguments, indent: "    ") + ["  }"]
    }
    lines.append("}")
    for port in ports {
      lines += [
        "",
        "@_extern(wasm, module: \"\(module)\", name: \"\(SeamName.kebab(port.name))\") @_extern(c)",
      ]
      lines += SwiftLines.call(
        "private func \(function(port, owner))", parameters(flatTypes(of: port)), indent: "")
    }
    return SwiftLines.text(lines)
  }

  private func flatTypes(of port: SeamPort) -> [FlatType] {
    port.use.map { seam.flatTypes(of: $0) } ?? []
  }

  private func parameters(_ types: [FlatType]) -> [String] {
    types.enumerated().map { "_ slot\($0): \($1.swift)" }
  }

  private func function(_ port: SeamPort, _ owner: String) -> String {
    "imported\(owner)\(SeamName.pascal(port.name))"
  }
}

extension Seam {
  /// An interface by its full name, such as `matter:verified-core/core@0.1.0`.
  func wit(_ interface: String) -> String {
    let parts = witPackage.split(separator: "@", maxSplits: 1).map(String.init)
    let version = parts.count > 1 ? "@" + parts[1] : ""
    return (parts.first ?? "") + "/" + interface + version
  }
}
