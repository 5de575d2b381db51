/// How version 50 of `libwasmtime` lays out what is passed by address, in bytes.
enum WasmtimeLayout {
  /// The version of the Python package whose library this describes.
  static let version = "50.0.1"
  /// What the library itself says of its version: the first number.
  static let majorVersion = "50"

  /// `wasmtime_val_t`: the type, and at 8 the number.
  static let valueSize = 32
  /// `wasmtime_extern_t`: the kind, and at 8 what it is.
  static let exportSize = 32
  static let contentOffset = 8
  static let instanceSize = 16
  static let functionSize = 16
  static let memorySize = 24
  /// `wasm_byte_vec_t` and the like: the length, and at 8 the address.
  static let vectorSize = 16

  enum ExportKind {
    static let function: UInt8 = 0
    static let memory: UInt8 = 3
  }

  enum ValueKind {
    static let i32: UInt8 = 0
    static let i64: UInt8 = 1
  }

  /// `WASMTIME_TRAP_CODE_OUT_OF_FUEL`.
  static let outOfFuel: UInt8 = 11
}
