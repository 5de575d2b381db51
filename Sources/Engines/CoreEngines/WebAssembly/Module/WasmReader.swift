/// Takes numbers, names and sections off the front of WebAssembly, and never goes past an end.
package struct WasmReader {
  private let bytes: ArraySlice<UInt8>
  /// Where in the file the next byte is.
  package private(set) var offset: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  package var isAtEnd: Bool { offset == bytes.endIndex }

  mutating func byte() throws(WasmModuleError) -> UInt8 {
    guard offset < bytes.endIndex else { throw .truncated(offset: offset) }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func take(_ count: Int) throws(WasmModuleError) -> ArraySlice<UInt8> {
    guard count <= bytes.endIndex - offset else { throw .truncated(offset: offset) }
    defer { offset += count }
    return bytes[offset..<(offset + count)]
  }

  /// An unsigned number of at most `bits` bits in LEB128.
  package mutating func number(bits: Int = 32) throws(WasmModuleError) -> UInt64 {
    let start = offset
    var value: UInt64 = 0
    var shift = 0
    while true {
      let byte = try byte()
      let part = UInt64(byte & 0x7F)
      guard shift < bits else { throw .malformed(offset: start, .number) }
      guard bits - shift >= 7 || part >> UInt64(bits - shift) == 0 else {
        throw .malformed(offset: start, .number)
      }
      value |= part << UInt64(shift)
      guard byte & 0x80 != 0 else { return value }
      shift += 7
    }
  }

  /// How many elements follow. No element has no bytes, so more than the rest has cannot be.
  mutating func count() throws(WasmModuleError) -> Int {
    let start = offset
    let count = try number()
    guard count <= UInt64(bytes.endIndex - offset) else { throw .truncated(offset: start) }
    return Int(count)
  }

  mutating func name() throws(WasmModuleError) -> String {
    let start = offset
    let letters = try take(try count())
    guard let name = String(validating: letters, as: UTF8.self) else {
      throw .malformed(offset: start, .name)
    }
    return name
  }

  /// The next section: its number and what it holds.
  package mutating func section() throws(WasmModuleError) -> (id: UInt8, content: ArraySlice<UInt8>)
  {
    let id = try byte()
    return (id, try take(try count()))
  }
}
