extension AESPlanes {
  /// ShiftRows and MixColumns (FIPS 197 §5.1.2, §5.1.3) of a state whose rows are never moved.
  ///
  /// Instead of moving them the columns are found where they are ("fixslicing": Adomnicai and
  /// Peyrin, 2020): when `shifts` ShiftRows are outstanding, this round's among them, what belongs
  /// one row below stands `shifts` columns further on.
  @inline(__always)
  mutating func mixColumns(shifts: UInt32) {
    let (b0, b1) = (Self.next(p0, shifts), Self.next(p1, shifts))
    let (b2, b3) = (Self.next(p2, shifts), Self.next(p3, shifts))
    let (b4, b5) = (Self.next(p4, shifts), Self.next(p5, shifts))
    let (b6, b7) = (Self.next(p6, shifts), Self.next(p7, shifts))
    let (c0, c1, c2, c3) = (p0 ^ b0, p1 ^ b1, p2 ^ b2, p3 ^ b3)
    let (c4, c5, c6, c7) = (p4 ^ b4, p5 ^ b5, p6 ^ b6, p7 ^ b7)
    // With a, b the byte and the next below: 2·(a + b) + b + (a + b two below).
    p0 = b0 ^ c7 ^ Self.afterNext(c0, shifts)
    p1 = b1 ^ c0 ^ c7 ^ Self.afterNext(c1, shifts)
    p2 = b2 ^ c1 ^ Self.afterNext(c2, shifts)
    p3 = b3 ^ c2 ^ c7 ^ Self.afterNext(c3, shifts)
    p4 = b4 ^ c3 ^ c7 ^ Self.afterNext(c4, shifts)
    p5 = b5 ^ c4 ^ Self.afterNext(c5, shifts)
    p6 = b6 ^ c5 ^ Self.afterNext(c6, shifts)
    p7 = b7 ^ c6 ^ Self.afterNext(c7, shifts)
  }

  /// For each byte the one below in its column.
  @inline(__always)
  private static func next(_ plane: UInt32, _ shifts: UInt32) -> UInt32 {
    moved(plane, rows: 1, columns: shifts)
  }

  /// For each byte the second below in its column.
  @inline(__always)
  private static func afterNext(_ plane: UInt32, _ shifts: UInt32) -> UInt32 {
    moved(plane, rows: 2, columns: (2 &* shifts) & 3)
  }

  /// For each byte that which stands so many rows and columns further on, around the edges.
  @inline(__always)
  private static func moved(_ plane: UInt32, rows: UInt32, columns: UInt32) -> UInt32 {
    let within = rotatedRight(plane, 8 &* rows &+ 2 &* columns)
    guard columns > 0 else { return within }
    let around = rotatedRight(plane, 8 &* rows &+ 2 &* columns &- 8)
    let mask: UInt32 = 0x0101_0101 &* (0xff &>> (2 &* columns))
    return within & mask | around & ~mask
  }

  @inline(__always)
  private static func rotatedRight(_ plane: UInt32, _ count: UInt32) -> UInt32 {
    plane &>> count | plane &<< (32 &- count)
  }
}
