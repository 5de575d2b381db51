/// A scalar written for combs: 260 digits that are each 1 or -1, and a sign.
///
/// An odd k below 2^256 is the sum over i of s_i 2^i for i in 0..<260, where s_259 = 1 and s_i
/// is 1 when bit i + 1 of k is set, else -1: the sum of b_{i+1} 2^(i+1) is k - 1, and the sum of
/// all 2^i for i below 259 is 2^259 - 1. (Hamburg: "Fast and compact elliptic-curve cryptography",
/// 2012, §3.3.) No digit is zero, so every look-up finds a point and none is skipped.
///
/// Of an even scalar k the digits are those of n - k, which is odd, with the sign turned; for
/// zero they are those of n.
struct CombDigits: BitwiseCopyable {
  /// How many rows, the teeth of a comb.
  static var rows: Int { 5 }

  /// How many digits a row has.
  static var rowLength: Int { 52 }

  // Row r holds the digits from 52 r on, from its lowest bit upwards: set for 1, clear for -1.
  private let row0: UInt64
  private let row1: UInt64
  private let row2: UInt64
  private let row3: UInt64
  private let row4: UInt64

  /// Whether the digits stand for the opposite of the scalar.
  let isOpposite: Mask

  init(_ scalar: Scalar) {
    isOpposite = Mask(bit: 1 ^ (scalar.number.limb0 & 1))
    let odd = UInt256.select(isOpposite, scalar.complement, scalar.number)
    // Bits 1... of the odd number, and the digit 259 above them.
    let rowMask: UInt64 = 1 &<< 52 &- 1
    row0 = (odd.limb0 &>> 1) & rowMask
    row1 = (odd.limb0 &>> 53 | odd.limb1 &<< 11) & rowMask
    row2 = (odd.limb1 &>> 41 | odd.limb2 &<< 23) & rowMask
    row3 = (odd.limb2 &>> 29 | odd.limb3 &<< 35) & rowMask
    row4 = odd.limb3 &>> 17 | 1 &<< 51
  }

  /// Overwrites the digits with those of zero.
  mutating func wipe() {
    overwrite(&self, with: CombDigits(.zero))
  }

  /// The digits of rows 0...3 in `column` (0..<52), each relative to that of row 4: yes when the
  /// two differ; and whether that of row 4 is -1.
  @inline(__always)
  func column(
    _ column: Int
  ) -> (isMinus: Mask, differs0: Mask, differs1: Mask, differs2: Mask, differs3: Mask) {
    let shift = UInt64(truncatingIfNeeded: column)
    let top = row4 &>> shift
    return (
      Mask(bit: ~top & 1),
      Mask(bit: (row0 &>> shift ^ top) & 1),
      Mask(bit: (row1 &>> shift ^ top) & 1),
      Mask(bit: (row2 &>> shift ^ top) & 1),
      Mask(bit: (row3 &>> shift ^ top) & 1)
    )
  }
}
