import CoreEngines

/// The engine of the tests, in their own process.
enum Wasmtime {
  /// The path of the module that was built for it.
  static func module() throws -> String {
    try WasmFolder.aboveThisProgram().module(WasmEngine.wasmtime.module)
  }

  static func engine() throws -> WasmtimeEngine {
    try WasmtimeEngine(libraryAt: WasmtimePackage.library())
  }
}
