import MatterBytes

/// An instance of a module, with what wasmtime keeps for it. Its memory cannot grow.
@safe
final class WasmtimeInstance {
  typealias Object = OpaquePointer
  typealias Address = UnsafeMutableRawPointer

  /// An exported function: `wasmtime_func_t`.
  struct Function {
    fileprivate let words: [2 of UInt64]
  }

  /// An argument.
  struct Value {
    let type: WasmValueType
    let bits: UInt64
  }

  private let engine: WasmtimeEngine
  private let functions: WasmtimeFunctions
  private let store: Object
  private let context: Object
  private let imports: any WasmtimeImports
  private var importedFunctions: [WasmtimeImport] = []
  private var fuelPerCall: UInt64
  /// `wasmtime_instance_t`.
  private var instance: [2 of UInt64] = [0, 0]
  /// `wasmtime_memory_t`.
  private var memory: [3 of UInt64] = [0, 0, 0]

  /// - Parameters:
  ///   - memoryBytes: the size of its memory.
  ///   - fuel: what instantiation may use, and each call that `setFuel` does not say more of.
  init(
    of bytes: [UInt8], engine: WasmtimeEngine, memoryBytes: Int, fuel: UInt64,
    imports: any WasmtimeImports
  ) throws(WasmtimeError) {
    self.engine = engine
    self.imports = imports
    fuelPerCall = fuel
    unsafe functions = try WasmtimeFunctions(engine.library)
    let module = unsafe try engine.compile(bytes)
    unsafe (store, context) = try engine.newStore(memoryBytes: memoryBytes)
    try setFuel(fuel)
    unsafe try link(module)
    let words = try export(CoreInterface.memory, kind: WasmtimeLayout.ExportKind.memory)
    memory = [words[1], words[2], words[3]]
  }

  deinit {
    unsafe functions.deleteStore(store)
  }

  /// An exported function.
  func function(_ name: String) throws(WasmtimeError) -> Function {
    let words = try export(name, kind: WasmtimeLayout.ExportKind.function)
    return Function(words: [words[1], words[2]])
  }

  /// What the next call may use.
  func setFuel(_ fuel: UInt64) throws(WasmtimeError) {
    fuelPerCall = fuel
    if let failure = unsafe functions.setFuel(context, fuel) {
      throw .trapped(try unsafe engine.message(of: failure))
    }
  }

  /// What is left of the fuel.
  func fuel() throws(WasmtimeError) -> UInt64 {
    var fuel: UInt64 = 0
    if let failure = unsafe functions.fuel(context, &fuel) {
      throw .trapped(try unsafe engine.message(of: failure))
    }
    return fuel
  }

  var memorySize: Int { unsafe memoryBytes.count }

  func write(_ bytes: Span<UInt8>, at address: UInt32) throws(WasmtimeError) {
    let memory = unsafe memoryBytes
    let start = Int(address)
    guard start + bytes.count <= memory.count else {
      throw .trapped("it wants its input where it has no memory")
    }
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start...]).copyMemory(from: bytes)
    }
  }

  /// Calls a function, whose type wasmtime checks.
  /// - Returns: the result if there is one, else 0.
  @discardableResult
  func call(
    _ function: Function, _ arguments: [Value] = [], hasResult: Bool = false
  ) throws(WasmtimeError) -> UInt32 {
    let values = arguments.flatMap { value -> [UInt64] in
      [UInt64(Self.kind(of: value.type)), value.bits, 0, 0]
    }
    var result: [4 of UInt64] = [0, 0, 0, 0]
    var trap: Object?
    let failure = unsafe withUnsafeBytes(of: function.words) { function in
      unsafe values.withUnsafeBytes { values in
        unsafe withUnsafeMutableBytes(of: &result) { result in
          unsafe functions.call(
            context, function.baseAddress!, values.baseAddress, arguments.count,
            result.baseAddress, hasResult ? 1 : 0, &trap)
        }
      }
    }
    if let trap = unsafe trap { throw try unsafe error(of: trap) }
    // What an import does not accept comes as a failure.
    if let failure = unsafe failure { throw .trapped(try unsafe engine.message(of: failure)) }
    return UInt32(truncatingIfNeeded: result[1])
  }

  /// The module calls an import.
  /// - Returns: a trap, or none.
  func imported(_ index: Int, _ arguments: [UInt64]) -> Object? {
    let memory = unsafe UnsafeRawBufferPointer(memoryBytes)
    guard unsafe !imports.call(index, arguments, memory: memory) else { return nil }
    let reason = Array("an out-port was given what is not in the memory".utf8)
    return unsafe reason.withUnsafeBufferPointer {
      unsafe functions.newTrap($0.baseAddress!, $0.count)
    }
  }

  private var memoryBytes: UnsafeMutableRawBufferPointer {
    unsafe withUnsafeBytes(of: &memory) { memory in
      let start = unsafe functions.memoryStart(context, memory.baseAddress!)
      let count = unsafe functions.memorySize(context, memory.baseAddress!)
      return unsafe UnsafeMutableRawBufferPointer(start: start, count: count)
    }
  }

  /// The words of a `wasmtime_extern_t`.
  private func export(_ name: String, kind: UInt8) throws(WasmtimeError) -> [4 of UInt64] {
    let get: @convention(c) (Object, UnsafeRawPointer, UnsafePointer<UInt8>, Int, Address) -> Bool =
      unsafe try engine.library.function("wasmtime_instance_export_get")
    var found: [4 of UInt64] = [0, 0, 0, 0]
    let letters = Array(name.utf8)
    let isThere = unsafe letters.withUnsafeBufferPointer { letters in
      unsafe withUnsafeMutableBytes(of: &found) { found in
        unsafe withUnsafeBytes(of: &instance) { instance in
          unsafe get(
            context, instance.baseAddress!, letters.baseAddress!, letters.count,
            found.baseAddress!)
        }
      }
    }
    guard isThere else { throw .invalidModule("it exports no \(name)") }
    guard UInt8(truncatingIfNeeded: found[0]) == kind else {
      throw .invalidModule("its export \(name) is of another kind")
    }
    return found
  }

  /// The trap is deleted.
  private func error(of trap: Object) throws(WasmtimeError) -> WasmtimeError {
    defer { unsafe functions.deleteTrap(trap) }
    var code: UInt8 = 0
    if unsafe functions.trapCode(trap, &code), code == WasmtimeLayout.outOfFuel {
      return .outOfFuel(budget: fuelPerCall)
    }
    return .trapped(unsafe try engine.text(of: trap, from: "wasm_trap_message"))
  }

  private static func kind(of type: WasmValueType) -> UInt8 {
    type == .i64 ? WasmtimeLayout.ValueKind.i64 : WasmtimeLayout.ValueKind.i32
  }
}

extension WasmtimeInstance {
  /// Instantiates the module with its imports, and deletes it: the instance keeps what it needs.
  private func link(_ module: Object) throws(WasmtimeError) {
    let newLinker: @convention(c) (Object) -> Object? = unsafe try engine.library.function(
      "wasmtime_linker_new")
    let deleteLinker: @convention(c) (Object) -> Void = unsafe try engine.library.function(
      "wasmtime_linker_delete")
    let deleteModule: @convention(c) (Object) -> Void = unsafe try engine.library.function(
      "wasmtime_module_delete")
    let instantiate:
      @convention(c) (Object, Object, Object, Address, UnsafeMutablePointer<Object?>) -> Object? =
        unsafe try engine.library.function("wasmtime_linker_instantiate")
    guard let linker = unsafe newLinker(engine.engine) else { throw .otherVersion }
    defer {
      unsafe deleteLinker(linker)
      unsafe deleteModule(module)
    }
    importedFunctions = imports.functions.indices.map { WasmtimeImport($0, of: self) }
    for (function, body) in zip(imports.functions, importedFunctions) {
      unsafe try define(function.name, function.type, body, in: linker)
    }
    var trap: Object?
    let failure = unsafe withUnsafeMutableBytes(of: &instance) { instance in
      unsafe instantiate(linker, context, module, instance.baseAddress!, &trap)
    }
    if let trap = unsafe trap { throw try unsafe error(of: trap) }
    if let failure = unsafe failure {
      throw .invalidModule(try unsafe engine.message(of: failure))
    }
  }

  private func define(
    _ name: String, _ type: WasmFunctionType, _ body: WasmtimeImport, in linker: Object
  ) throws(WasmtimeError) {
    let define:
      @convention(c) (
        Object, UnsafePointer<UInt8>, Int, UnsafePointer<UInt8>, Int, Object,
        WasmtimeFunctions.HostFunction, Address?, (@convention(c) () -> Void)?
      ) -> Object? = unsafe try engine.library.function("wasmtime_linker_define_func_unchecked")
    let delete: @convention(c) (Object) -> Void = unsafe try engine.library.function(
      "wasm_functype_delete")
    let type = unsafe try engine.functionType(parameters: type.parameters.map(Self.kind))
    defer { unsafe delete(type) }
    let module = Array(CoreInterface.importedModule.utf8)
    let name = Array(name.utf8)
    let environment = unsafe Unmanaged.passUnretained(body).toOpaque()
    let failure = unsafe module.withUnsafeBufferPointer { module in
      unsafe name.withUnsafeBufferPointer { name in
        unsafe define(
          linker, module.baseAddress!, module.count, name.baseAddress!, name.count, type,
          WasmtimeImport.entry, environment, nil)
      }
    }
    if let failure = unsafe failure {
      throw .invalidModule(try unsafe engine.message(of: failure))
    }
  }
}
