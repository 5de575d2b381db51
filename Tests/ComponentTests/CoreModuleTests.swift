import Foundation
import ModelAnalysis
import ModelWorkspace
import SeamGenerator
import Testing

/// The core module has the ports of the model, and nothing else.
struct CoreModuleTests {
  /// What the model says, as a file.
  private func interface(in folder: ScratchFolder) throws -> String {
    let workspace = try Workspace(root: Artefacts.package.path)
    let seam = try #require(workspace.check.seam)
    let files = ComponentGenerator(seam).files()
    let file = try #require(files.first { $0.path == ComponentGenerator.interfacePath })
    return try folder.file("interface", Data(file.text.utf8))
  }

  private func comparison(of module: Data) throws -> Program {
    let folder = try ScratchFolder()
    return try Program.tool(
      "wasm-interface", [folder.file("module.wasm", module), interface(in: folder)])
  }

  @Test func itsImportsAndExportsAreThePortsOfTheModel() throws {
    let comparison = try comparison(of: Artefacts.bytes("matter-core.wasm"))
    #expect(comparison.status == 0, "\(comparison.complaints)")
  }

  @Test(arguments: [
    (ImportedItem.function(type: 0), "import function env clock"),
    (.table, "import table env clock"),
    (.memory, "import memory env clock"),
  ])
  func aCopyThatImportsOneThingMoreIsRefused(item: ImportedItem, complaint: String) throws {
    let copy = try WebAssemblyFile(Artefacts.bytes("matter-core.wasm"))
      .importing(item, "clock", from: "env")
    let comparison = try comparison(of: copy)
    #expect(comparison.status == 1)
    #expect(comparison.complaints.contains { $0.contains("has \(complaint)") })
  }

  @Test func theComponentHoldsItByteForByte() throws {
    let core = try Artefacts.bytes("matter-core.wasm")
    let component = try Artefacts.bytes("matter-core.component.wasm")
    let composition = try Artefacts.bytes("composed.wasm")
    #expect(component.range(of: core) != nil)
    #expect(composition.range(of: component) != nil)
  }

  @Test func itIsSmallerThan150KiB() throws {
    #expect(try Artefacts.bytes("matter-core.wasm").count <= 150 * 1024)
  }
}
