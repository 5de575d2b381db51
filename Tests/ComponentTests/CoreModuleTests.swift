import CoreEngines
import Foundation
import ModelAnalysis
import ModelWorkspace
import SeamGenerator
import Testing

/// The core module has the ports of the model, and nothing else.
struct CoreModuleTests {
  /// What the model says.
  private func interface() throws -> ModuleInterface {
    let workspace = try Workspace(root: Artefacts.package.path)
    let seam = try #require(workspace.check.seam)
    let files = ComponentGenerator(seam).files()
    let file = try #require(files.first { $0.path == ComponentGenerator.interfacePath })
    return ModuleInterface(text: file.text)
  }

  private func differences(of module: Data) throws -> [String] {
    ModuleInterface(of: try WasmModule(Array(module))).differences(from: try interface())
  }

  @Test func itsImportsAndExportsAreThePortsOfTheModel() throws {
    #expect(try differences(of: Artefacts.bytes("matter-core.wasm")) == [])
  }

  @Test(arguments: [
    (ImportedItem.function(type: 0), "import function env clock"),
    (.table, "import table env clock"),
    (.memory, "import memory env clock"),
  ])
  func aCopyThatImportsOneThingMoreDiffers(item: ImportedItem, difference: String) throws {
    let copy = try WebAssemblyFile(Artefacts.bytes("matter-core.wasm"))
      .importing(item, "clock", from: "env")
    #expect(try differences(of: copy).contains { $0.hasPrefix("has \(difference)") })
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
