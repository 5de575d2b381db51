/// Makes the texts of the components, and the interface that the core module must have.
package struct ComponentGenerator {
  package static let interfacePath =
    "Sources/Forms/matter-core-component/Generated/module.interface"
  package static let corePath = "Sources/Forms/matter-core-component/Generated/component.wat"
  package static let mailboxPath = "Sources/Forms/composition/mailbox/Generated/mailbox.wat"
  package static let wirePath = "Sources/Forms/composition/wire/Generated/wire.wat"
  package static let composedPath = "Sources/Forms/composition/Generated/composed.wat"

  private static let header =
    ";; Generated from aadl/; change the model, then run `matter-sim model swift`.\n"

  private let seam: Seam

  package init(_ seam: Seam) {
    self.seam = seam
  }

  package func files() -> [GeneratedFile] {
    let composition = Composition(seam)
    return [
      GeneratedFile(path: Self.interfacePath, text: CoreModule(seam).interface),
      component(Self.corePath, CoreComponent(seam).lines),
      component(Self.mailboxPath, composition.mailbox),
      component(Self.wirePath, composition.wire),
      component(Self.composedPath, composition.composed),
    ]
  }

  private func component(_ path: String, _ lines: [String]) -> GeneratedFile {
    let body = SwiftLines.text(["(component"] + lines.map { "  " + $0 } + [")"])
    return GeneratedFile(path: path, text: Self.header + body)
  }
}
