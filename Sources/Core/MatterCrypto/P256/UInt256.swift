/// A number of 256 bits in four limbs of 64, the least significant first.
///
/// No operation branches on the value or uses it as an index.
package struct UInt256: Sendable, BitwiseCopyable {
  package var limb0: UInt64
  package var limb1: UInt64
  package var limb2: UInt64
  package var limb3: UInt64

  @inline(__always)
  package init(_ limb0: UInt64, _ limb1: UInt64, _ limb2: UInt64, _ limb3: UInt64) {
    self.limb0 = limb0
    self.limb1 = limb1
    self.limb2 = limb2
    self.limb3 = limb3
  }

  package static var zero: UInt256 { UInt256(0, 0, 0, 0) }

  /// The number whose 32 bytes, most significant first, stand in `bytes` from `offset` on.
  package init(bigEndian bytes: Span<UInt8>, at offset: Int = 0) {
    limb3 = Self.limb(of: bytes, at: offset)
    limb2 = Self.limb(of: bytes, at: offset &+ 8)
    limb1 = Self.limb(of: bytes, at: offset &+ 16)
    limb0 = Self.limb(of: bytes, at: offset &+ 24)
  }

  /// Writes the 32 bytes of the number, most significant first, into `bytes` from `offset` on.
  package func write(bigEndianInto bytes: inout MutableSpan<UInt8>, at offset: Int = 0) {
    Self.write(limb3, into: &bytes, at: offset)
    Self.write(limb2, into: &bytes, at: offset &+ 8)
    Self.write(limb1, into: &bytes, at: offset &+ 16)
    Self.write(limb0, into: &bytes, at: offset &+ 24)
  }

  /// Whether the number is zero.
  package var isZero: Mask { Mask(isZero: limb0 | limb1 | limb2 | limb3) }

  /// Whether both are the same number.
  package static func isEqual(_ left: UInt256, _ right: UInt256) -> Mask {
    Mask(
      isZero: (left.limb0 ^ right.limb0) | (left.limb1 ^ right.limb1)
        | (left.limb2 ^ right.limb2) | (left.limb3 ^ right.limb3))
  }

  /// Whether `left` is below `right`.
  package static func isLess(_ left: UInt256, _ right: UInt256) -> Mask {
    var isNotLess: UInt64 = 1
    _ = left.adding(right.complement, &isNotLess)
    return Mask(bit: 1 ^ isNotLess)
  }

  /// `yes` when `mask` is yes, else `no`.
  package static func select(_ mask: Mask, _ yes: UInt256, _ no: UInt256) -> UInt256 {
    UInt256(
      mask.select(yes.limb0, no.limb0), mask.select(yes.limb1, no.limb1),
      mask.select(yes.limb2, no.limb2), mask.select(yes.limb3, no.limb3))
  }

  /// All bits turned over. Adding the complement and a carry of 1 subtracts; the carry out is
  /// then 1 when nothing had to be borrowed.
  @inline(__always)
  package var complement: UInt256 { UInt256(~limb0, ~limb1, ~limb2, ~limb3) }

  /// The sum with `other` and `carry`, modulo 2^256; `carry`, 0 or 1, becomes the carry out.
  @inline(__always)
  package func adding(_ other: UInt256, _ carry: inout UInt64) -> UInt256 {
    let sum0 = addWithCarry(limb0, other.limb0, &carry)
    let sum1 = addWithCarry(limb1, other.limb1, &carry)
    let sum2 = addWithCarry(limb2, other.limb2, &carry)
    let sum3 = addWithCarry(limb3, other.limb3, &carry)
    return UInt256(sum0, sum1, sum2, sum3)
  }

  private static func limb(of bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    var limb: UInt64 = 0
    for index in 0..<8 {
      limb = limb &<< 8 | UInt64(truncatingIfNeeded: bytes[offset &+ index])
    }
    return limb
  }

  private static func write(_ limb: UInt64, into bytes: inout MutableSpan<UInt8>, at offset: Int) {
    for index in 0..<8 {
      bytes[offset &+ index] = UInt8(truncatingIfNeeded: limb &>> UInt64(56 &- 8 &* index))
    }
  }
}
