/// The eight working words of SHA-256 and its compression function (FIPS 180-4 §6.2).
///
/// Constant time: no branch and no index depends on the state or on the message.
struct SHA256State<Word: SHA256Word>: BitwiseCopyable, Sendable {
  var a: Word
  var b: Word
  var c: Word
  var d: Word
  var e: Word
  var f: Word
  var g: Word
  var h: Word

  /// Takes in one block of sixteen words.
  ///
  /// The rounds are written sixteen to a turn: the working words then change places by name, not by
  /// moves, and of the message schedule only the sixteen latest words are kept.
  @inline(__always)
  mutating func compress(_ block: [16 of Word]) {
    let before = self
    var w = block
    firstSixteenRounds(w)
    var turn = 16
    while turn < 64 {
      nextSixteenRounds(&w, turn)
      turn &+= 16
    }
    a = a &+ before.a
    b = b &+ before.b
    c = c &+ before.c
    d = d &+ before.d
    e = e &+ before.e
    f = f &+ before.f
    g = g &+ before.g
    h = h &+ before.h
  }

  /// The same, never inlined: two copies of it in one loop are slower than one, being too long for
  /// the processor's cache of decoded instructions.
  @inline(never)
  mutating func compressOutOfLine(_ block: [16 of Word]) {
    compress(block)
  }

  @inline(__always)
  private mutating func firstSixteenRounds(_ w: [16 of Word]) {
    round(w[0], 0)
    round(w[1], 1)
    round(w[2], 2)
    round(w[3], 3)
    round(w[4], 4)
    round(w[5], 5)
    round(w[6], 6)
    round(w[7], 7)
    round(w[8], 8)
    round(w[9], 9)
    round(w[10], 10)
    round(w[11], 11)
    round(w[12], 12)
    round(w[13], 13)
    round(w[14], 14)
    round(w[15], 15)
  }

  @inline(__always)
  private mutating func nextSixteenRounds(_ w: inout [16 of Word], _ turn: Int) {
    round(Self.next(&w, 0), turn)
    round(Self.next(&w, 1), turn &+ 1)
    round(Self.next(&w, 2), turn &+ 2)
    round(Self.next(&w, 3), turn &+ 3)
    round(Self.next(&w, 4), turn &+ 4)
    round(Self.next(&w, 5), turn &+ 5)
    round(Self.next(&w, 6), turn &+ 6)
    round(Self.next(&w, 7), turn &+ 7)
    round(Self.next(&w, 8), turn &+ 8)
    round(Self.next(&w, 9), turn &+ 9)
    round(Self.next(&w, 10), turn &+ 10)
    round(Self.next(&w, 11), turn &+ 11)
    round(Self.next(&w, 12), turn &+ 12)
    round(Self.next(&w, 13), turn &+ 13)
    round(Self.next(&w, 14), turn &+ 14)
    round(Self.next(&w, 15), turn &+ 15)
  }

  /// The majority of a, b and c is b where a and b agree, else c. The `a ^ b` of one round is the
  /// `b ^ c` of the next, so the compiler computes it once.
  @inline(__always)
  private mutating func round(_ w: Word, _ t: Int) {
    let choice = g ^ (e & (f ^ g))
    let majority = b ^ ((a ^ b) & (b ^ c))
    let t1 = h &+ w &+ Word(constant: sha256Constants[t]) &+ choice &+ e.bigSigma1
    let t2 = majority &+ a.bigSigma0
    h = g
    g = f
    f = e
    e = d &+ t1
    d = c
    c = b
    b = a
    a = t1 &+ t2
  }

  /// The next word of the message schedule, which takes the place of the one sixteen before it.
  @inline(__always)
  private static func next(_ w: inout [16 of Word], _ index: Int) -> Word {
    let near = w[(index &+ 14) & 15].smallSigma1 &+ w[(index &+ 9) & 15]
    let far = w[(index &+ 1) & 15].smallSigma0 &+ w[index]
    w[index] = near &+ far
    return w[index]
  }
}

extension SHA256State {
  /// The initial hash value (FIPS 180-4 §5.3.3).
  static var initial: SHA256State {
    SHA256State(
      a: Word(constant: 0x6a09_e667), b: Word(constant: 0xbb67_ae85),
      c: Word(constant: 0x3c6e_f372), d: Word(constant: 0xa54f_f53a),
      e: Word(constant: 0x510e_527f), f: Word(constant: 0x9b05_688c),
      g: Word(constant: 0x1f83_d9ab), h: Word(constant: 0x5be0_cd19))
  }

  /// All zero.
  static var zero: SHA256State {
    let zero = Word(constant: 0)
    return SHA256State(a: zero, b: zero, c: zero, d: zero, e: zero, f: zero, g: zero, h: zero)
  }

  /// The block that holds this state as a 32-byte message, the only one after a first block of 64
  /// bytes: what each of HMAC's two hashes of a digest ends with.
  @inline(__always)
  var paddedAfterOneBlock: [16 of Word] {
    let zero = Word(constant: 0)
    return [
      a, b, c, d, e, f, g, h,
      Word(constant: 0x8000_0000), zero, zero, zero, zero, zero, zero, Word(constant: 96 * 8),
    ]
  }
}

/// K, FIPS 180-4 §4.2.2.
private let sha256Constants: [64 of UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
  0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
  0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
  0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
  0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
  0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
  0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
  0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
