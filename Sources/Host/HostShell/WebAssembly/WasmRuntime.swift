import Glibc
import WebAssemblyCore

/// All that it takes to run the core as WebAssembly: an engine, and a module for it.
package struct WasmRuntime: Equatable, Sendable {
  /// What is started, and with what.
  package let program: String
  package let arguments: [String]
  /// The file that holds the core.
  package let module: String
  /// What each step may use; nil under an engine that does not count.
  package let fuelPerStep: UInt64?

  /// Finds an engine and the module that it runs.
  /// - Parameter module: another file than the module that `tools/wasm` has built for the engine.
  /// - Throws: any case but `program`, or that for the running program's own folder.
  package static func find(
    _ engine: WasmEngine, module: String? = nil
  ) throws(CoreStartError) -> WasmRuntime {
    let folder = try WasmFolder.aboveThisProgram()
    switch engine {
    case .wasmtime:
      let file = if let module { module } else { try folder.module("matter-core-wide.wasm") }
      let library = try WasmtimePackage.library(beside: folder)
      let fuel = CoreInterface.fuelPerStep
      return WasmRuntime(
        program: try CoreChoice.pathBesideThisProgram("matter-core-wasmtime"),
        arguments: [library, file, "\(fuel)"], module: file, fuelPerStep: fuel)
    case .wasmkit:
      let file = if let module { module } else { try folder.module("matter-core-command.wasm") }
      guard let program = ProgramSearch.wasmkit else { throw .noWasmKit }
      return WasmRuntime(
        program: program, arguments: ["run", file], module: file, fuelPerStep: nil)
    }
  }

  /// The engine's name and version, as it says itself.
  package static func version(of engine: WasmEngine) -> String {
    switch engine {
    case .wasmtime: return "wasmtime \(WasmtimeEngine.version)"
    case .wasmkit:
      let output = ProgramSearch.wasmkit.flatMap {
        ProgramOutput.of($0, ["--version"], patience: 5_000_000)
      }
      let line = output?.split(whereSeparator: \.isNewline).first.map(String.init)
      return "WasmKit \(line ?? "of an unknown version")"
    }
  }
}
