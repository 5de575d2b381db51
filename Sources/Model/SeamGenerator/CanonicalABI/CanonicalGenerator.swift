package import AADL

/// Makes the Swift with which values cross the border of a WebAssembly component: the canonical ABI
/// of each type, and the ports as functions of it.
package struct CanonicalGenerator {
  /// Where the types go.
  package static let folder = "Sources/Forms/CanonicalABI/Generated"
  /// Where the ports go: of the component, and of what the composition has besides cores.
  package static let adapterFolder = "Sources/Forms/matter-core-component/Generated"
  package static let mailboxFolder = "Sources/Forms/composition/mailbox/Generated"
  package static let wireFolder = "Sources/Forms/composition/wire/Generated"

  private let seam: Seam

  package init(_ seam: Seam) {
    self.seam = seam
  }

  /// The ports whose values are too many for one call: with any, no file is made.
  package var diagnostics: [Diagnostic] {
    seam.ports.compactMap { port in
      let count = port.use.map { seam.flatTypes(of: $0).count } ?? 0
      guard count > Seam.mostFlatParameters else { return nil }
      return Diagnostic(
        "the port '\(port.name)' takes \(count) values of WebAssembly, and a component can pass "
          + "\(Seam.mostFlatParameters): give its largest case fewer fields", at: port.location)
    }
  }

  package func files() -> [GeneratedFile] {
    let types = seam.definitions.compactMap { definition in
      CanonicalType(definition, in: seam).source.map {
        file(Self.folder, SeamName.pascal(definition.name) + "+CanonicalValue", $0)
      }
    }
    let inputs = CanonicalPorts(seam, isInput: true)
    let outputs = CanonicalPorts(seam, isInput: false)
    return types + [
      file(Self.folder, "PortLists", portLists),
      file(Self.adapterFolder, "CorePorts", inputs.exported(by: "core")),
      file(Self.adapterFolder, "Host", outputs.imported(as: "Host", from: seam.wit("host"))),
      file(Self.mailboxFolder, "HostPorts", outputs.exported(by: "host")),
      file(
        Self.wireFolder, "Commissioner",
        inputs.imported(as: "Commissioner", from: "commissioner")),
      file(Self.wireFolder, "Device", inputs.imported(as: "Device", from: "device")),
    ]
  }

  private var portLists: String {
    """
    /// Room for the lists of any port's largest value, and for a whole frame.
    public typealias PortLists = ListArena<\(max(seam.largestLists, seam.largestBody + 4))>

    """
  }

  private func file(_ folder: String, _ name: String, _ text: String) -> GeneratedFile {
    GeneratedFile(path: "\(folder)/\(name).swift", text: SwiftGenerator.header + text)
  }
}
