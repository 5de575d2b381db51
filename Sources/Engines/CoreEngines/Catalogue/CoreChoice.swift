/// Which core is wanted.
public enum CoreChoice: Hashable, Sendable {
  /// The program `matter-core` in the folder of the running program.
  case native
  /// The core as a library in this process.
  case inProcess
  /// The module that was built for an engine, in a process of its own under the engine.
  case wasm(WasmEngine)
  /// Another program that speaks as `matter-core` does, or another module.
  case file(path: String)

  /// All that have a name of their own, whether or not they are here.
  public static let named: [CoreChoice] =
    [.native, .inProcess] + WasmEngine.allCases.map { .wasm($0) }
}

extension CoreChoice: CustomStringConvertible {
  /// By what it is asked for: a name, or a path.
  public var description: String {
    switch self {
    case .native: "native"
    case .inProcess: "inprocess"
    case .wasm(let engine): "wasm:\(engine.rawValue)"
    case .file(let path): path
    }
  }
}
