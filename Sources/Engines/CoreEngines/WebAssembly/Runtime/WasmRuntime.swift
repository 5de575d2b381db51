import OperatingSystem
import TraceFormat

/// An engine that is here: how it is started, and which it is.
struct WasmRuntime: Sendable {
  let identity: EngineIdentity
  private let program: String
  /// What stands before and after the module.
  private let arguments: (before: [String], after: [String])
  /// Whether it says what it has loaded, and when each step has ended.
  private let reports: Bool

  /// Finds an engine.
  /// - Throws: `noWasmtime`, `noWasmKit`, or `noModule` where nothing is that `tools/wasm` makes.
  init(_ engine: WasmEngine) throws(CoreStartError) {
    switch engine {
    case .wasmtime:
      let fuel = CoreInterface.fuelPerStep
      identity = EngineIdentity(
        name: "wasmtime \(WasmtimeEngine.version)", fuelPerStep: fuel)
      program = try CoreCatalogue.pathBesideThisProgram("matter-core-wasmtime")
      arguments = (before: [try WasmtimePackage.library()], after: ["\(fuel)"])
      reports = true
    case .wasmkit:
      guard let found = ProgramSearch.wasmkit else { throw .noWasmKit }
      identity = EngineIdentity(name: Self.nameOfWasmKit(found), fuelPerStep: nil)
      program = found
      arguments = (before: ["run"], after: [])
      reports = false
    }
  }

  /// The engine's run of a module.
  func program(running module: SealedFile, hash: [UInt8]) -> CoreProgram {
    CoreProgram(
      executable: program, name: program,
      arguments: arguments.before + [module.path] + arguments.after, core: module,
      reportedHash: reports ? hash : nil, stepTelling: reports ? .always : .never)
  }

  /// The name and version, as it says itself.
  private static func nameOfWasmKit(_ program: String) -> String {
    let output = ProgramOutput.of(program, ["--version"], patience: 5_000_000)
    let line = output?.split(whereSeparator: \.isNewline).first.map(String.init)
    return "WasmKit \(line ?? "of an unknown version")"
  }
}
