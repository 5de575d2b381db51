/// A point of P-256 in Jacobian coordinates: (X : Y : Z) stands for (X/Z², Y/Z³), and Z = 0 for
/// the identity.
///
/// Doubling is cheaper than in homogeneous coordinates and right for every point. Addition is
/// cheaper too, but has exceptions; who uses it shows that they do not occur.
package struct JacobianPoint: Sendable {
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

  /// The same point; x/z is (xz)/z², y/z is (yz²)/z³.
  package init(_ point: ProjectivePoint) {
    self.init(x: point.x * point.z, y: point.y * point.z.squared(), z: point.z)
  }

  /// The same point in homogeneous coordinates; x/z² is (xz)/z³.
  package var projective: ProjectivePoint {
    ProjectivePoint(x: x * z, y: y, z: z.squared() * z)
  }

  /// Twice the point, for every point. From Bernstein and Lange's Explicit-Formulas Database,
  /// Jacobian coordinates with a = -3: alpha = 3(X - Z²)(X + Z²), beta = 4XY²,
  /// X' = alpha² - 2 beta, Y' = alpha(beta - X') - 8Y⁴, Z' = 2YZ.
  /// With Z = 0 the result has it too; Y = 0 does not occur in a group of odd order.
  @inline(never)
  package func doubled() -> JacobianPoint {
    let zSquared = z.squared()
    let twiceY = y + y
    let fourYSquared = twiceY.squared()
    let beta = x * fourYSquared
    let tangent = (x - zSquared) * (x + zSquared)
    let alpha = tangent + tangent + tangent
    let doubledX = alpha.squared() - (beta + beta)
    let eightYFourth = fourYSquared.squared().halved()
    return JacobianPoint(
      x: doubledX,
      y: alpha * (beta - doubledX) - eightYFourth,
      z: twiceY * z)
  }

  /// The point doubled `count` times over.
  package func doubled(times count: Int) -> JacobianPoint {
    var point = self
    for _ in 0..<count { point = point.doubled() }
    return point
  }

  /// The sum with `other`, unless the two are equal or this is the identity: then the result is
  /// wrong. For opposite points it is the identity, as it should be.
  /// From the Explicit-Formulas Database, "madd": H = X₂Z² - X, R = Y₂Z³ - Y,
  /// X' = R² - H³ - 2XH², Y' = R(XH² - X') - YH³, Z' = ZH.
  @inline(never)
  package func addingDistinct(_ other: AffinePoint) -> JacobianPoint {
    let zSquared = z.squared()
    let xDifference = other.x * zSquared - x
    let yDifference = other.y * (zSquared * z) - y
    let square = xDifference.squared()
    let cube = square * xDifference
    let scaledX = x * square
    let sumX = yDifference.squared() - cube - (scaledX + scaledX)
    return JacobianPoint(
      x: sumX,
      y: yDifference * (scaledX - sumX) - y * cube,
      z: z * xDifference)
  }
}
