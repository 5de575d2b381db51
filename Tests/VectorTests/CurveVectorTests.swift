import MatterCrypto
import Testing

/// P-256 against NIST's CAVS files (FIPS 186-4, SP 800-56A).
struct CurveVectorTests {
  /// The point with these coordinates, if they are those of one.
  private static func point(_ vector: VectorCase, _ x: String, _ y: String) throws -> AffinePoint? {
    let encoding = [4] + (try vector.number(x, width: 32)) + (try vector.number(y, width: 32))
    // A coordinate that is out of range may be longer.
    guard encoding.count == 65 else { return nil }
    return try? AffinePoint(decoding: encoding.span)
  }

  private static func scalar(_ vector: VectorCase, _ name: String) throws -> Scalar {
    let bytes = try vector.number(name, width: 40)
    return Scalar(reducing: bytes.span)
  }

  private static func encoded(_ point: ProjectivePoint) -> [UInt8] {
    Array(copying: point.normalized().encoded())
  }

  @Test(arguments: ["FIPS_186-2", "FIPS_186-3"])
  func onlyValidPointsAreDecoded(_ edition: String) throws {
    let cases = try VectorFile.cases("asymmetric/ECDSA/\(edition)/PKV.rsp", result: "Result")
      .filter { $0.headings == ["P-256"] }
    for vector in cases {
      let isValid = try Self.point(vector, "Qx", "Qy") != nil
      #expect(isValid == (try vector.text("Result").hasPrefix("P")), "\(vector)")
    }
    #expect(cases.count == 12)
  }

  @Test(arguments: ["FIPS_186-2", "FIPS_186-3"])
  func everyPrivateKeyHasItsPublicKey(_ edition: String) throws {
    let cases = try VectorFile.cases("asymmetric/ECDSA/\(edition)/KeyPair.rsp", result: "Qy")
      .filter { $0.headings.first == "P-256" }
    for vector in cases {
      let expected = try #require(try Self.point(vector, "Qx", "Qy"))
      let d = try Self.scalar(vector, "d")
      #expect(
        Self.encoded(FixedBase.multiplyGenerator(by: d)) == Array(copying: expected.encoded()),
        "\(vector)")
    }
    #expect(cases.count == 10)
  }

  /// Each case is right, or wrong in one value, which the file names: a public key that is none,
  /// one that does not belong to the private key, or another shared secret.
  @Test(arguments: ["init", "resp"])
  func theSharedSecretIsRightExactlyInTheRightCases(_ role: String) throws {
    let file = "asymmetric/ECDH/KASValidityTest_ECCStaticUnified_NOKC_ZZOnly_\(role).fax"
    let cases = try VectorFile.cases(file, result: "Result")
      .filter { $0.headings.last == "EC - SHA256" }
    for vector in cases {
      let isRight = try Self.isRight(vector)
      #expect(isRight == (try vector.text("Result").hasPrefix("P")), "\(vector)")
    }
    #expect(cases.count == 30)
  }

  private static func isRight(_ vector: VectorCase) throws -> Bool {
    guard let peer = try point(vector, "QsCAVSx", "QsCAVSy") else { return false }
    guard let own = try point(vector, "QsIUTx", "QsIUTy") else { return false }
    let d = try scalar(vector, "dsIUT")
    guard encoded(FixedBase.multiplyGenerator(by: d)) == Array(copying: own.encoded()) else {
      return false
    }
    let shared = encoded(VariableBase(ProjectivePoint(peer)).multiplied(by: d))
    return Array(shared[1...32]) == (try vector.number("Z", width: 32))
  }
}
