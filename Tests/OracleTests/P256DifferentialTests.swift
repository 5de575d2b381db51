import MatterBytes
import MatterCrypto
import ReferencePASE
import Testing

/// The field and the group of P-256, beside OpenSSL and mbedTLS.
@Suite struct P256DifferentialTests {
  @Test func fieldArithmeticIsThatOfBothLibraries() throws {
    let oracles = try Oracles()
    let zero = [UInt8](repeating: 0, count: 32)
    let one = Array(zero.dropLast()) + [1]
    try oracles.cases(10_000, seed: 201) { random, name in
      let (a, b) = (random.fieldElement(), random.fieldElement())
      let (x, y) = (FieldElement(bytes: a), FieldElement(bytes: b))
      try oracles.require((x * y).bytes, in: name) { try $0.fieldMultiplyAdd(a, b, zero) }
      try oracles.require(x.squared().bytes, in: name) { try $0.fieldMultiplyAdd(a, a, zero) }
      try oracles.require((x + y).bytes, in: name) { try $0.fieldMultiplyAdd(a, one, b) }
      // (x − y) + y and twice the half are x again.
      try oracles.require(a, in: name) { try $0.fieldMultiplyAdd((x - y).bytes, one, b) }
      let half = x.halved().bytes
      try oracles.require(a, in: name) { try $0.fieldMultiplyAdd(half, one, half) }
      if a != zero {
        try oracles.require(x.inverted().bytes, in: name) { try $0.fieldInvert(a) }
      }
    }
  }

  @Test func reductionOf40BytesIsThatOfBothLibraries() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 202) { random, name in
      let wide =
        Bool.random(using: &random) ? random.edgyBytes(40) : random.nearMultipleOfOrder()
      try oracles.require(Scalar(reducing: wide.span).number.bytes, in: name) {
        try $0.reduce(wide)
      }
    }
  }

  @Test(arguments: FixedPoint.allCases)
  func fixedBaseMultiplicationIsThatOfBothLibraries(_ base: FixedPoint) throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 203) { random, name in
      let scalar = random.scalar()
      let product = base.multiplied(by: Scalar(bytes: scalar))
      try oracles.require(product.bytes, in: name) { oracle in
        try pointOrInfinity {
          switch base {
          case .generator: try oracle.multiplyBase(scalar)
          case .m: try oracle.multiply(scalar, ReferenceSPAKE2Plus.m)
          case .n: try oracle.multiply(scalar, ReferenceSPAKE2Plus.n)
          }
        }
      }
    }
  }

  @Test func variableBaseMultiplicationIsThatOfBothLibraries() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 204) { random, name in
      let point = try random.point(oracles)
      let scalar = random.scalar()
      var base = VariableBase(ProjectivePoint(try AffinePoint(decoding: point.span)))
      let product = base.multiplied(by: Scalar(bytes: scalar))
      base.wipe()
      try oracles.require(product.bytes, in: name) { oracle in
        try pointOrInfinity { try oracle.multiply(scalar, point) }
      }
    }
  }

  @Test func additionIsThatOfBothLibraries() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 205) { random, name in
      let p = try random.point(oracles)
      // Equal and opposite points are where incomplete formulas fail.
      var q = try random.point(oracles)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: q = p
      case 1: q = try (-ProjectivePoint(bytes: p)).bytes
      default: break
      }
      let (left, right) = (try ProjectivePoint(bytes: p), try ProjectivePoint(bytes: q))
      try oracles.require((left + right).bytes, in: name) { oracle in
        try pointOrInfinity { try oracle.add(p, q) }
      }
      try oracles.require((left - right).bytes, in: name) { oracle in
        try pointOrInfinity { try oracle.subtract(p, q) }
      }
      try #require((left + .identity).bytes == p, "\(name)")
      try #require(JacobianPoint(left).doubled().projective.bytes == (left + left).bytes, "\(name)")
    }
  }

  @Test func whatDecodesAsAPointIsWhatBothLibrariesAccept() throws {
    let oracles = try Oracles()
    var accepted = 0
    try oracles.cases(10_000, seed: 206) { random, name in
      var bytes = try random.point(oracles)
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        bytes[Int.random(in: 0..<65, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes = [4] + random.edgyBytes(32) + random.edgyBytes(32)
      case 2: bytes[0] = UInt8.random(in: 0...8, using: &random)
      case 3: bytes = Array(bytes.prefix(Int.random(in: 0...65, using: &random)))
      default: break
      }
      let isPoint = bytes.count == 65 && (try? AffinePoint(decoding: bytes.span)) != nil
      accepted += isPoint ? 1 : 0
      for oracle in oracles.all {
        let expected = try oracle.isOnCurve(bytes)
        try #require(isPoint == expected, "\(bytes.hex), \(oracle.library), \(name)")
      }
    }
    try #require((1000...9000).contains(accepted), "both kinds occur")
  }
}

/// The points that our multiplication has tables for.
enum FixedPoint: CaseIterable {
  case generator, m, n

  func multiplied(by scalar: Scalar) -> ProjectivePoint {
    switch self {
    case .generator: FixedBase.multiplyGenerator(by: scalar)
    case .m: FixedBase.multiplyM(by: scalar)
    case .n: FixedBase.multiplyN(by: scalar)
    }
  }
}
