extension CoreInterface {
  /// As what the core can be a module.
  package enum Form: Equatable, Sendable {
    /// With its ports as imports and exports.
    case core
    /// As a WASI command: frames on standard input and output.
    case command
    /// It is no core, and why.
    case other([Mismatch])

    package init(of module: WasmModule) {
      let mismatches = CoreInterface.mismatches(of: module)
      if mismatches.isEmpty {
        self = .core
      } else {
        self = CoreInterface.isCommand(module) ? .command : .other(mismatches)
      }
    }

    package var isOther: Bool {
      switch self {
      case .core, .command: false
      case .other: true
      }
    }
  }

  /// What a command imports: to read, to write and to end.
  private static let commandImports: [String: WasmFunctionType] = [
    "fd_read": WasmFunctionType([.i32, .i32, .i32, .i32], results: [.i32]),
    "fd_write": WasmFunctionType([.i32, .i32, .i32, .i32], results: [.i32]),
    "proc_exit": WasmFunctionType([.i32]),
  ]

  private static func isCommand(_ module: WasmModule) -> Bool {
    let isImported = module.imports.allSatisfy { item in
      item.module == "wasi_snapshot_preview1"
        && commandImports[item.name].map { .function($0) } == item.type
    }
    let isStarted = module.exports.contains {
      $0.name == "_start" && $0.type == .function(WasmFunctionType([]))
    }
    return isImported && isStarted && module.memories.count == 1
  }
}
