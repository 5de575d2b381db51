/// What SHA-256 computes with: one 32-bit word, or the words of several messages side by side.
///
/// FIPS 180-4 §4.1.2 gives the functions.
protocol SHA256Word: BitwiseCopyable, Sendable {
  /// How many messages there are side by side.
  static var laneCount: Int { get }

  /// The same word for each message.
  init(constant word: UInt32)

  /// The word of one message.
  subscript(lane lane: Int) -> UInt32 { get set }

  static func &+ (left: Self, right: Self) -> Self
  static func ^ (left: Self, right: Self) -> Self
  static func & (left: Self, right: Self) -> Self

  /// `self` moved towards the low end by `count` bits, 1...31, zeros coming in.
  func shiftedRight(_ count: UInt32) -> Self

  /// `self` rotated towards the low end by `count` bits, 1...31.
  func rotatedRight(_ count: UInt32) -> Self
}

extension SHA256Word {
  /// Σ0
  @inline(__always)
  var bigSigma0: Self { rotatedRight(2) ^ rotatedRight(13) ^ rotatedRight(22) }

  /// Σ1
  @inline(__always)
  var bigSigma1: Self { rotatedRight(6) ^ rotatedRight(11) ^ rotatedRight(25) }

  /// σ0
  @inline(__always)
  var smallSigma0: Self { rotatedRight(7) ^ rotatedRight(18) ^ shiftedRight(3) }

  /// σ1
  @inline(__always)
  var smallSigma1: Self { rotatedRight(17) ^ rotatedRight(19) ^ shiftedRight(10) }
}

extension UInt32: SHA256Word {
  static var laneCount: Int { 1 }

  @inline(__always)
  init(constant word: UInt32) { self = word }

  subscript(lane lane: Int) -> UInt32 {
    get { self }
    set { self = newValue }
  }

  @inline(__always)
  func shiftedRight(_ count: UInt32) -> UInt32 { self &>> count }

  @inline(__always)
  func rotatedRight(_ count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }
}

extension SIMD4<UInt32>: SHA256Word {
  static var laneCount: Int { 4 }

  @inline(__always)
  init(constant word: UInt32) { self.init(repeating: word) }

  subscript(lane lane: Int) -> UInt32 {
    get { self[lane] }
    set { self[lane] = newValue }
  }

  @inline(__always)
  func shiftedRight(_ count: UInt32) -> Self { self &>> Self(repeating: count) }

  /// The left shift is a product and the union a sum because Swift gives vectors of the machine
  /// only to these; `|` and `&<<` go lane by lane, and a rotation of them stays in pieces.
  @inline(__always)
  func rotatedRight(_ count: UInt32) -> Self {
    self &* Self(repeating: 1 &<< (32 &- count)) &+ self &>> Self(repeating: count)
  }
}
