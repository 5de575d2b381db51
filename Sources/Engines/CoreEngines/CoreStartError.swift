public import OperatingSystem

/// Why a core could not be opened or started.
public enum CoreStartError: Error, Equatable, Sendable {
  /// Its file cannot be read.
  case unreadable(path: String, CoreReadError)
  /// Its file is a program that this user may not run.
  case notExecutable(path: String)
  /// Its file is WebAssembly, but nothing that the engine can run as a core.
  case notACore(path: String, ModuleFlaw)
  /// The system cannot start the program, its own or the engine's.
  case notStarted(path: String, SystemError)
  /// No folder above the running program holds WebAssembly modules of the core, or this one is not
  /// among them.
  case noModule(name: String)
  /// There is no wasmtime of the version that is wanted.
  case noWasmtime(version: String)
  case noWasmKit
}

extension CoreStartError: CustomStringConvertible {
  /// One line: what is wrong with what, and where there is one, what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "the core \(path) cannot be read: \(reason)"
    case .notExecutable(let path):
      "the core \(path) is not a program that may be run: chmod +x makes it one"
    case .notACore(let path, let flaw): "the module \(path) is not loaded: \(flaw)"
    case .notStarted(let path, let reason): "the core \(path) cannot be started: \(reason)"
    case .noModule(let name):
      "\(name) is not there: run tools/wasm, which builds the core as WebAssembly"
    case .noWasmtime(let version):
      "wasmtime \(version) is not there: run tools/wasm, which installs it as a Python package"
    case .noWasmKit:
      "wasmkit is neither on the PATH nor beside swift: install Swift 6.3, which brings it"
    }
  }
}
