/// An integer modulo p = 2^256 - 2^224 + 2^192 + 2^96 - 1, the field of the curve P-256
/// (FIPS 186-4 §D.1.2.3).
///
/// It is kept multiplied by R = 2^256 modulo p (Montgomery's form), and always below p, so that
/// equal elements have equal limbs. No operation branches on the value or uses it as an index.
package struct FieldElement: Sendable, BitwiseCopyable {
  /// The element times R, below p.
  package let montgomery: UInt256

  /// The element whose Montgomery form is `montgomery`, which must be below p.
  @inline(__always)
  package init(montgomery: UInt256) {
    self.montgomery = montgomery
  }

  package static var zero: FieldElement { FieldElement(montgomery: .zero) }

  package static var one: FieldElement {
    FieldElement(
      montgomery: UInt256(
        0x0000_0000_0000_0001, 0xffff_ffff_0000_0000, 0xffff_ffff_ffff_ffff,
        0x0000_0000_ffff_fffe))
  }

  /// p.
  package static var modulus: UInt256 {
    UInt256(
      0xffff_ffff_ffff_ffff, 0x0000_0000_ffff_ffff, 0x0000_0000_0000_0000,
      0xffff_ffff_0000_0001)
  }

  /// The element for `number`, which must be below p.
  package init(_ number: UInt256) {
    let squareOfR = FieldElement(
      montgomery: UInt256(
        0x0000_0000_0000_0003, 0xffff_fffb_ffff_ffff, 0xffff_ffff_ffff_fffe,
        0x0000_0004_ffff_fffd))
    self = FieldElement(montgomery: number) * squareOfR
  }

  /// The number below p that this element is.
  package var number: UInt256 {
    (self * FieldElement(montgomery: UInt256(1, 0, 0, 0))).montgomery
  }

  package var isZero: Mask { montgomery.isZero }

  package static func isEqual(_ left: FieldElement, _ right: FieldElement) -> Mask {
    UInt256.isEqual(left.montgomery, right.montgomery)
  }

  /// `yes` when `mask` is yes, else `no`.
  package static func select(
    _ mask: Mask, _ yes: FieldElement, _ no: FieldElement
  ) -> FieldElement {
    FieldElement(montgomery: UInt256.select(mask, yes.montgomery, no.montgomery))
  }

  package static func + (left: FieldElement, right: FieldElement) -> FieldElement {
    var carry: UInt64 = 0
    let sum = left.montgomery.adding(right.montgomery, &carry)
    return FieldElement(subtractingModulusIfNeeded: sum, carry)
  }

  package static func - (left: FieldElement, right: FieldElement) -> FieldElement {
    var noBorrow: UInt64 = 1
    let difference = left.montgomery.adding(right.montgomery.complement, &noBorrow)
    return FieldElement(montgomery: difference.addingModulus(if: noBorrow &- 1))
  }

  package static prefix func - (element: FieldElement) -> FieldElement {
    .zero - element
  }

  /// Half the element.
  package func halved() -> FieldElement {
    // An odd number plus p is even, and below 2^257.
    var carry: UInt64 = 0
    let odd = 0 &- (montgomery.limb0 & 1)
    let even = montgomery.adding(UInt256.modulus(if: odd), &carry)
    return FieldElement(
      montgomery: UInt256(
        even.limb0 &>> 1 | even.limb1 &<< 63, even.limb1 &>> 1 | even.limb2 &<< 63,
        even.limb2 &>> 1 | even.limb3 &<< 63, even.limb3 &>> 1 | carry &<< 63))
  }

  /// The element for `sum + carry * 2^256`, which must be below 2p.
  @inline(__always)
  init(subtractingModulusIfNeeded sum: UInt256, _ carry: UInt64) {
    // To subtract p, add 2^256 - p; the carry out says whether the sum was p or more. If it was
    // not, p is added again.
    let negatedModulus = UInt256(
      0x0000_0000_0000_0001, 0xffff_ffff_0000_0000, 0xffff_ffff_ffff_ffff,
      0x0000_0000_ffff_fffe)
    var isReduced: UInt64 = 0
    let difference = sum.adding(negatedModulus, &isReduced)
    montgomery = difference.addingModulus(if: isReduced &+ carry &- 1)
  }
}

extension UInt256 {
  /// p when `mask` is all ones, zero when it is zero.
  @inline(__always)
  fileprivate static func modulus(if mask: UInt64) -> UInt256 {
    UInt256(mask, mask &>> 32, 0, mask & 0xffff_ffff_0000_0001)
  }

  /// The sum with p, modulo 2^256, when `mask` is all ones; the number itself when it is zero.
  @inline(__always)
  fileprivate func addingModulus(if mask: UInt64) -> UInt256 {
    var carry: UInt64 = 0
    return adding(.modulus(if: mask), &carry)
  }
}
