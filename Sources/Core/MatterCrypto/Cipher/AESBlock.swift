/// Sixteen bytes as two numbers, the first byte least significant.
package struct AESBlock: BitwiseCopyable, Sendable {
  package var low: UInt64
  package var high: UInt64

  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// All zero.
  package static var zero: AESBlock { AESBlock(low: 0, high: 0) }

  /// At most sixteen bytes; what is missing at the end is zero.
  package init(padding bytes: Span<UInt8>) {
    precondition(bytes.count <= 16, "a block has sixteen bytes")
    var block = [16 of UInt8](repeating: 0)
    for index in bytes.indices { block[index] = bytes[index] }
    self.init(block.span)
  }

  /// Sixteen bytes: two loads, so long as it is not written as a loop.
  @inline(__always)
  package init(_ bytes: Span<UInt8>) {
    precondition(bytes.count == 16, "a block has sixteen bytes")
    low = Self.number(bytes, 0)
    high = Self.number(bytes, 8)
  }

  /// Its sixteen bytes.
  package var bytes: [16 of UInt8] {
    var bytes = [16 of UInt8](repeating: 0)
    var low = low
    var high = high
    for index in 0..<8 {
      bytes[index] = UInt8(truncatingIfNeeded: low)
      bytes[8 &+ index] = UInt8(truncatingIfNeeded: high)
      low &>>= 8
      high &>>= 8
    }
    return bytes
  }

  /// Writes it over sixteen bytes: two stores, so long as it is not written as a loop.
  @inline(__always)
  package func store(to bytes: inout MutableSpan<UInt8>) {
    precondition(bytes.count == 16, "a block has sixteen bytes")
    Self.store(low, &bytes, 0)
    Self.store(high, &bytes, 8)
  }

  @inline(__always)
  package static func ^ (left: AESBlock, right: AESBlock) -> AESBlock {
    AESBlock(low: left.low ^ right.low, high: left.high ^ right.high)
  }

  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ start: Int) -> UInt64 {
    let a = UInt64(bytes[start]) | UInt64(bytes[start &+ 1]) &<< 8
    let b = UInt64(bytes[start &+ 2]) &<< 16 | UInt64(bytes[start &+ 3]) &<< 24
    let c = UInt64(bytes[start &+ 4]) &<< 32 | UInt64(bytes[start &+ 5]) &<< 40
    let d = UInt64(bytes[start &+ 6]) &<< 48 | UInt64(bytes[start &+ 7]) &<< 56
    return (a | b) | (c | d)
  }

  @inline(__always)
  private static func store(_ number: UInt64, _ bytes: inout MutableSpan<UInt8>, _ start: Int) {
    bytes[start] = UInt8(truncatingIfNeeded: number)
    bytes[start &+ 1] = UInt8(truncatingIfNeeded: number &>> 8)
    bytes[start &+ 2] = UInt8(truncatingIfNeeded: number &>> 16)
    bytes[start &+ 3] = UInt8(truncatingIfNeeded: number &>> 24)
    bytes[start &+ 4] = UInt8(truncatingIfNeeded: number &>> 32)
    bytes[start &+ 5] = UInt8(truncatingIfNeeded: number &>> 40)
    bytes[start &+ 6] = UInt8(truncatingIfNeeded: number &>> 48)
    bytes[start &+ 7] = UInt8(truncatingIfNeeded: number &>> 56)
  }
}
