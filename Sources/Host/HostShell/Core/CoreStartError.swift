public import OperatingSystem

/// Why a core could not be started.
public enum CoreStartError: Error, Equatable, Sendable {
  /// The system cannot start the program, or find it.
  case program(path: String, SystemError)
  /// No folder above the running program holds WebAssembly modules of the core, or this one is not
  /// among them.
  case noModule(name: String)
  /// There is no wasmtime of the version that is wanted.
  case noWasmtime(version: String)
  case noWasmKit
}

extension CoreStartError: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .program(let path, let reason): "the core \(path) cannot be started: \(reason)"
    case .noModule(let name):
      "\(name) is not there: run tools/wasm, which builds the core as WebAssembly"
    case .noWasmtime(let version):
      "wasmtime \(version) is not there: run tools/wasm, which installs it as a Python package"
    case .noWasmKit:
      "wasmkit is neither on the PATH nor beside swift: install Swift 6.3, which brings it"
    }
  }
}
