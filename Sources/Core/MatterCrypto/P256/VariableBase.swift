/// Multiplication by secret scalars of a point that is known only at run time.
///
/// Its table costs 208 doublings, the same that a single multiplication without it would make;
/// each further scalar for the same point then costs only 51 doublings and 52 additions.
package struct VariableBase: ~Copyable {
  private var words = [128 of UInt64](repeating: 0)

  /// Makes the table for `base`, which must not be the identity: that has no affine multiples.
  package init(_ base: ProjectivePoint) {
    var points = [16 of ProjectivePoint](repeating: .identity)
    Self.fill(&points, JacobianPoint(base))
    var normalized = [16 of AffinePoint](
      repeating: AffinePoint(x: .zero, y: .zero))
    var span = normalized.mutableSpan
    ProjectivePoint.normalize(points.span, into: &span)
    var target = words.mutableSpan
    for index in 0..<Comb.entryCount {
      span[index].x.montgomery.store(into: &target, at: Comb.wordsPerEntry &* index)
      span[index].y.montgomery.store(into: &target, at: Comb.wordsPerEntry &* index &+ 4)
    }
  }

  /// `scalar` times the point; the identity for zero.
  package borrowing func multiplied(by scalar: Scalar) -> ProjectivePoint {
    Comb.multiply(words.span, columns: CombDigits.rowLength, by: scalar)
  }

  /// Overwrites the table with zeros. The value is then of no use.
  package mutating func wipe() {
    overwrite(&words, with: [128 of UInt64](repeating: 0))
  }

  /// The 16 sums of the point of row 4 with, or less, those of rows 0...3.
  private static func fill(_ points: inout [16 of ProjectivePoint], _ base: JacobianPoint) {
    var entries = points.mutableSpan
    var doubles = [4 of ProjectivePoint](repeating: .identity)
    var row = base
    var allSubtracted = ProjectivePoint.identity
    for index in 0..<4 {
      allSubtracted = allSubtracted - row.projective
      row = row.doubled()
      doubles[index] = row.projective
      row = row.doubled(times: CombDigits.rowLength - 1)
    }
    // Adding twice a row's point to an entry that subtracts it gives the entry that adds it.
    entries[15] = allSubtracted + row.projective
    for index in (0..<15).reversed() {
      let row = (~index).trailingZeroBitCount
      entries[index] = entries[index | 1 &<< row] + doubles[row]
    }
  }
}

extension UInt256 {
  /// Writes the four limbs into `words` from `offset` on.
  fileprivate func store(into words: inout MutableSpan<UInt64>, at offset: Int) {
    words[offset] = limb0
    words[offset &+ 1] = limb1
    words[offset &+ 2] = limb2
    words[offset &+ 3] = limb3
  }
}
