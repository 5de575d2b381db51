extension [UInt8] {
  mutating func append(littleEndian value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func append(bigEndian value: some FixedWidthInteger) {
    for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func set(bigEndian value: UInt16, at index: Int) {
    self[index] = UInt8(value >> 8)
    self[index + 1] = UInt8(value & 0xFF)
  }

  /// Appends zeros until the length is a multiple of 4.
  mutating func padToWord() {
    while !count.isMultiple(of: 4) { append(0) }
  }
}

/// Takes numbers and bytes off the front of a block.
struct FieldReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  let isBigEndian: Bool

  init(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) {
    self.bytes = bytes
    self.isBigEndian = isBigEndian
    index = bytes.startIndex
  }

  var remaining: Int { bytes.endIndex - index }

  /// An unsigned number in the block's byte order; nil when there are too few bytes.
  mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
    _ type: Number.Type = Number.self
  ) -> Number? {
    guard let field = take(Number.bitWidth / 8) else { return nil }
    var value: Number = 0
    for (place, byte) in field.enumerated() {
      let shift = 8 * (isBigEndian ? field.count - 1 - place : place)
      value |= Number(byte) << Number(shift)
    }
    return value
  }

  /// The next bytes; nil when there are fewer.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= remaining else { return nil }
    defer { index += count }
    return bytes[index..<(index + count)]
  }

  /// Bytes that are followed by zeros up to a multiple of 4. The last zeros may be missing.
  mutating func takePadded(_ count: Int) -> ArraySlice<UInt8>? {
    guard let field = take(count) else { return nil }
    _ = take(min(remaining, (4 - count % 4) % 4))
    return field
  }

  mutating func rest() -> ArraySlice<UInt8> {
    defer { index = bytes.endIndex }
    return bytes[index...]
  }
}
