/// A program that runs WebAssembly.
public enum WasmEngine: String, Sendable, CaseIterable {
  /// Compiles modules, and gives each step its fuel.
  case wasmtime
  /// Interprets modules.
  case wasmkit

  /// The file of the module that `tools/wasm` builds for it.
  package var module: String {
    switch self {
    case .wasmtime: "matter-core-wide.wasm"
    case .wasmkit: "matter-core-command.wasm"
    }
  }

  /// The engine that runs this module.
  /// - Parameter wanted: nil for any.
  init(running module: WasmModule, wanted: WasmEngine?) throws(ModuleFlaw) {
    switch CoreInterface.Form(of: module) {
    case .core: self = .wasmtime
    case .command: self = .wasmkit
    case .other(let mismatches): throw .mismatches(mismatches)
    }
    guard wanted == nil || wanted == self else {
      throw self == .wasmtime ? .notACommand : .onlyACommand
    }
  }
}
