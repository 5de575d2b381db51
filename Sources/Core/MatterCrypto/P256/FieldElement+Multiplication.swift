extension FieldElement {
  @inline(never)
  package static func * (left: FieldElement, right: FieldElement) -> FieldElement {
    let left = left.montgomery
    let right = right.montgomery

    var carry: UInt64 = 0
    let word0 = multiplyAdd(0, left.limb0, right.limb0, &carry)
    var word1 = multiplyAdd(0, left.limb1, right.limb0, &carry)
    var word2 = multiplyAdd(0, left.limb2, right.limb0, &carry)
    var word3 = multiplyAdd(0, left.limb3, right.limb0, &carry)
    var word4 = carry

    carry = 0
    word1 = multiplyAdd(word1, left.limb0, right.limb1, &carry)
    word2 = multiplyAdd(word2, left.limb1, right.limb1, &carry)
    word3 = multiplyAdd(word3, left.limb2, right.limb1, &carry)
    word4 = multiplyAdd(word4, left.limb3, right.limb1, &carry)
    var word5 = carry

    carry = 0
    word2 = multiplyAdd(word2, left.limb0, right.limb2, &carry)
    word3 = multiplyAdd(word3, left.limb1, right.limb2, &carry)
    word4 = multiplyAdd(word4, left.limb2, right.limb2, &carry)
    word5 = multiplyAdd(word5, left.limb3, right.limb2, &carry)
    var word6 = carry

    carry = 0
    word3 = multiplyAdd(word3, left.limb0, right.limb3, &carry)
    word4 = multiplyAdd(word4, left.limb1, right.limb3, &carry)
    word5 = multiplyAdd(word5, left.limb2, right.limb3, &carry)
    word6 = multiplyAdd(word6, left.limb3, right.limb3, &carry)

    return FieldElement(
      reducingLow: UInt256(word0, word1, word2, word3),
      high: UInt256(word4, word5, word6, carry))
  }

  /// The element times itself.
  @inline(never)
  package func squared() -> FieldElement {
    let root = montgomery

    // The products of unequal limbs, each of which occurs twice in the square.
    var carry: UInt64 = 0
    var word1 = multiplyAdd(0, root.limb1, root.limb0, &carry)
    var word2 = multiplyAdd(0, root.limb2, root.limb0, &carry)
    var word3 = multiplyAdd(0, root.limb3, root.limb0, &carry)
    var word4 = carry
    carry = 0
    word3 = multiplyAdd(word3, root.limb2, root.limb1, &carry)
    word4 = multiplyAdd(word4, root.limb3, root.limb1, &carry)
    var word5 = carry
    carry = 0
    word5 = multiplyAdd(word5, root.limb3, root.limb2, &carry)
    var word6 = carry

    carry = 0
    word1 = addWithCarry(word1, word1, &carry)
    word2 = addWithCarry(word2, word2, &carry)
    word3 = addWithCarry(word3, word3, &carry)
    word4 = addWithCarry(word4, word4, &carry)
    word5 = addWithCarry(word5, word5, &carry)
    word6 = addWithCarry(word6, word6, &carry)
    let word7 = carry

    let square0 = fullProduct(root.limb0, root.limb0)
    let square1 = fullProduct(root.limb1, root.limb1)
    let square2 = fullProduct(root.limb2, root.limb2)
    let square3 = fullProduct(root.limb3, root.limb3)
    carry = 0
    let low = UInt256(square0.low, square0.high, square1.low, square1.high)
      .adding(UInt256(0, word1, word2, word3), &carry)
    let high = UInt256(square2.low, square2.high, square3.low, square3.high)
      .adding(UInt256(word4, word5, word6, word7), &carry)
    return FieldElement(reducingLow: low, high: high)
  }

  /// The element squared `count` times over.
  @inline(never)
  package func squared(times count: Int) -> FieldElement {
    var power = self
    for _ in 0..<count { power = power.squared() }
    return power
  }

  /// The element whose Montgomery form is `(low + high * 2^256) / R` modulo p, for a product of
  /// two numbers below p (Montgomery 1985).
  @inline(__always)
  private init(reducingLow low: UInt256, high: UInt256) {
    var low = low
    low.foldLowestLimb()
    low.foldLowestLimb()
    low.foldLowestLimb()
    low.foldLowestLimb()
    var carry: UInt64 = 0
    let sum = low.adding(high, &carry)
    self.init(subtractingModulusIfNeeded: sum, carry)
  }
}

extension UInt256 {
  /// Makes the lowest limb zero by adding a multiple of p, then shifts it out.
  ///
  /// Because p = -1 modulo 2^64 the multiple is the lowest limb q itself, and
  /// q * (p + 1) / 2^64 = q * 2^32 + q * (2^64 - 2^32 + 1) * 2^128 takes no multiplication.
  /// The result needs no fifth limb: it is at most (2^256 - 1 + (2^64 - 1) p) / 2^64 < 2^256.
  @inline(__always)
  fileprivate mutating func foldLowestLimb() {
    let shiftedLow = limb0 &<< 32
    let shiftedHigh = limb0 &>> 32
    var noBorrow: UInt64 = 1
    let multipleLow = addWithCarry(limb0, ~shiftedLow, &noBorrow)
    let multipleHigh = addWithCarry(limb0, ~shiftedHigh, &noBorrow)
    var carry: UInt64 = 0
    self = UInt256(limb1, limb2, limb3, 0)
      .adding(UInt256(shiftedLow, shiftedHigh, multipleLow, multipleHigh), &carry)
  }
}
