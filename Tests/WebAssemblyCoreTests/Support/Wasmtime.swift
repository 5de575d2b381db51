import HostShell
import WebAssemblyCore

/// The engine of the tests, in their own process.
enum Wasmtime {
  static func engine() throws -> WasmtimeEngine {
    try WasmtimeEngine(libraryAt: WasmRuntime.find(.wasmtime).arguments[0])
  }
}
