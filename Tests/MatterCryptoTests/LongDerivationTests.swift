import MatterBytes
import MatterCrypto
import Testing

/// As many iterations as a device may ask for. The figures are those of RFC 7914 §11 and of Python's
/// hashlib; most tests elsewhere use 1,000 iterations. Without optimisation 10,000 take seconds, so
/// the longest are left to the optimised build.
struct LongDerivationTests {
  @Test func theSecretsOf50001IterationsComeOut() throws {
    try expectSecrets(
      50_001,
      "7b859b8534cfe5e0067346805f91f3987019f10a8d8baaa475116eafc81b8ba0777617e8e385a44e"
        + "b60eee98759ab2e1f625b08eacaa139dbbabb7d7e2c56c109ffe6d8e2b3e948c8477fe0d27b52f4b")
  }

  #if !DEBUG
    @Test func theSecretsOf100000IterationsComeOut() throws {
      try expectSecrets(
        100_000,
        "6fb070727d61fc5886c126b4f2cd837db53ce75deccbaf8fd6c579e4a6c873ebd862f1f08b12bc05"
          + "09a251173e9b58958a3f15de6fa394ee8e287a962e1adf69a6359e43a4442de1c106a73941970108")
    }

    @Test func eightyThousandPublishedIterationsComeOut() {
      let output = PBKDF2SHA256<64>.derive(
        password: [UInt8]("Password".utf8).span, salt: [UInt8]("NaCl".utf8).span,
        iterations: 80_000)
      #expect(
        hexText(output.span)
          == "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
          + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d")
    }
  #endif

  /// The secrets of passcode 20202021 are the halves of these 80 bytes, reduced.
  private func expectSecrets(
    _ iterations: UInt32, _ wide: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let salt = try BoundedBytes<32>(copying: [UInt8]("SPAKE2P Key Salt".utf8).span)
    var derivation = PasscodeDerivation(
      passcode: try Passcode(20_202_021),
      parameters: try PBKDFParameters(iterations: iterations, salt: salt))
    var slices = 0
    while !derivation.advance(by: 1024), slices < 1000 { slices += 1 }
    let secrets = derivation.finish()
    let expected = hexBytes(wide)
    let w0 = Scalar(reducing: expected.span.extracting(0..<40))
    let w1 = Scalar(reducing: expected.span.extracting(40..<80))
    #expect(isEqual(secrets.w0, w0), sourceLocation: sourceLocation)
    #expect(isEqual(secrets.w1, w1), sourceLocation: sourceLocation)
    #expect(slices == Int((iterations - 1) / 1024), sourceLocation: sourceLocation)
  }

  private func isEqual(_ left: Scalar, _ right: Scalar) -> Bool {
    var bytes = ([UInt8](repeating: 0, count: 32), [UInt8](repeating: 1, count: 32))
    var span = bytes.0.mutableSpan
    left.number.write(bigEndianInto: &span)
    span = bytes.1.mutableSpan
    right.number.write(bigEndianInto: &span)
    return bytes.0 == bytes.1
  }
}
