/// A program that runs WebAssembly.
public enum WasmEngine: String, Sendable, CaseIterable {
  /// Compiles modules, and gives each step its fuel.
  case wasmtime
  /// Interprets modules.
  case wasmkit
}
