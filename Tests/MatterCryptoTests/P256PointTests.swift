import MatterCrypto
import Testing

struct P256PointTests {
  /// Points in all kinds of coordinates: small multiples of the generator, and the identity.
  private func samples() throws -> [ProjectivePoint] {
    let generator = try ProjectivePoint.generator
    let factor = FieldElement(UInt256(7, 11, 13, 17))
    return (0...3 as ClosedRange<UInt32>).flatMap { multiple -> [ProjectivePoint] in
      let point = generator.slowlyMultiplied(by: BigNumber(digits: [multiple]))
      let rescaled = ProjectivePoint(x: point.x * factor, y: point.y * factor, z: point.z * factor)
      return [point, -rescaled]
    }
  }

  private func expectEqual(
    _ left: ProjectivePoint, _ right: ProjectivePoint, _ comment: Comment? = nil
  ) {
    #expect(ProjectivePoint.isEqual(left, right).revealed, comment)
  }

  @Test func additionIsCompleteAndAssociative() throws {
    let points = try samples()
    for a in points {
      for b in points {
        expectEqual(a + b, b + a)
        expectEqual(a - b + b, a)
        for c in points { expectEqual((a + b) + c, a + (b + c)) }
      }
    }
  }

  @Test func theIdentityAndOppositesAddUpAsTheyShould() throws {
    for point in try samples() {
      expectEqual(point + .identity, point)
      expectEqual(.identity + point, point)
      #expect((point - point).isIdentity.revealed)
      #expect((point + -point).isIdentity.revealed)
    }
  }

  @Test func equalityTellsPointsApart() throws {
    let generator = try ProjectivePoint.generator
    #expect(!ProjectivePoint.isEqual(generator, -generator).revealed)
    #expect(!ProjectivePoint.isEqual(generator, .identity).revealed)
    #expect(!ProjectivePoint.isEqual(.identity, generator).revealed)
    #expect(ProjectivePoint.isEqual(.identity, .identity - .identity).revealed)
  }

  @Test func jacobianDoublingIsAdditionToItself() throws {
    for point in try samples() {
      let jacobian = JacobianPoint(point)
      expectEqual(jacobian.projective, point)
      expectEqual(jacobian.doubled().projective, point + point)
      expectEqual(
        jacobian.doubled(times: 3).projective,
        (point + point + point + point) + (point + point + point + point))
    }
  }

  @Test func jacobianAdditionOfDistinctPointsIsAddition() throws {
    let points = try samples()
    for left in points where !left.isIdentity.revealed {
      for right in points where !right.isIdentity.revealed {
        guard !ProjectivePoint.isEqual(left, right).revealed else { continue }
        let sum = JacobianPoint(left).addingDistinct(right.normalized())
        expectEqual(sum.projective, left + right)
      }
    }
  }

  @Test func manyPointsAreNormalizedAsOneByOne() throws {
    let points = try samples().filter { !$0.isIdentity.revealed }
    var normalized = [AffinePoint](
      repeating: AffinePoint(x: .zero, y: .zero), count: points.count)
    var span = normalized.mutableSpan
    ProjectivePoint.normalize(points.span, into: &span)
    for (index, point) in points.enumerated() {
      let single = point.normalized()
      #expect(FieldElement.isEqual(normalized[index].x, single.x).revealed)
      #expect(FieldElement.isEqual(normalized[index].y, single.y).revealed)
    }
  }
}
