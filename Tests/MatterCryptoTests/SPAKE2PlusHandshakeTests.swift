import CoreDriver
import MatterBytes
import MatterCrypto
import Testing

struct SPAKE2PlusHandshakeTests {
  private func secrets(_ random: inout SplitMix64) -> PasscodeSecrets {
    var wide = [80 of UInt8](repeating: 0)
    for (index, byte) in random.bytes(80).enumerated() { wide[index] = byte }
    return PasscodeSecrets(wide: wide)
  }

  private func copy(_ secrets: borrowing PasscodeSecrets) -> PasscodeSecrets {
    PasscodeSecrets(w0: secrets.w0, w1: secrets.w1)
  }

  private func ephemeral(_ random: inout SplitMix64) throws -> EphemeralScalar {
    var entropy = [40 of UInt8](repeating: 0)
    for (index, byte) in random.bytes(40).enumerated() { entropy[index] = byte }
    return try EphemeralScalar(reducing: entropy)
  }

  @Test func partiesThatShareThePasscodeAgree() throws {
    var random = SplitMix64(seed: 11)
    for number in 0..<(runsOptimized ? 1000 : 5) {
      let secrets = secrets(&random)
      let context = random.bytes(32)
      let verifier = SPAKE2PlusVerifier(
        verifier: secrets.verifier(), ephemeral: try ephemeral(&random))
      let prover = SPAKE2PlusProver(
        secrets: copy(secrets), ephemeral: try ephemeral(&random))
      let proverShare = prover.share
      let verifierShare = verifier.share
      let ofProver = try prover.finish(verifierShare: verifierShare.span, context: context.span)
      let ofVerifier = try verifier.finish(proverShare: proverShare.span, context: context.span)
      expect(agreement: true, ofProver, ofVerifier, run: number)
    }
  }

  @Test func anotherPasscodeDisagrees() throws {
    var random = SplitMix64(seed: 12)
    for number in 0..<(runsOptimized ? 100 : 3) {
      let context = random.bytes(32)
      let verifier = SPAKE2PlusVerifier(
        verifier: secrets(&random).verifier(), ephemeral: try ephemeral(&random))
      let prover = SPAKE2PlusProver(
        secrets: secrets(&random), ephemeral: try ephemeral(&random))
      try expectDisagreement(prover, verifier, context, context, number)
    }
  }

  /// Who stole w0 but not w1 cannot pair.
  @Test func theRightW0WithAnotherW1Disagrees() throws {
    var random = SplitMix64(seed: 13)
    let right = secrets(&random)
    let other = secrets(&random)
    let verifier = SPAKE2PlusVerifier(
      verifier: right.verifier(), ephemeral: try ephemeral(&random))
    let prover = SPAKE2PlusProver(
      secrets: PasscodeSecrets(w0: right.w0, w1: other.w1), ephemeral: try ephemeral(&random))
    try expectDisagreement(prover, verifier, [1], [1], 0)
  }

  @Test func anotherContextDisagrees() throws {
    var random = SplitMix64(seed: 14)
    let secrets = secrets(&random)
    let verifier = SPAKE2PlusVerifier(
      verifier: secrets.verifier(), ephemeral: try ephemeral(&random))
    let prover = SPAKE2PlusProver(secrets: copy(secrets), ephemeral: try ephemeral(&random))
    try expectDisagreement(prover, verifier, [1], [2], 0)
  }

  private func expectDisagreement(
    _ prover: consuming SPAKE2PlusProver, _ verifier: consuming SPAKE2PlusVerifier,
    _ proverContext: [UInt8], _ verifierContext: [UInt8], _ number: Int
  ) throws {
    let proverShare = prover.share
    let verifierShare = verifier.share
    let ofProver = try prover.finish(
      verifierShare: verifierShare.span, context: proverContext.span)
    let ofVerifier = try verifier.finish(
      proverShare: proverShare.span, context: verifierContext.span)
    expect(agreement: false, ofProver, ofVerifier, run: number)
  }

  private func expect(
    agreement: Bool, _ ofProver: borrowing SPAKE2PlusKeys, _ ofVerifier: borrowing SPAKE2PlusKeys,
    run: Int
  ) {
    let proverIsConfirmed = ofVerifier.isProverConfirmation(ofProver.proverConfirmation.span)
    let verifierIsConfirmed = ofProver.isVerifierConfirmation(ofVerifier.verifierConfirmation.span)
    let isKeyShared = ofProver.sharedKey.span.hasSameBytes(as: ofVerifier.sharedKey.span)
    #expect(proverIsConfirmed == agreement, "run \(run)")
    #expect(verifierIsConfirmed == agreement, "run \(run)")
    #expect(isKeyShared == agreement, "run \(run)")
  }

  private func proverRefusal(_ share: [UInt8]) throws -> SPAKE2PlusError? {
    var random = SplitMix64(seed: 15)
    let prover = SPAKE2PlusProver(secrets: secrets(&random), ephemeral: try ephemeral(&random))
    return refusal(prover, share)
  }

  private func refusal(_ prover: consuming SPAKE2PlusProver, _ share: [UInt8]) -> SPAKE2PlusError? {
    do throws(SPAKE2PlusError) {
      _ = try prover.finish(verifierShare: share.span, context: share.span)
      return nil
    } catch {
      return error
    }
  }

  private func verifierRefusal(_ share: [UInt8]) throws -> SPAKE2PlusError? {
    var random = SplitMix64(seed: 15)
    let verifier = SPAKE2PlusVerifier(
      verifier: secrets(&random).verifier(), ephemeral: try ephemeral(&random))
    do throws(SPAKE2PlusError) {
      _ = try verifier.finish(proverShare: share.span, context: [UInt8]().span)
      return nil
    } catch {
      return error
    }
  }

  @Test func sharesThatAreNoPointsAreRefused() throws {
    let point = hexBytes(
      "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
        + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
    var offCurve = point
    offCurve[64] ^= 1
    #expect(try proverRefusal(offCurve) == .invalidPoint)
    #expect(try verifierRefusal(offCurve) == .invalidPoint)
    #expect(try proverRefusal(point) == nil)
    #expect(try verifierRefusal(point) == nil)
  }

  /// The share w0·N leaves nothing once it is unmasked.
  @Test func sharesThatAreOnlyAMaskAreRefused() throws {
    var random = SplitMix64(seed: 15)
    let w0 = secrets(&random).w0
    let maskN = FixedBase.multiplyN(by: w0).normalized().encoded()
    let maskM = FixedBase.multiplyM(by: w0).normalized().encoded()
    #expect(try proverRefusal((0..<65).map { maskN[$0] }) == .identityResult)
    #expect(try verifierRefusal((0..<65).map { maskM[$0] }) == .identityResult)
  }
}

struct EphemeralScalarTests {
  @Test func entropyThatReducesToZeroIsRefused() {
    #expect(throws: EphemeralScalarError.zero) {
      _ = try EphemeralScalar(reducing: [40 of UInt8](repeating: 0))
    }
    // The order of the group, behind eight bytes of zeros.
    let order = hexBytes("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
    let wide = [40 of UInt8] { $0 < 8 ? 0 : order[$0 - 8] }
    #expect(throws: EphemeralScalarError.zero) { _ = try EphemeralScalar(reducing: wide) }
  }

  @Test func aWipedScalarIsZero() throws {
    var ephemeral = try EphemeralScalar(reducing: [40 of UInt8](repeating: 7))
    #expect(!ephemeral.scalar.number.isZero.revealed)
    ephemeral.wipe()
    #expect(ephemeral.scalar.number.isZero.revealed)
  }
}
