import Foundation
import Testing

/// The component has the interface that wit/ says, as another reader of the WIT understands it.
struct ComponentInterfaceTests {
  private func types(of component: String) throws -> [String] {
    let types = try Program.tool("wasm-types", [component])
    try #require(types.status == 0, "\(types.complaints)")
    return types.lines
  }

  @Test func theComponentIsOfTheWorldOfTheWIT() throws {
    let world = try Program.tool("wasm-world")
    try #require(world.status == 0, "\(world.complaints)")
    let types = try types(of: Artefacts.file("matter-core.component.wasm").path)
    #expect(types.count > 50)
    let missing = Set(world.lines).subtracting(types)
    let added = Set(types).subtracting(world.lines)
    #expect(missing.isEmpty)
    #expect(added.isEmpty)
    #expect(types.count == world.lines.count)
  }

  @Test(arguments: [
    ("(enum \"initiator\" \"responder\")", "(enum \"responder\" \"initiator\")"),
    ("(case \"window-closed\" $window-closure)", "(case \"window-closed\" $role)"),
    ("(field \"is-reliable\" bool)", "(field \"reliable\" bool)"),
    ("(type $passcode.shape u32)", "(type $passcode.shape s32)"),
  ])
  func aComponentOfAnotherWorldHasOtherTypes(text: String, change: String) throws {
    let folder = try ScratchFolder()
    let generated = Artefacts.package.appending(
      path: "Sources/Forms/matter-core-component/Generated/component.wat")
    let original = try String(contentsOf: generated, encoding: .utf8)
    let changed = original.replacingOccurrences(of: text, with: change)
    try #require(changed != original)
    let component = folder.file("other.wasm").path
    let made = try Program.tool(
      "wasm-component",
      [
        folder.file("other.wat", Data(changed.utf8)), Artefacts.file("matter-core.wasm").path,
        Artefacts.file("adapter.wasm").path, component,
      ])
    try #require(made.status == 0, "\(made.complaints)")
    let own = try types(of: Artefacts.file("matter-core.component.wasm").path)
    let isAnother = try types(of: component) != own
    #expect(isAnother)
  }
}
