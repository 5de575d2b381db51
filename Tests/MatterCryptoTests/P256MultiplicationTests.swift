import MatterCrypto
import Testing

struct P256MultiplicationTests {
  private let n = BigNumber.n
  private let one = BigNumber(digits: [1])

  /// The one scalar other than zero at which the last addition of a fixed point's comb doubles:
  /// k = n + 2t, where t is what the last look-up for k adds.
  private let doublingLast = BigNumber(
    hex: "feffffff00000010fffffffffffeffffbce6faadb7179e84f3b9cbc2fc632551")

  /// Scalars at the ends of the range, around the places where rows and columns of a comb begin,
  /// and those in the middle, each with the point that it should give.
  private func edges(
    of point: ProjectivePoint
  ) -> [(multiplier: BigNumber, product: ProjectivePoint)] {
    var edges: [(multiplier: BigNumber, product: ProjectivePoint)] = []
    func appendNeighbours(_ multiplier: BigNumber, _ product: ProjectivePoint) {
      edges.append((multiplier - one, product - point))
      edges.append((multiplier, product))
      edges.append((multiplier + one, product + point))
      edges.append((n - multiplier, -product))
    }
    edges.append((BigNumber(digits: []), .identity))
    var product = point
    for multiplier in 1...16 as ClosedRange<UInt32> {
      edges.append((BigNumber(digits: [multiplier]), product))
      edges.append((n - BigNumber(digits: [multiplier]), -product))
      product = product + point
    }
    var power = one
    product = point
    for exponent in 0..<256 {
      if exponent > 4, exponent % 13 < 2 { appendNeighbours(power, product) }
      power = power + power
      product = product + product
    }
    let half = BigNumber(hex: "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8")
    for multiplier in [half, doublingLast] {
      appendNeighbours(multiplier, point.slowlyMultiplied(by: multiplier))
    }
    return edges
  }

  private func expectEqual(
    _ left: ProjectivePoint, _ right: ProjectivePoint, _ multiplier: BigNumber
  ) {
    #expect(ProjectivePoint.isEqual(left, right).revealed, "multiplier \(multiplier)")
  }

  /// Of the list in circulation as "NIST P-256 point multiplication test vectors"; recomputed.
  @Test(arguments: [
    (
      "01", "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
      "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
    ),
    (
      "02", "7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978",
      "07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1"
    ),
    (
      "03", "5ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c",
      "8734640c4998ff7e374b06ce1a64a2ecd82ab036384fb83d9a79b127a27d5032"
    ),
    (
      "14", "83a01a9378395bab9bcd6a0ad03cc56d56e6b19250465a94a234dc4c6b28da9a",
      "76e49b6de2f73234ae6a5eb9d612b75c9f2202bb6923f54ff8240aaa86f640b8"
    ),
    (
      "018ebbb95eed0e13", "339150844ec15234807fe862a86be77977dbfb3ae3d96f4c22795513aeaab82f",
      "b1c14ddfdc8ec1b2583f51e85a5eb3a155840f2034730e9b5ada38b674336a21"
    ),
    (
      "159d893d4cdd747246cdca43590e13",
      "1b7e046a076cc25e6d7fa5003f6729f665cc3241b5adab12b498cd32f2803264",
      "bfea79be2b666b073db69a2a241adab0738fe9d2dd28b5604eb8c8cf097c457b"
    ),
    (
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63254f",
      "7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978",
      "f888aaee24712fc0d6c26539608bcf244582521ac3167dd661fb4862dd878c2e"
    ),
    (
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550",
      "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
      "b01cbd1c01e58065711814b583f061e9d431cca994cea1313449bf97c840ae0a"
    ),
  ])
  func multiplesOfTheGeneratorAreTheKnownOnes(multiplier: String, x: String, y: String) throws {
    let scalar = Scalar(BigNumber(hex: multiplier))
    let known = "04" + x + y
    let fixed = FixedBase.multiplyGenerator(by: scalar).normalized().encoded()
    #expect(hexText(fixed.span) == known)
    let base = VariableBase(try .generator)
    #expect(hexText(base.multiplied(by: scalar).normalized().encoded().span) == known)
  }

  @Test func fixedPointsAreMultipliedRightlyByEdges() throws {
    for (multiplier, product) in edges(of: try .generator) {
      expectEqual(FixedBase.multiplyGenerator(by: Scalar(multiplier)), product, multiplier)
    }
    for (multiplier, product) in edges(of: try .m) {
      expectEqual(FixedBase.multiplyM(by: Scalar(multiplier)), product, multiplier)
    }
    for (multiplier, product) in edges(of: try .n) {
      expectEqual(FixedBase.multiplyN(by: Scalar(multiplier)), product, multiplier)
    }
  }

  @Test func otherPointsAreMultipliedRightlyByEdges() throws {
    let m = try ProjectivePoint.m
    let factor = FieldElement(UInt256(3, 1, 4, 1))
    let rescaled = ProjectivePoint(x: m.x * factor, y: m.y * factor, z: m.z * factor)
    let base = VariableBase(rescaled)
    for (multiplier, product) in edges(of: rescaled) {
      expectEqual(base.multiplied(by: Scalar(multiplier)), product, multiplier)
    }
  }

  @Test(arguments: [UInt64(9), 10])
  func pointsAreMultipliedRightlyByRandomScalars(seed: UInt64) throws {
    var multipliers = EdgeWeightedNumbers(below: n, seed: seed)
    var point = try ProjectivePoint.generator
    for _ in 0..<(runsOptimized ? 500 : 8) {
      let multiplier = multipliers.next()
      let scalar = Scalar(multiplier)
      expectEqual(
        FixedBase.multiplyGenerator(by: scalar),
        try ProjectivePoint.generator.slowlyMultiplied(by: multiplier), multiplier)
      let product = VariableBase(point).multiplied(by: scalar)
      expectEqual(product, point.slowlyMultiplied(by: multiplier), multiplier)
      guard !product.isIdentity.revealed else { continue }
      point = product
    }
  }

  @Test func zeroTimesAPointIsTheIdentity() throws {
    #expect(FixedBase.multiplyGenerator(by: .zero).isIdentity.revealed)
    #expect(VariableBase(try .m).multiplied(by: .zero).isIdentity.revealed)
  }
}
