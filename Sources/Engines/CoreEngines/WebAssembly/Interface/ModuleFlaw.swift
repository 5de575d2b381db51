/// Why an engine does not run a module as a core.
public enum ModuleFlaw: Error, Equatable, Sendable {
  /// It cannot be read as a module.
  case unreadable(WasmModuleError)
  /// Its imports and exports are neither those of a core nor those of a command.
  case mismatches([CoreInterface.Mismatch])
  /// It is a core, but the engine runs only commands.
  case notACommand
  /// It is a command, but the engine runs only cores.
  case onlyACommand
}

extension ModuleFlaw: CustomStringConvertible {
  /// Half a line, to stand after the module's name.
  public var description: String {
    switch self {
    case .unreadable(.component):
      "it is a component, and only core modules are run here"
    case .unreadable(let error): "\(error)"
    case .mismatches(let mismatches):
      mismatches.map(\.description).joined(separator: "; ")
    case .notACommand: "WasmKit runs the command module, \(WasmEngine.wasmkit.module)"
    case .onlyACommand: "as a command it is run by WasmKit, and not by wasmtime"
    }
  }
}
