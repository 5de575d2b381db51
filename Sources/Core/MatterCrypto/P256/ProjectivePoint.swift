/// A point of P-256 in homogeneous coordinates: (X : Y : Z) stands for (X/Z, Y/Z), and Z = 0 for
/// the identity.
///
/// Addition is complete: the one formula is right for any two points, equal, opposite or the
/// identity, so there is nothing to test for and nothing to leak.
package struct ProjectivePoint: Sendable {
  package let x: FieldElement
  package let y: FieldElement
  package let z: FieldElement

  @inline(__always)
  package init(x: FieldElement, y: FieldElement, z: FieldElement) {
    self.x = x
    self.y = y
    self.z = z
  }

  package init(_ point: AffinePoint) {
    self.init(x: point.x, y: point.y, z: .one)
  }

  package static var identity: ProjectivePoint {
    ProjectivePoint(x: .zero, y: .one, z: .zero)
  }

  package var isIdentity: Mask { z.isZero }

  /// Whether both are the same point, whatever their coordinates.
  package static func isEqual(_ left: ProjectivePoint, _ right: ProjectivePoint) -> Mask {
    let sameX = FieldElement.isEqual(left.x * right.z, right.x * left.z)
    let sameY = FieldElement.isEqual(left.y * right.z, right.y * left.z)
    let sameKind = ~(left.isIdentity | right.isIdentity) | (left.isIdentity & right.isIdentity)
    return sameX & sameY & sameKind
  }

  package static prefix func - (point: ProjectivePoint) -> ProjectivePoint {
    ProjectivePoint(x: point.x, y: -point.y, z: point.z)
  }

  package static func - (left: ProjectivePoint, right: ProjectivePoint) -> ProjectivePoint {
    left + -right
  }

  /// The opposite point when `mask` is yes, the same point when it is no.
  package func negated(if mask: Mask) -> ProjectivePoint {
    ProjectivePoint(x: x, y: FieldElement.select(mask, -y, y), z: z)
  }

  /// Renes, Costello, Batina: "Complete addition formulas for prime order elliptic curves"
  /// (2016), algorithm 4, for curves with a = -3. Each line is one group of its steps.
  @inline(never)
  package static func + (left: ProjectivePoint, right: ProjectivePoint) -> ProjectivePoint {
    let xx = left.x * right.x
    let yy = left.y * right.y
    let zz = left.z * right.z
    let xyPairs = (left.x + left.y) * (right.x + right.y) - (xx + yy)
    let yzPairs = (left.y + left.z) * (right.y + right.z) - (yy + zz)
    let xzPairs = (left.x + left.z) * (right.x + right.z) - (xx + zz)

    let bZZPart = xzPairs - CurveParameters.b * zz
    let bZZ3Part = bZZPart + bZZPart + bZZPart
    let yyMinus = yy - bZZ3Part
    let yyPlus = yy + bZZ3Part

    let zz3 = zz + zz + zz
    let bXZPart = CurveParameters.b * xzPairs - zz3 - xx
    let bXZ3Part = bXZPart + bXZPart + bXZPart
    let xx3MinusZZ3 = xx + xx + xx - zz3

    return ProjectivePoint(
      x: xyPairs * yyPlus - yzPairs * bXZ3Part,
      y: yyPlus * yyMinus + xx3MinusZZ3 * bXZ3Part,
      z: yzPairs * yyMinus + xyPairs * xx3MinusZZ3)
  }
}
