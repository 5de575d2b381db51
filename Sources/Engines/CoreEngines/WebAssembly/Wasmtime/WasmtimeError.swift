/// Why wasmtime cannot run a core, or not go on with it.
package enum WasmtimeError: Error, Equatable, Sendable {
  /// The library cannot be opened; with what the system says.
  case unreadableLibrary(String)
  /// The library lacks a function.
  case missingFunction(String)
  /// The library is of another version than the one that is known here.
  case otherVersion
  /// wasmtime refuses the module; with what it says.
  case invalidModule(String)
  /// A step wanted more fuel than one may use.
  case outOfFuel(budget: UInt64)
  /// A step trapped; with what wasmtime says.
  case trapped(String)
  /// What a step was given is no value of its port.
  case noFrame
}

extension WasmtimeError: CustomStringConvertible {
  /// One line.
  package var description: String {
    switch self {
    case .unreadableLibrary(let reason): "libwasmtime cannot be opened: \(reason)"
    case .missingFunction(let name):
      "libwasmtime has no function \(name); \(Self.wantedVersion)"
    case .otherVersion: "libwasmtime is of another version; \(Self.wantedVersion)"
    case .invalidModule(let reason): "the module is not the core: \(reason)"
    case .outOfFuel(let budget): "a step used up its \(budget) units of fuel and was ended"
    case .trapped(let reason): "a step trapped and was ended: \(reason)"
    case .noFrame: "a frame is none that the core can be given"
    }
  }

  private static var wantedVersion: String {
    "install that of the Python package wasmtime \(WasmtimeLayout.version)"
  }
}
