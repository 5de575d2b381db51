/// Multiplication of a point B by a secret scalar with tables of multiples of B.
///
/// The 260 digits of the scalar (see `CombDigits`) are read column by column. Entry e of the
/// table for shift g holds
///
///     2^g (2^208 B + sum over rows r in 0...3 of (-1)^(bit r of e) 2^(52 r) B)
///
/// so that one look-up adds five digits. One table, for shift 0, makes 52 columns; tables for
/// shifts 0, 13, 26 and 39 make 13 columns of four look-ups and save 39 doublings.
/// (Lim and Lee: "More flexible exponentiation with precomputation", 1994; digits of 1 and -1 from
/// Hamburg, 2012.)
///
/// **No exception can occur**, whatever the scalar. Let w be the number of columns. All digits
/// are w places apart, so what has been added up at any time is mB with m the sum over i of
/// c_i 2^(wi), all |c_i| < 2^w. While a column is read, c_i is odd for a digit already added and
/// even for one not yet added. `addingDistinct` fails only where m = 0 or m = ±t modulo n, with
/// tB the entry to add.
///  - None of m, m - t and m + t is 0: after the first look-up m has an odd c_i, and m ± t has
///    one for each row of the entry, and the highest c_i other than 0 outweighs all lower ones.
///  - In all columns but the last none of them reaches n. The points of one column add up to less
///    than 2^248, so such a column ends with an m of at most half the odd number below 2^256 that
///    the digits make up, give or take 2^248; and |m ± t| < 2^255 + 2^250 < n.
///  - In the last column, where a multiple of n can come up, the complete formula adds.
package enum Comb {
  /// The number of points in a table: one for each choice of four signs.
  package static var entryCount: Int { 16 }

  /// The words a point takes in a table: x, then y, each the four limbs of Montgomery's form.
  package static var wordsPerEntry: Int { 8 }

  /// The words of one table.
  package static var wordsPerTable: Int { entryCount * wordsPerEntry }

  /// `scalar` times the point that `tables` were made for; the identity for zero.
  ///
  /// There are `52 / columns` tables, one after the other, for shifts of multiples of `columns`.
  @inline(never)
  package static func multiply(
    _ tables: Span<UInt64>, columns: Int, by scalar: Scalar
  ) -> ProjectivePoint {
    var digits = CombDigits(scalar)
    defer { digits.wipe() }
    let last = tables.count - wordsPerTable

    var offset = 0
    var column = columns - 1
    var sum = JacobianPoint(entry(of: tables, at: offset, digits, column))
    while offset < last {
      offset += wordsPerTable
      column += columns
      sum = sum.addingDistinct(entry(of: tables, at: offset, digits, column))
    }

    var firstColumn = columns - 2
    while firstColumn > 0 {
      sum = sum.doubled()
      offset = 0
      column = firstColumn
      while offset <= last {
        sum = sum.addingDistinct(entry(of: tables, at: offset, digits, column))
        offset += wordsPerTable
        column += columns
      }
      firstColumn -= 1
    }

    var product = sum.doubled().projective
    offset = 0
    column = 0
    while offset <= last {
      product = product + ProjectivePoint(entry(of: tables, at: offset, digits, column))
      offset += wordsPerTable
      column += columns
    }
    return product.negated(if: digits.isOpposite)
  }

  /// The point for `column` of `digits` from the table at `offset`. Every entry is read.
  @inline(never)
  private static func entry(
    of tables: Span<UInt64>, at offset: Int, _ digits: CombDigits, _ column: Int
  ) -> AffinePoint {
    let table = tables.extracting(offset..<(offset + wordsPerTable))
    let signs = digits.column(column)
    var x = UInt256.zero
    var y = UInt256.zero
    for index in 0..<entryCount {
      let isWanted =
        signs.differs0.isEqual(toBit: 0, of: index) & signs.differs1.isEqual(toBit: 1, of: index)
        & signs.differs2.isEqual(toBit: 2, of: index) & signs.differs3.isEqual(toBit: 3, of: index)
      x.merge(table, at: wordsPerEntry &* index, if: isWanted)
      y.merge(table, at: wordsPerEntry &* index &+ 4, if: isWanted)
    }
    let positive = FieldElement(montgomery: y)
    return AffinePoint(
      x: FieldElement(montgomery: x),
      y: FieldElement.select(signs.isMinus, -positive, positive))
  }
}

extension Mask {
  /// Whether the mask is yes where bit `position` of the public `index` is set, no where clear.
  @inline(__always)
  fileprivate func isEqual(toBit position: Int, of index: Int) -> Mask {
    index & (1 &<< position) == 0 ? ~self : self
  }
}

extension UInt256 {
  /// Sets the bits of the four words of `table` from `offset` on, if `mask` is yes.
  @inline(__always)
  fileprivate mutating func merge(_ table: Span<UInt64>, at offset: Int, if mask: Mask) {
    limb0 |= table[offset] & mask.isSet
    limb1 |= table[offset &+ 1] & mask.isSet
    limb2 |= table[offset &+ 2] & mask.isSet
    limb3 |= table[offset &+ 3] & mask.isSet
  }
}
