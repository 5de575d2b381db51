import Glibc

/// wasmtime, compiling modules so that each step of theirs can be given fuel.
///
/// It lives as long as the process.
@safe
package final class WasmtimeEngine {
  typealias Object = OpaquePointer
  typealias Address = UnsafeMutableRawPointer
  typealias Bytes = UnsafePointer<UInt8>

  /// The version of the Python package whose library this is for.
  package static var version: String { WasmtimeLayout.version }

  let library: WasmtimeLibrary
  let engine: Object

  /// - Parameter path: the library, of the version that `WasmtimeLayout` describes.
  package init(libraryAt path: String) throws(WasmtimeError) {
    library = try WasmtimeLibrary(path: path)
    let newConfiguration: @convention(c) () -> Object? = unsafe try library.function(
      "wasm_config_new")
    let consumeFuel: @convention(c) (Object, Bool) -> Void = unsafe try library.function(
      "wasmtime_config_consume_fuel_set")
    let useWideArithmetic: @convention(c) (Object, Bool) -> Void = unsafe try library.function(
      "wasmtime_config_wasm_wide_arithmetic_set")
    let newEngine: @convention(c) (Object) -> Object? = unsafe try library.function(
      "wasm_engine_new_with_config")
    guard let configuration = unsafe newConfiguration() else { throw .otherVersion }
    unsafe consumeFuel(configuration, true)
    unsafe useWideArithmetic(configuration, true)
    guard let engine = unsafe newEngine(configuration) else { throw .otherVersion }
    unsafe self.engine = unsafe engine
    try checkVersion()
  }

  /// A compiled module.
  func compile(_ module: [UInt8]) throws(WasmtimeError) -> Object {
    let compile: @convention(c) (Object, Bytes, Int, UnsafeMutablePointer<Object?>) -> Object? =
      unsafe try library.function("wasmtime_module_new")
    var compiled: Object?
    let failure = unsafe module.withUnsafeBufferPointer { bytes in
      unsafe bytes.baseAddress.flatMap { unsafe compile(engine, $0, bytes.count, &compiled) }
    }
    if let failure = unsafe failure { throw .invalidModule(try unsafe message(of: failure)) }
    guard let compiled = unsafe compiled else { throw .invalidModule("it is empty") }
    return unsafe compiled
  }

  /// The first line of what a failure says; the failure is deleted.
  @unsafe
  func message(of failure: Object) throws(WasmtimeError) -> String {
    let text = unsafe try text(of: failure, from: "wasmtime_error_message")
    let delete: @convention(c) (Object) -> Void = unsafe try library.function(
      "wasmtime_error_delete")
    unsafe delete(failure)
    return text
  }

  /// What an object says through `function`, as one line.
  @unsafe
  func text(of object: Object, from function: String) throws(WasmtimeError) -> String {
    let write: @convention(c) (Object, Address) -> Void = unsafe try library.function(function)
    let bytes = try unsafe vector { vector in unsafe write(object, vector) }
    let lines = String(decoding: bytes, as: UTF8.self).split { $0.isNewline || $0 == "\0" }
    // The last line is the cause; those before it say during what it came up.
    let line = lines.last.map { $0.drop { $0 == " " } } ?? "it says nothing"
    return String(line)
  }

  /// The bytes that `fill` puts into a vector.
  private func vector(_ fill: (Address) -> Void) throws(WasmtimeError) -> [UInt8] {
    let delete: @convention(c) (Address) -> Void = unsafe try library.function(
      "wasm_byte_vec_delete")
    return unsafe withUnsafeTemporaryAllocation(
      byteCount: WasmtimeLayout.vectorSize, alignment: 8
    ) { storage in
      guard let vector = storage.baseAddress else { return [] }
      unsafe storage.initializeMemory(as: UInt8.self, repeating: 0)
      unsafe fill(vector)
      defer { unsafe delete(vector) }
      let count = unsafe vector.load(as: Int.self)
      guard let start = unsafe vector.load(fromByteOffset: 8, as: Bytes?.self) else { return [] }
      return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// The header of a compiled module names the version of the library that compiled it, with its
  /// length before it, and then the machine in the same way.
  private func checkVersion() throws(WasmtimeError) {
    let serialize: @convention(c) (Object, Address) -> Object? = unsafe try library.function(
      "wasmtime_module_serialize")
    let delete: @convention(c) (Object) -> Void = unsafe try library.function(
      "wasmtime_module_delete")
    let empty: [UInt8] = [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]
    let module = unsafe try compile(empty)
    defer { unsafe delete(module) }
    var failure: Object?
    let header = try unsafe vector { vector in unsafe failure = unsafe serialize(module, vector) }
    if let failure = unsafe failure { throw .invalidModule(try unsafe message(of: failure)) }
    let version = Array(WasmtimeLayout.majorVersion.utf8)
    let wanted = [UInt8(version.count)] + version
    let isNamed = header.indices.contains { start in
      header[start...].starts(with: wanted)
        && header[start...].dropFirst(wanted.count + 1).prefix(6).elementsEqual(Self.machine)
    }
    guard isNamed else { throw .otherVersion }
  }

  /// The first letters of the machine's name.
  private static var machine: [UInt8] {
    #if arch(arm64)
      Array("aarch6".utf8)
    #else
      Array("x86_64".utf8)
    #endif
  }
}

extension WasmtimeEngine {
  /// A store that holds one instance, whose memory has `memoryBytes` at most.
  func newStore(memoryBytes: Int) throws(WasmtimeError) -> (store: Object, context: Object) {
    let new: @convention(c) (Object, Address?, (@convention(c) () -> Void)?) -> Object? =
      unsafe try library.function("wasmtime_store_new")
    let limit: @convention(c) (Object, Int64, Int64, Int64, Int64, Int64) -> Void =
      unsafe try library.function("wasmtime_store_limiter")
    let context: @convention(c) (Object) -> Object? = unsafe try library.function(
      "wasmtime_store_context")
    guard let store = unsafe new(engine, nil, nil) else { throw .otherVersion }
    // Less than 0 leaves a limit as it is: that of the tables' elements and number.
    unsafe limit(store, Int64(memoryBytes), -1, 1, -1, 1)
    guard let context = unsafe context(store) else { throw .otherVersion }
    return unsafe (store, context)
  }

  /// The type of a function without results.
  func functionType(parameters: [UInt8]) throws(WasmtimeError) -> Object {
    let newType: @convention(c) (UInt8) -> Object? = unsafe try library.function(
      "wasm_valtype_new")
    let newVector: @convention(c) (Address, Int, UnsafePointer<Object?>?) -> Void =
      unsafe try library.function("wasm_valtype_vec_new")
    let newFunction: @convention(c) (Address, Address) -> Object? = unsafe try library.function(
      "wasm_functype_new")
    let types = unsafe parameters.map { unsafe newType($0) }
    var taken: [2 of UInt64] = [0, 0]
    var returned: [2 of UInt64] = [0, 0]
    let type = unsafe types.withUnsafeBufferPointer { types in
      unsafe withUnsafeMutableBytes(of: &taken) { taken in
        unsafe withUnsafeMutableBytes(of: &returned) { returned in
          unsafe newVector(taken.baseAddress!, types.count, types.baseAddress)
          unsafe newVector(returned.baseAddress!, 0, nil)
          return unsafe newFunction(taken.baseAddress!, returned.baseAddress!)
        }
      }
    }
    guard let type = unsafe type else { throw .otherVersion }
    return unsafe type
  }
}
