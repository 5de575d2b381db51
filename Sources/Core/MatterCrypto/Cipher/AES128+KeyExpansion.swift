extension AES128 {
  /// KeyExpansion (FIPS 197 §5.2), sliced throughout: the same S-box circuit as for a block serves
  /// for its one word, and the running sum along the columns is a running sum along bits.
  static func roundKeys(_ key: AESPlanes) -> [11 of AESPlanes] {
    var keys = [11 of AESPlanes](repeating: key)
    var key = key
    var constant: UInt32 = 1
    for round in 1...10 {
      key.expand(roundConstant: constant)
      // x · constant in GF(2^8), FIPS 197 §4.2.
      constant = (constant &<< 1) ^ (0x11b &* (constant &>> 7))
      keys[round] = key
    }
    for round in 0..<3 {
      keys[4 &* round &+ 1].adjust(shifts: 1)
      keys[4 &* round &+ 2].adjust(shifts: 2)
    }
    for round in 0..<2 {
      keys[4 &* round &+ 3].adjust(shifts: 3)
      keys[4 &* round &+ 4].adjust(shifts: 0)
    }
    return keys
  }
}

extension AESPlanes {
  /// From one round key the next.
  @inline(__always)
  fileprivate mutating func expand(roundConstant: UInt32) {
    var substituted = self
    substituted.substituteBytes()
    substituted.addSubBytesConstant()
    p0 = Self.expanded(p0, substituted.p0, roundConstant)
    p1 = Self.expanded(p1, substituted.p1, roundConstant &>> 1)
    p2 = Self.expanded(p2, substituted.p2, roundConstant &>> 2)
    p3 = Self.expanded(p3, substituted.p3, roundConstant &>> 3)
    p4 = Self.expanded(p4, substituted.p4, roundConstant &>> 4)
    p5 = Self.expanded(p5, substituted.p5, roundConstant &>> 5)
    p6 = Self.expanded(p6, substituted.p6, roundConstant &>> 6)
    p7 = Self.expanded(p7, substituted.p7, roundConstant &>> 7)
  }

  /// One plane of the next round key.
  @inline(__always)
  private static func expanded(
    _ plane: UInt32, _ substituted: UInt32, _ roundConstant: UInt32
  ) -> UInt32 {
    // RotWord: the last column, one row up, goes to the first.
    let word = (substituted &>> 14 | substituted &<< 18) & 0x0303_0303
    // The round constant belongs to the first byte, here of both states.
    var plane = plane ^ word ^ (3 &* (roundConstant & 1))
    plane ^= (plane &<< 2) & 0xfcfc_fcfc
    plane ^= (plane &<< 4) & 0xf0f0_f0f0
    return plane
  }

  /// Adds 0x63 to each byte.
  @inline(__always)
  fileprivate mutating func addSubBytesConstant() {
    p0 = ~p0
    p1 = ~p1
    p5 = ~p5
    p6 = ~p6
  }

  /// Prepares a round key for a state with so many ShiftRows outstanding and without the constant
  /// of SubBytes.
  #if hasFeature(Embedded)
    @inline(never)
  #else
    @inline(__always)
  #endif
  fileprivate mutating func adjust(shifts: UInt32) {
    p0 = Self.unshifted(p0, shifts)
    p1 = Self.unshifted(p1, shifts)
    p2 = Self.unshifted(p2, shifts)
    p3 = Self.unshifted(p3, shifts)
    p4 = Self.unshifted(p4, shifts)
    p5 = Self.unshifted(p5, shifts)
    p6 = Self.unshifted(p6, shifts)
    p7 = Self.unshifted(p7, shifts)
    addSubBytesConstant()
  }

  /// Row r goes back r · `shifts` columns, which is a rotation of its eight bits: by one column if the
  /// lower bit of `shifts` is set, and by two if the upper is.
  @inline(__always)
  private static func unshifted(_ plane: UInt32, _ shifts: UInt32) -> UInt32 {
    let turned = (plane &<< 2) & 0xfc00_fc00 | (plane &>> 6) & 0x0300_0300 | plane & 0x00ff_00ff
    let byOne = nibblesExchanged(turned, 0x0f0f_0000)
    let lower = plane ^ (plane ^ byOne) & (0 &- (shifts & 1))
    let byTwo = nibblesExchanged(lower, 0x0f00_0f00)
    return lower ^ (lower ^ byTwo) & (0 &- (shifts &>> 1))
  }

  /// The plane with the nibbles that are in `mask` and those above them exchanged.
  @inline(__always)
  private static func nibblesExchanged(_ plane: UInt32, _ mask: UInt32) -> UInt32 {
    let difference = (plane ^ plane &>> 4) & mask
    return plane ^ difference ^ difference &<< 4
  }
}
