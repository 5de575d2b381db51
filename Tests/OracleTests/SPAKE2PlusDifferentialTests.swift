import MatterBytes
import MatterCrypto
import ReferencePASE
import Testing

/// Whole runs of SPAKE2+, from the passcode to the session's keys, between us and each library.
@Suite struct SPAKE2PlusDifferentialTests {
  @Test(arguments: ReferenceLibrary.allCases)
  func ourProverAgreesWithTheLibrarysVerifier(_ library: ReferenceLibrary) throws {
    let oracles = try Oracles()
    let crypto = try ReferenceCrypto(library)
    try oracles.cases(500, seed: 301) { random, name in
      let setting = try Setting(&random)
      let verifier = try ReferenceVerifier(setting.referenceSecrets(crypto), crypto: crypto)
      let stored = try setting.verifier()
      try #require(stored == verifier.w0 + verifier.l, "\(name)")

      let x = random.bytes(32)
      let prover = SPAKE2PlusProver(
        secrets: try setting.secrets(), ephemeral: try EphemeralScalar(bytes: x))
      let pA = [UInt8](prover.share)
      let y = random.bytes(32)
      let pB = try ReferenceSPAKE2Plus.verifierShare(w0: verifier.w0, y: y, crypto: crypto)
      let theirs = try ReferenceSPAKE2Plus(
        verifying: verifier, y: y, peerShare: pA,
        identities: ReferenceIdentities(context: setting.context), crypto: crypto)
      let ours = try prover.finish(verifierShare: pB.span, context: setting.context.span)
      try requireAgreement(ours, theirs, name)
    }
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func ourVerifierAgreesWithTheLibrarysProver(_ library: ReferenceLibrary) throws {
    let oracles = try Oracles()
    let crypto = try ReferenceCrypto(library)
    try oracles.cases(500, seed: 302) { random, name in
      let setting = try Setting(&random)
      let secrets = try setting.referenceSecrets(crypto)
      let provisioned = try ReferenceVerifier(secrets, crypto: crypto)
      let stored = provisioned.w0 + provisioned.l

      let y = random.bytes(32)
      let verifier = SPAKE2PlusVerifier(
        verifier: try PasscodeVerifier(serialized: stored.span),
        ephemeral: try EphemeralScalar(bytes: y))
      let pB = [UInt8](verifier.share)
      let x = random.bytes(32)
      let pA = try ReferenceSPAKE2Plus.proverShare(w0: secrets.w0, x: x, crypto: crypto)
      let theirs = try ReferenceSPAKE2Plus(
        proving: secrets, x: x, peerShare: pB,
        identities: ReferenceIdentities(context: setting.context), crypto: crypto)
      let ours = try verifier.finish(proverShare: pA.span, context: setting.context.span)
      try requireAgreement(ours, theirs, name)
    }
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func aWrongPasscodeShowsInBothConfirmations(_ library: ReferenceLibrary) throws {
    let oracles = try Oracles()
    let crypto = try ReferenceCrypto(library)
    try oracles.cases(50, seed: 303) { random, name in
      let setting = try Setting(&random)
      let other = try Setting(&random)
      let verifier = try ReferenceVerifier(other.referenceSecrets(crypto), crypto: crypto)
      let prover = SPAKE2PlusProver(
        secrets: try setting.secrets(), ephemeral: try EphemeralScalar(bytes: random.bytes(32)))
      let pA = [UInt8](prover.share)
      let y = random.bytes(32)
      let pB = try ReferenceSPAKE2Plus.verifierShare(w0: verifier.w0, y: y, crypto: crypto)
      let theirs = try ReferenceSPAKE2Plus(
        verifying: verifier, y: y, peerShare: pA,
        identities: ReferenceIdentities(context: setting.context), crypto: crypto)
      let ours = try prover.finish(verifierShare: pB.span, context: setting.context.span)
      let isConfirmed = ours.isVerifierConfirmation(theirs.cB.span)
      try #require(!isConfirmed, "\(name)")
      try #require([UInt8](ours.proverConfirmation) != theirs.cA, "\(name)")
    }
  }

  private func requireAgreement(
    _ ours: borrowing SPAKE2PlusKeys, _ theirs: ReferenceSPAKE2Plus, _ name: String,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let keys = ours.sessionKeys()
    let isProved = ours.isProverConfirmation(theirs.cA.span)
    let isVerified = ours.isVerifierConfirmation(theirs.cB.span)
    try #require(isProved, "\(name)", sourceLocation: location)
    try #require(isVerified, "\(name)", sourceLocation: location)
    let values = [
      [UInt8](ours.proverConfirmation), [UInt8](ours.verifierConfirmation),
      [UInt8](ours.sharedKey), [UInt8](keys.initiatorToResponder),
      [UInt8](keys.responderToInitiator), [UInt8](keys.attestationChallenge),
    ]
    let expected = [
      theirs.cA, theirs.cB, theirs.ke, theirs.keys.initiatorToResponder,
      theirs.keys.responderToInitiator, theirs.keys.attestationChallenge,
    ]
    try #require(values == expected, "\(name)", sourceLocation: location)
  }
}

/// What both sides of a run know beforehand.
private struct Setting {
  let passcode: UInt32
  let salt: [UInt8]
  let iterations: UInt32
  let context: [UInt8]

  init(_ random: inout SeededGenerator) throws {
    passcode = .random(in: 1...9_999_999, using: &random)
    salt = random.bytes(Int.random(in: 16...32, using: &random))
    iterations = .random(in: 1000...1100, using: &random)
    context = random.bytes(32)
  }

  func referenceSecrets(_ crypto: ReferenceCrypto) throws -> ReferencePasscodeSecrets {
    try ReferencePasscodeSecrets(
      passcode: passcode, salt: salt, iterations: iterations, crypto: crypto)
  }

  func secrets() throws -> PasscodeSecrets {
    var derivation = PasscodeDerivation(
      passcode: try Passcode(passcode),
      parameters: try PBKDFParameters(
        iterations: iterations, salt: BoundedBytes(copying: salt.span)))
    while !derivation.advance(by: 300) {}
    return derivation.finish()
  }

  /// w0 ‖ L by our own derivation.
  func verifier() throws -> [UInt8] {
    [UInt8](try secrets().verifier().serialized())
  }
}

extension EphemeralScalar {
  /// 32 bytes modulo the order, as the libraries take a scalar.
  init(bytes: [UInt8]) throws {
    var wide = [40 of UInt8](repeating: 0)
    for index in 0..<32 { wide[8 + index] = bytes[index] }
    try self.init(reducing: wide)
  }
}
