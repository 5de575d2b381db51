import MatterBytes
import MatterCrypto
import ReferencePASE

/// The cryptography of a whole handshake: a share made, the other's taken in, both confirmations,
/// and the session's keys.
func handshakeContests(_ libraries: [ReferenceCrypto]) throws -> [Contest] {
  let handshake = try SampleHandshake(libraries[0])
  return [
    Contest(
      name: "handshake, prover, from w0 and w1",
      ours: { count in
        for _ in 0..<count { handshake.prove(handshake.givenSecrets()) }
      },
      libraries: libraries
    ) { library, count in
      for _ in 0..<count { handshake.prove(on: library, handshake.secrets) }
    },
    Contest(
      name: "handshake, prover, with PBKDF2 (1000)",
      ours: { count in
        for _ in 0..<count { handshake.prove(handshake.derivedSecrets()) }
      },
      libraries: libraries
    ) { library, count in
      for _ in 0..<count {
        handshake.prove(on: library, handshake.derivedSecrets(on: library))
      }
    },
    Contest(
      name: "handshake, verifier, from w0 and L",
      ours: { count in
        for _ in 0..<count { handshake.verify() }
      },
      libraries: libraries
    ) { library, count in
      for _ in 0..<count { handshake.verify(on: library) }
    },
  ]
}

/// The parameters of one handshake. Repeating it with the same scalars costs what new ones would:
/// all three implementations work in constant time on secrets.
private struct SampleHandshake {
  let passcode: UInt32 = 20_202_021
  let salt = Array("SPAKE2P Key Salt".utf8)
  let iterations: UInt32 = 1000
  let context = [UInt8](repeating: 0x17, count: 32)
  let x = [UInt8](hex: "5b478619804f4938d361fbba3a20648725222f0a54cc4c876139efe7d9a21786")
  let y = [UInt8](hex: "766770dad8c8eecba936823c0aed044b8c3c4f7655e8beec44a15dcbcaf78e5e")
  let secrets: ReferencePasscodeSecrets
  let verifier: ReferenceVerifier
  let pA: [UInt8]
  let pB: [UInt8]
  let cA: [UInt8]
  let cB: [UInt8]

  init(_ crypto: ReferenceCrypto) throws {
    secrets = try ReferencePasscodeSecrets(
      passcode: passcode, salt: salt, iterations: iterations, crypto: crypto)
    verifier = try ReferenceVerifier(secrets, crypto: crypto)
    pA = try ReferenceSPAKE2Plus.proverShare(w0: secrets.w0, x: x, crypto: crypto)
    pB = try ReferenceSPAKE2Plus.verifierShare(w0: secrets.w0, y: y, crypto: crypto)
    let run = try ReferenceSPAKE2Plus(
      verifying: verifier, y: y, peerShare: pA,
      identities: ReferenceIdentities(context: context), crypto: crypto)
    cA = run.cA
    cB = run.cB
  }
}

// MARK: Ours

extension SampleHandshake {
  func givenSecrets() -> PasscodeSecrets {
    PasscodeSecrets(
      w0: Scalar.canonical(UInt256(bigEndian: secrets.w0.span)).scalar,
      w1: Scalar.canonical(UInt256(bigEndian: secrets.w1.span)).scalar)
  }

  func derivedSecrets() -> PasscodeSecrets {
    must {
      var derivation = PasscodeDerivation(
        passcode: try Passcode(passcode),
        parameters: try PBKDFParameters(
          iterations: iterations, salt: BoundedBytes(fitting: salt.span)))
      while !derivation.advance(by: .max) {}
      return derivation.finish()
    }
  }

  func prove(_ secrets: consuming PasscodeSecrets) {
    do {
      let prover = SPAKE2PlusProver(secrets: secrets, ephemeral: try ephemeral(x))
      let keys = try prover.finish(verifierShare: pB.span, context: context.span)
      precondition(keys.isVerifierConfirmation(cB.span), "the confirmation is right")
      keep(keys.sessionKeys().attestationChallenge[0])
    } catch {
      preconditionFailure("the handshake succeeds: \(error)")
    }
  }

  func verify() {
    do {
      let stored = verifier.w0 + verifier.l
      let device = SPAKE2PlusVerifier(
        verifier: try PasscodeVerifier(serialized: stored.span), ephemeral: try ephemeral(y))
      let keys = try device.finish(proverShare: pA.span, context: context.span)
      precondition(keys.isProverConfirmation(cA.span), "the confirmation is right")
      keep(keys.sessionKeys().attestationChallenge[0])
    } catch {
      preconditionFailure("the handshake succeeds: \(error)")
    }
  }

  private func ephemeral(_ bytes: [UInt8]) throws -> EphemeralScalar {
    var wide = [40 of UInt8](repeating: 0)
    for index in 0..<32 { wide[8 + index] = bytes[index] }
    return try EphemeralScalar(reducing: wide)
  }
}

// MARK: A library's

extension SampleHandshake {
  func derivedSecrets(on library: ReferenceCrypto) -> ReferencePasscodeSecrets {
    must {
      try ReferencePasscodeSecrets(
        passcode: passcode, salt: salt, iterations: iterations, crypto: library)
    }
  }

  func prove(on library: ReferenceCrypto, _ secrets: ReferencePasscodeSecrets) {
    let result = must {
      try library.proverHandshake(
        secrets: secrets, x: x, context: context, peerShare: pB, peerConfirmation: cB)
    }
    keep(result.keys[0])
  }

  func verify(on library: ReferenceCrypto) {
    let result = must {
      try library.verifierHandshake(
        verifier: verifier, y: y, context: context, peerShare: pA, peerConfirmation: cA)
    }
    keep(result.keys[0])
  }
}

/// What `body` gives; what fails must not be measured.
private func must<Result: ~Copyable>(_ body: () throws -> Result) -> Result {
  do {
    return try body()
  } catch {
    preconditionFailure("what is measured succeeds: \(error)")
  }
}
