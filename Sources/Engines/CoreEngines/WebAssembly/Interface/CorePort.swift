/// A port of the core as a function of a WebAssembly module.
package struct CorePort: Equatable, Sendable {
  /// How a value comes to, or from, the core.
  package enum Value: Equatable, Sendable {
    /// As the seam encodes it, in the core's memory.
    case encoded
    /// The bytes themselves, without their length before them, in the core's memory.
    case bytes
    /// A number of so many bytes, as an argument.
    case number(bytes: Int)
    /// Whether there is a number, and the number, as arguments.
    case optionalNumber(bytes: Int)
  }

  /// What a frame calls the port.
  package let tag: UInt8
  package let name: String
  package let value: Value

  package init(tag: UInt8, name: String, value: Value) {
    self.tag = tag
    self.name = name
    self.value = value
  }

  /// The type of the export that takes a value: of one in memory its length, for the core itself
  /// says where it wants it.
  package var inputType: WasmFunctionType {
    switch value {
    case .encoded, .bytes: WasmFunctionType([.i32])
    case .number(let bytes): WasmFunctionType([Self.type(bytes)])
    case .optionalNumber(let bytes): WasmFunctionType([.i32, Self.type(bytes)])
    }
  }

  /// The type of the import that is given a value: of one in memory its address and its length.
  package var outputType: WasmFunctionType {
    switch value {
    case .encoded, .bytes: WasmFunctionType([.i32, .i32])
    case .number(let bytes): WasmFunctionType([Self.type(bytes)])
    case .optionalNumber(let bytes): WasmFunctionType([.i32, Self.type(bytes)])
    }
  }

  private static func type(_ bytes: Int) -> WasmValueType { bytes > 4 ? .i64 : .i32 }
}
