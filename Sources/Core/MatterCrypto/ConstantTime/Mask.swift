/// A secret yes or no, all ones or all zeros, with which one computes instead of branching.
///
/// Every mask passes `opaque` when it is made, so the optimiser cannot learn that it has only two
/// values and turn the arithmetic back into a branch. Only `revealed` gives a `Bool`.
package struct Mask: Sendable, BitwiseCopyable {
  private let bits: UInt64

  private init(bits: UInt64) {
    self.bits = bits
  }

  /// Yes when `bit` is 1, no when it is 0; it must be one of the two.
  package init(bit: UInt64) {
    bits = 0 &- opaque(bit)
  }

  /// Whether `value` is zero.
  package init(isZero value: UInt64) {
    self.init(bit: ~(value | (0 &- value)) &>> 63)
  }

  /// Whether `left` and `right` are equal.
  package init(isEqual left: UInt64, _ right: UInt64) {
    self.init(isZero: left ^ right)
  }

  /// 1 for yes, 0 for no: still secret.
  package var bit: UInt64 { bits & 1 }

  /// All ones for yes, zero for no: still secret.
  package var isSet: UInt64 { bits }

  /// The answer as a public fact, on which one may branch. Call it only where the protocol makes
  /// the answer known anyway, as whether a tag was right.
  package var revealed: Bool { bits != 0 }

  /// `yes` if yes, `no` if no.
  package func select(_ yes: UInt64, _ no: UInt64) -> UInt64 {
    no ^ (bits & (yes ^ no))
  }

  package static func & (left: Mask, right: Mask) -> Mask {
    Mask(bits: left.bits & right.bits)
  }

  package static func | (left: Mask, right: Mask) -> Mask {
    Mask(bits: left.bits | right.bits)
  }

  package static prefix func ~ (mask: Mask) -> Mask {
    Mask(bits: ~mask.bits)
  }
}
