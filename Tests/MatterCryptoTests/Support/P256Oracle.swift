import CoreDriver
import MatterCrypto

/// Slow arithmetic on lists of 32-bit digits, least significant first, and multiplication of points
/// by doubling and adding: the measure for what is clever in MatterCrypto. Not constant time.
struct BigNumber: Equatable, CustomStringConvertible {
  var digits: [UInt32]

  init(digits: [UInt32]) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
  }

  init(hex: String) {
    let bytes = hexBytes(hex.count % 2 == 0 ? hex : "0" + hex)
    self.init(bigEndian: bytes)
  }

  init(bigEndian bytes: [UInt8]) {
    var digits = [UInt32](repeating: 0, count: (bytes.count + 3) / 4)
    for (index, byte) in bytes.reversed().enumerated() {
      digits[index / 4] |= UInt32(byte) << UInt32(8 * (index % 4))
    }
    self.init(digits: digits)
  }

  init(_ number: UInt256) {
    self.init(
      digits: [number.limb0, number.limb1, number.limb2, number.limb3].flatMap {
        [UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 >> 32)]
      })
  }

  /// The lowest 256 bits.
  var number: UInt256 {
    func limb(_ index: Int) -> UInt64 {
      UInt64(digit(2 * index)) | UInt64(digit(2 * index + 1)) << 32
    }
    return UInt256(limb(0), limb(1), limb(2), limb(3))
  }

  var description: String {
    digits.reversed().map { String($0, radix: 16) }.joined(separator: "_")
  }

  static var p: BigNumber {
    BigNumber(hex: "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff")
  }

  static var n: BigNumber {
    BigNumber(hex: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
  }

  private func digit(_ index: Int) -> UInt32 { index < digits.count ? digits[index] : 0 }

  func bit(_ index: Int) -> Bool { digit(index / 32) >> UInt32(index % 32) & 1 == 1 }

  static func < (left: BigNumber, right: BigNumber) -> Bool {
    guard left.digits.count == right.digits.count else {
      return left.digits.count < right.digits.count
    }
    for (a, b) in zip(left.digits.reversed(), right.digits.reversed()) where a != b { return a < b }
    return false
  }

  static func + (left: BigNumber, right: BigNumber) -> BigNumber {
    var carry: UInt64 = 0
    let count = max(left.digits.count, right.digits.count) + 1
    return BigNumber(
      digits: (0..<count).map { index in
        carry += UInt64(left.digit(index)) + UInt64(right.digit(index))
        defer { carry >>= 32 }
        return UInt32(truncatingIfNeeded: carry)
      })
  }

  /// The difference; `right` must not be the greater.
  static func - (left: BigNumber, right: BigNumber) -> BigNumber {
    var borrow: Int64 = 0
    return BigNumber(
      digits: (0..<left.digits.count).map { index in
        borrow += Int64(left.digit(index)) - Int64(right.digit(index))
        defer { borrow >>= 32 }
        return UInt32(truncatingIfNeeded: borrow)
      })
  }

  static func * (left: BigNumber, right: BigNumber) -> BigNumber {
    var digits = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for (i, a) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.digits.enumerated() {
        carry += UInt64(a) * UInt64(b) + UInt64(digits[i + j])
        digits[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      digits[i + right.digits.count] = UInt32(truncatingIfNeeded: carry)
    }
    return BigNumber(digits: digits)
  }

  /// The remainder, bit by bit.
  static func % (left: BigNumber, right: BigNumber) -> BigNumber {
    var remainder = BigNumber(digits: [])
    for index in (0..<32 * left.digits.count).reversed() {
      remainder = remainder + remainder
      if left.bit(index) { remainder = remainder + BigNumber(digits: [1]) }
      if !(remainder < right) { remainder = remainder - right }
    }
    return remainder
  }
}

extension ProjectivePoint {
  /// `multiplier` times the point, by doubling and adding with the complete formula.
  func slowlyMultiplied(by multiplier: BigNumber) -> ProjectivePoint {
    var product = ProjectivePoint.identity
    for index in (0..<32 * multiplier.digits.count).reversed() {
      product = product + product
      if multiplier.bit(index) { product = product + self }
    }
    return product
  }

  static var generator: ProjectivePoint {
    get throws {
      let bytes = hexBytes(
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
          + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
      return ProjectivePoint(try AffinePoint(decoding: bytes.span))
    }
  }

  static var m: ProjectivePoint {
    get throws { ProjectivePoint(try AffinePoint(decoding: SPAKE2PlusMasks.encodedM.span)) }
  }

  static var n: ProjectivePoint {
    get throws { ProjectivePoint(try AffinePoint(decoding: SPAKE2PlusMasks.encodedN.span)) }
  }
}

extension Scalar {
  /// The scalar for a number below the order.
  init(_ number: BigNumber) {
    let canonical = Scalar.canonical(number.number)
    precondition(canonical.isCanonical.revealed, "a scalar below the order")
    self = canonical.scalar
  }
}

/// Numbers below `bound` whose limbs are mostly at the edges of what a limb holds.
struct EdgeWeightedNumbers {
  private var random: SplitMix64
  private let bound: BigNumber

  init(below bound: BigNumber, seed: UInt64) {
    self.bound = bound
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> BigNumber {
    let limbs = (0..<4).map { _ in limb() }
    return BigNumber(UInt256(limbs[0], limbs[1], limbs[2], limbs[3])) % bound
  }

  private mutating func limb() -> UInt64 {
    switch random.next() % 8 {
    case 0: 0
    case 1: .max
    case 2: 1
    case 3: .max - 1
    case 4: 0xffff_ffff_0000_0001
    case 5: 0x0000_0000_ffff_ffff
    case 6: 1 << (random.next() % 64)
    default: random.next()
    }
  }
}
