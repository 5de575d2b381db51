/// Two AES states side by side, sliced into eight planes: plane k holds bit k of every byte, so that
/// one operation on words works on all 32 bytes and no table is wanted.
///
/// In each plane the byte of row r and column c of state s (FIPS 197 §3.4) is bit 8r + 2c + s: a
/// step to the next row is a rotation by 8, a step to the next column one by 2 within each 8 bits.
package struct AESPlanes: BitwiseCopyable, Sendable {
  var p0: UInt32
  var p1: UInt32
  var p2: UInt32
  var p3: UInt32
  var p4: UInt32
  var p5: UInt32
  var p6: UInt32
  var p7: UInt32

  static var zero: AESPlanes {
    AESPlanes(p0: 0, p1: 0, p2: 0, p3: 0, p4: 0, p5: 0, p6: 0, p7: 0)
  }

  /// Adds a round key.
  @inline(__always)
  mutating func add(_ key: AESPlanes) {
    p0 ^= key.p0
    p1 ^= key.p1
    p2 ^= key.p2
    p3 ^= key.p3
    p4 ^= key.p4
    p5 ^= key.p5
    p6 ^= key.p6
    p7 ^= key.p7
  }
}

extension AESPlanes {
  /// Slices two blocks.
  ///
  /// The word of column c of block s is word 2c + s. Within each byte this is the transposition of
  /// 8 × 8 bits, which exchanges halves of words 1, 2 and 4 apart; a number holds two words that
  /// are 2 apart.
  @inline(__always)
  init(_ first: AESBlock, _ second: AESBlock) {
    var words02 = first.low
    var words46 = first.high
    var words13 = second.low
    var words57 = second.high
    Self.transpose(&words02, &words13, &words46, &words57)
    p0 = UInt32(truncatingIfNeeded: words02)
    p1 = UInt32(truncatingIfNeeded: words13)
    p2 = UInt32(truncatingIfNeeded: words02 &>> 32)
    p3 = UInt32(truncatingIfNeeded: words13 &>> 32)
    p4 = UInt32(truncatingIfNeeded: words46)
    p5 = UInt32(truncatingIfNeeded: words57)
    p6 = UInt32(truncatingIfNeeded: words46 &>> 32)
    p7 = UInt32(truncatingIfNeeded: words57 &>> 32)
  }

  /// Puts two blocks together again: slicing is its own inverse.
  @inline(__always)
  func unslice(to first: inout AESBlock, _ second: inout AESBlock) {
    var words02 = UInt64(p0) | UInt64(p2) &<< 32
    var words13 = UInt64(p1) | UInt64(p3) &<< 32
    var words46 = UInt64(p4) | UInt64(p6) &<< 32
    var words57 = UInt64(p5) | UInt64(p7) &<< 32
    Self.transpose(&words02, &words13, &words46, &words57)
    first = AESBlock(low: words02, high: words46)
    second = AESBlock(low: words13, high: words57)
  }

  @inline(__always)
  private static func transpose(
    _ words02: inout UInt64, _ words13: inout UInt64, _ words46: inout UInt64,
    _ words57: inout UInt64
  ) {
    exchange(&words02, &words13, 1, 0x5555_5555_5555_5555)
    exchange(&words46, &words57, 1, 0x5555_5555_5555_5555)
    exchange(&words02, &words46, 4, 0x0f0f_0f0f_0f0f_0f0f)
    exchange(&words13, &words57, 4, 0x0f0f_0f0f_0f0f_0f0f)
    exchangeWithin(&words02)
    exchangeWithin(&words13)
    exchangeWithin(&words46)
    exchangeWithin(&words57)
  }

  /// Exchanges the bits of `left` that are `shift` above those of `mask` with the bits of `right`
  /// in `mask`.
  @inline(__always)
  private static func exchange(
    _ left: inout UInt64, _ right: inout UInt64, _ shift: UInt64, _ mask: UInt64
  ) {
    let difference = (left &>> shift ^ right) & mask
    right ^= difference
    left ^= difference &<< shift
  }

  /// The same between the lower word, 2 above the mask, and the upper word.
  @inline(__always)
  private static func exchangeWithin(_ words: inout UInt64) {
    let difference = (words &>> 30 ^ words) & 0x0000_0000_cccc_cccc
    words ^= difference ^ difference &<< 30
  }
}
