/// An integer modulo n, the order of the group of P-256 (FIPS 186-4 §D.1.2.3), always below n.
///
/// SPAKE2+ only ever reduces scalars and multiplies points by them, so there is no arithmetic
/// beyond that. No operation branches on the value or uses it as an index.
package struct Scalar: Sendable {
  /// The number, below n.
  package private(set) var number: UInt256

  private init(_ number: UInt256) {
    self.number = number
  }

  package static var zero: Scalar { Scalar(.zero) }

  /// n.
  package static var order: UInt256 {
    UInt256(
      0xf3b9_cac2_fc63_2551, 0xbce6_faad_a717_9e84, 0xffff_ffff_ffff_ffff,
      0xffff_ffff_0000_0000)
  }

  /// The scalar for `number`, and whether it is one: whether `number` is below n. If it is not,
  /// the scalar is zero.
  package static func canonical(_ number: UInt256) -> (scalar: Scalar, isCanonical: Mask) {
    let isCanonical = UInt256.isLess(number, order)
    return (Scalar(UInt256.select(isCanonical, number, .zero)), isCanonical)
  }

  /// The 40 bytes `wide`, most significant first, modulo n.
  ///
  /// 64 bits more than n has make the result uniform but for 2^-64 when the bytes are.
  package init(reducing wide: Span<UInt8>) {
    precondition(wide.count == 40, "a wide scalar has 40 bytes")
    var top: UInt64 = 0
    for index in 0..<8 { top = top &<< 8 | UInt64(truncatingIfNeeded: wide[index]) }
    let low = UInt256(bigEndian: wide, at: 8)

    // With c = 2^256 - n the first fold gives at most 2^256 - 1 + (2^64 - 1) c, whose top limb is
    // below 2^32; so the second gives at most 2^256 - 1 + (2^32 - 1) c, which is below 2n.
    number = low.folding(top).folded.reduced
  }

  /// n minus the number: the opposite scalar, but n itself for zero.
  package var complement: UInt256 {
    var carry: UInt64 = 1
    return Scalar.order.adding(number.complement, &carry)
  }

  /// Overwrites the number with zero.
  package mutating func wipe() {
    overwrite(&number, with: .zero)
  }
}

/// A number of 320 bits on its way to its remainder modulo n.
private struct WideScalar {
  var low: UInt256
  var top: UInt64

  /// The low limbs plus the top limb times 2^256 modulo n.
  @inline(__always)
  var folded: WideScalar { low.folding(top) }

  /// The number less n, if that is not negative; for numbers below 2n.
  var reduced: UInt256 {
    var carry: UInt64 = 1
    let difference = low.adding(Scalar.order.complement, &carry)
    // The top limb, 0 or 1, lends what the low ones borrow; without it they are too small.
    return UInt256.select(Mask(bit: top | carry), difference, low)
  }
}

extension UInt256 {
  /// The number plus `top` times (2^256 - n), which is `top * 2^256` modulo n.
  fileprivate func folding(_ top: UInt64) -> WideScalar {
    let remainder = UInt256(
      0x0c46_353d_039c_daaf, 0x4319_0552_58e8_617b, 0x0000_0000_0000_0000,
      0x0000_0000_ffff_ffff)
    var carry: UInt64 = 0
    let sum0 = multiplyAdd(limb0, remainder.limb0, top, &carry)
    let sum1 = multiplyAdd(limb1, remainder.limb1, top, &carry)
    let sum2 = multiplyAdd(limb2, remainder.limb2, top, &carry)
    let sum3 = multiplyAdd(limb3, remainder.limb3, top, &carry)
    return WideScalar(low: UInt256(sum0, sum1, sum2, sum3), top: carry)
  }
}
