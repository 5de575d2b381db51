/// The functions that a module may import. They have no results.
protocol WasmtimeImports: AnyObject {
  var functions: [(name: String, type: WasmFunctionType)] { get }

  /// The module calls a function.
  /// - Parameters:
  ///   - index: its place in `functions`.
  ///   - arguments: of an `i32` the lower half counts.
  ///   - memory: the module's memory.
  /// - Returns: false to end the step.
  func call(_ index: Int, _ arguments: [UInt64], memory: UnsafeRawBufferPointer) -> Bool
}

/// What wasmtime hands back with the call of an imported function.
final class WasmtimeImport {
  private unowned let instance: WasmtimeInstance
  private let index: Int

  init(_ index: Int, of instance: WasmtimeInstance) {
    self.instance = instance
    self.index = index
  }

  /// What is called. Each argument has 16 bytes, the number at their start.
  static let entry: WasmtimeFunctions.HostFunction = { environment, _, arguments, count in
    guard let environment = unsafe environment else {
      preconditionFailure("wasmtime hands on what it was given")
    }
    let function = unsafe Unmanaged<WasmtimeImport>.fromOpaque(environment).takeUnretainedValue()
    let numbers = (0..<count).map { place in
      unsafe arguments?.load(fromByteOffset: 16 * place, as: UInt64.self) ?? 0
    }
    return unsafe function.instance.imported(function.index, numbers)
  }
}
