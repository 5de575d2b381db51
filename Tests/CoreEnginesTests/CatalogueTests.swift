import CoreEngines
import CoreSeam
import Foundation
import OperatingSystem
import Testing
import TraceFormat

/// What was opened is what is hashed, and what is hashed is what runs.
@Suite(.timeLimit(.minutes(5)))
struct CatalogueTests {
  private func lastWords(of core: OpenedCore) throws -> String? {
    let listener = CoreListener()
    try listener.listen(to: core)
    guard case .ended(_, let complaint) = listener.loss else { return nil }
    return complaint
  }

  private static let original = "echo original >&2; exit 1"

  @Test func aProgramThatIsReplacedAfterItWasOpenedRunsAsItWas() throws {
    let script = try CoreScript(Self.original)
    let core = try CoreCatalogue.open(.file(path: script.path))
    try script.replace(with: "echo other >&2; exit 1")
    let hash = CoreHash.of(Array(CoreScript.script(Self.original).utf8).span)
    #expect(core.build.hash == hash)
    #expect(try lastWords(of: core) == "original")
    // And again: it is started as often as is wanted.
    #expect(try lastWords(of: core) == "original")
    #expect(try lastWords(of: CoreCatalogue.open(.file(path: script.path))) == "other")
  }

  @Test func aProgramThatIsWrittenOverAfterItWasOpenedRunsAsItWas() throws {
    let script = try CoreScript(Self.original)
    let core = try CoreCatalogue.open(.file(path: script.path))
    try script.overwrite(with: "echo other >&2; exit 1")
    #expect(try lastWords(of: core) == "original")
  }

  /// The process that runs it can read its own file, and not write it.
  @Test func nobodyCanWriteWhatRuns() throws {
    let script = try CoreScript("(echo x >>$0) 2>/dev/null && echo written >&2 || echo kept >&2")
    #expect(try lastWords(of: CoreCatalogue.open(.file(path: script.path))) == "kept")
  }

  @Test func aProgramFindsTheLibrariesThatAreBesideItsFile() throws {
    let script = try CoreScript("echo ${LD_LIBRARY_PATH##*:} >&2; exit 1")
    let folder = (script.path as NSString).deletingLastPathComponent
    #expect(try lastWords(of: CoreCatalogue.open(.file(path: script.path))) == folder)
  }

  @Test(arguments: WasmEngine.allCases)
  func aModuleThatIsReplacedAfterItWasOpenedRunsAsItWas(engine: WasmEngine) throws {
    let script = try CoreScript("")
    let original = try WasmFolder.aboveThisProgram().module(engine.module)
    try FileManager.default.removeItem(atPath: script.path)
    try FileManager.default.copyItem(atPath: original, toPath: script.path)
    let core = try CoreCatalogue.open(.file(path: script.path))
    try script.overwrite(with: "exit 1")
    #expect(core.build.hash == (try CoreFile(path: original).hash))
    let listener = CoreListener()
    try listener.listen(to: core)
    #expect(listener.loss == nil)
    #expect(listener.events.first == .entropyWanted(256))
  }

  @Test func theRunningProgramIsTheCoreInIt() throws {
    let core = try CoreCatalogue.open(.inProcess)
    #expect(core.build.hash == (try CoreFile(path: "/proc/self/exe").hash))
  }

  @Test(arguments: [
    ("matter-core.wasm", WasmEngine.wasmtime), ("matter-core-wide.wasm", .wasmtime),
    ("matter-core-command.wasm", .wasmkit),
  ])
  func aModuleRunsUnderTheEngineOfItsForm(name: String, engine: WasmEngine) throws {
    let path = try WasmFolder.aboveThisProgram().module(name)
    let core = try CoreCatalogue.open(.file(path: path))
    #expect(core.build.engine?.fuelPerStep != nil || engine == .wasmkit)
    let other: WasmEngine = engine == .wasmtime ? .wasmkit : .wasmtime
    #expect(
      throws: CoreStartError.notACore(
        path: path, engine == .wasmtime ? .notACommand : .onlyACommand)
    ) { try CoreCatalogue.open(module: path, under: other) }
  }

  @Test func whatCannotBeACoreIsRefusedBeforeItIsStarted() throws {
    let script = try CoreScript("")
    try script.replace(with: "", permissions: 0o600)
    #expect(throws: CoreStartError.notExecutable(path: script.path)) {
      try CoreCatalogue.open(.file(path: script.path))
    }
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: CoreStartError.unreadable(path: folder, .notAFile)) {
      try CoreCatalogue.open(.file(path: folder))
    }
    #expect(throws: CoreStartError.unreadable(path: "/dev/zero", .notAFile)) {
      try CoreCatalogue.open(.file(path: "/dev/zero"))
    }
    let absent = folder + "/no-such-core"
    #expect(
      throws: CoreStartError.unreadable(path: absent, .system(SystemError(number: ENOENT)))
    ) { try CoreCatalogue.open(.file(path: absent)) }
    var module = ModuleBuilder.core
    module.imports.append(("env", "open", ModuleBuilder.entropyWanted))
    try Data(module.bytes).write(to: URL(filePath: script.path))
    #expect(
      throws: CoreStartError.notACore(
        path: script.path, .mismatches([.foreignImport(module: "env", name: "open")]))
    ) { try CoreCatalogue.open(.file(path: script.path)) }
    let component = try WasmFolder.aboveThisProgram().module("matter-core.component.wasm")
    #expect(throws: CoreStartError.notACore(path: component, .unreadable(.component))) {
      try CoreCatalogue.open(.file(path: component))
    }
  }
}
