/// The functions of `libwasmtime` that each step needs.
@unsafe
struct WasmtimeFunctions {
  typealias Object = OpaquePointer
  typealias Address = UnsafeMutableRawPointer
  /// What a host function gets: its environment, the caller, and the arguments, 16 bytes each. It
  /// returns a trap, or none.
  typealias HostFunction = @convention(c) (Address?, Object?, Address?, Int) -> Object?

  let setFuel: @convention(c) (Object, UInt64) -> Object?
  let fuel: @convention(c) (Object, UnsafeMutablePointer<UInt64>) -> Object?
  let call:
    @convention(c) (
      Object, UnsafeRawPointer, UnsafeRawPointer?, Int, Address?, Int,
      UnsafeMutablePointer<Object?>
    ) -> Object?
  let memoryStart: @convention(c) (Object, UnsafeRawPointer) -> Address?
  let memorySize: @convention(c) (Object, UnsafeRawPointer) -> Int
  let newTrap: @convention(c) (UnsafePointer<UInt8>, Int) -> Object?
  let trapCode: @convention(c) (Object, UnsafeMutablePointer<UInt8>) -> Bool
  let deleteTrap: @convention(c) (Object) -> Void
  let deleteStore: @convention(c) (Object) -> Void

  init(_ library: WasmtimeLibrary) throws(WasmtimeError) {
    unsafe setFuel = try library.function("wasmtime_context_set_fuel")
    unsafe fuel = try library.function("wasmtime_context_get_fuel")
    unsafe call = try library.function("wasmtime_func_call")
    unsafe memoryStart = try library.function("wasmtime_memory_data")
    unsafe memorySize = try library.function("wasmtime_memory_data_size")
    unsafe newTrap = try library.function("wasmtime_trap_new")
    unsafe trapCode = try library.function("wasmtime_trap_code")
    unsafe deleteTrap = try library.function("wasm_trap_delete")
    unsafe deleteStore = try library.function("wasmtime_store_delete")
  }
}
