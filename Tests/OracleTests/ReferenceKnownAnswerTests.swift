import ReferencePASE
import Testing

/// The oracles themselves, against published values: an oracle that is wrong proves nothing.
@Suite struct ReferenceKnownAnswerTests {
  @Test(arguments: ReferenceLibrary.allCases)
  func theReferenceDerivesThePublishedVerifier(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    let salt = Array("SPAKE2P Key Salt".utf8)
    let secrets = try ReferencePasscodeSecrets(
      passcode: 20_202_021, salt: salt, iterations: 1000, crypto: crypto)
    let halves = try crypto.pbkdf2SHA256(
      password: [UInt8](hex: "25423401"), salt: salt, iterations: 1000, count: 80)

    #expect(
      halves.hex
        == "aba60c30416b8f4177f5e16ad514cfd9577513f02fd60506b1049d0f2c7310010e5e40bfd86b4ef6"
        + "81a88b71e9e2a853985a7def916ea30e01b8722fbf7d0e38856c12cd64c225bb24ef21417e0e44e5")
    #expect(secrets.w0.hex == "b96170aae803346884724fe9a3b287c30330c2a660375d17bb205a8cf1aecb35")
    #expect(secrets.w1.hex == "823d264225e36f4923b43ad64f8c862a30f4a129bbf9ee8074a32d6d67586a90")
    #expect(
      try ReferenceVerifier(secrets, crypto: crypto).l.hex
        == "0457f8ab79ee253ab6a8e46bb09e543ae422736de501e3db37d441fe344920d095"
        + "48e4c18240630c4ff4913c53513839b7c07fcc0627a1b8573a149fcd1fa466cf")
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func theReferenceStretchesAnotherPasscodeAsPublished(_ library: ReferenceLibrary) throws {
    let halves = try ReferenceCrypto(library).pbkdf2SHA256(
      password: [UInt8](hex: "40e20100"), salt: [UInt8](hex: "04a1d2c611f0bd367867797bfe823600"),
      iterations: 2000, count: 80)
    #expect(
      halves.hex
        == "c789339cc5ebbcf6df04a91111064c15ac5aea67699f3262cfc6e919e8a40bb342e8c68ea99a73e2"
        + "59d117d8edcb728cbf3ba98802d8454bd02de5e41cc3d700033c86209a425f55963b9f6f79efcb37")
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func bothReferenceRolesGiveThePublishedSPAKE2PlusRun(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    let vector = SPAKE2PlusVector.matter
    for run in try vector.runs(crypto) {
      #expect(run.z == vector.z)
      #expect(run.v == vector.v)
      #expect(run.transcript.count == 535)
      #expect(run.ka.hex == "5929a3ce9822c81401bf0f764f69af08")
      #expect(run.ke.hex == "ea3276d68334576097e04b19ee5a3a8b")
      #expect(run.kcA.hex == "7f84b939d600117256b0c8a6d40cf181")
      #expect(run.kcB.hex == "f7d7547ced93f681e8df4c258c4516fd")
      #expect(run.cA.hex == "71d9412779b6c45a2c615c9df3f1fd93dc0aaf63104da8ece4aa1b5a3a415fea")
      #expect(run.cB.hex == "095dc0400355cc233fde7437811815b3c1524aae80fd4e6810cf531cf11d20e3")
      #expect(run.keys.initiatorToResponder.hex == "355b28bc68f5566b771f14b8c64b001b")
      #expect(run.keys.responderToInitiator.hex == "fa62711883076f954451532aef1578be")
      #expect(run.keys.attestationChallenge.hex == "78f2354c6d20cbafc8f44b03955eb163")
    }
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func theReferenceSharesRFC9383sPointsButNotItsKeys(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    let vector = SPAKE2PlusVector.rfc9383
    for run in try vector.runs(crypto) {
      #expect(run.z == vector.z)
      #expect(run.v == vector.v)
      #expect(run.transcript.count == 570)
      #expect(
        try crypto.sha256(run.transcript).hex
          == "4c59e1ccf2cfb961aa31bd9434478a1089b56cd11542f53d3576fb6c2a438a29")
      #expect(run.cA.hex != "926cc713504b9b4d76c9162ded04b5493e89109f6d89462cd33adc46fda27527")
    }
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func theReferenceDeviceGivesThePublishedPASERun(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    let vector = PASEVector.withLeadingZeroInW0
    let secrets = try ReferencePasscodeSecrets(
      passcode: 20_202_021, salt: vector.salt, iterations: 1000, crypto: crypto)
    #expect(secrets.w0 == vector.w0)
    let verifier = try ReferenceVerifier(secrets, crypto: crypto)
    #expect(verifier.l == vector.l)
    let identities = try ReferenceIdentities(
      request: vector.request, response: vector.response, crypto: crypto)
    #expect(
      identities.context.hex
        == "64e59c36646d7b6cf4103b78228313325c275c5aa9b5f21da9a482661f7b5e88")
    #expect(
      try ReferenceSPAKE2Plus.verifierShare(w0: verifier.w0, y: vector.y, crypto: crypto)
        == vector.pB)

    let run = try ReferenceSPAKE2Plus(
      verifying: verifier, y: vector.y, peerShare: vector.pA, identities: identities,
      crypto: crypto)
    #expect(run.transcript.count == 534)
    #expect(run.cA == vector.cA)
    #expect(run.cB == vector.cB)
    #expect(run.ke.hex == "09609b30d7aa5d1a65550aed6ad4766b")
    #expect(run.keys.initiatorToResponder.hex == "b03f700bae9a3fd1a72a55e10d73b0a6")
    #expect(run.keys.responderToInitiator.hex == "abbf4a36abc099a5a7e2dac8b3d138fc")
    #expect(run.keys.attestationChallenge.hex == "750257bcfca549ba7025f11634026daa")
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func theReferenceRefusesWhatIsNoPoint(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    let good = ReferenceSPAKE2Plus.m
    #expect(try crypto.isOnCurve(good))
    var offCurve = good
    offCurve[64] ^= 1
    #expect(try !crypto.isOnCurve(offCurve))
    // The hybrid form of SEC 1: right coordinates behind another first byte.
    #expect(try !crypto.isOnCurve([0x06] + good.dropFirst()))
    #expect(try !crypto.isOnCurve(Array(good.dropLast())))
    #expect(try !crypto.isOnCurve([UInt8](repeating: 0, count: 65)))
    // x = p, which is 0 if nobody looks: (0, √b) is on the curve.
    let p = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff"
    let rootOfB = "66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4"
    let zero = String(repeating: "0", count: 64)
    #expect(try crypto.isOnCurve([UInt8](hex: "04" + zero + rootOfB)))
    #expect(try !crypto.isOnCurve([UInt8](hex: "04" + p + rootOfB)))
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func infinityIsReportedNotEncoded(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    let order = [UInt8](hex: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
    let zero = [UInt8](repeating: 0, count: 32)
    let m = ReferenceSPAKE2Plus.m
    #expect(throws: ReferenceError.infinity) { try crypto.multiplyBase(zero) }
    #expect(throws: ReferenceError.infinity) { try crypto.multiply(order, m) }
    #expect(throws: ReferenceError.infinity) { try crypto.multiplyAdd(zero, m, order, m) }
    #expect(throws: ReferenceError.infinity) { try crypto.subtract(m, m) }
    let one = [UInt8](hex: String(repeating: "0", count: 63) + "1")
    #expect(try crypto.add(m, m) == crypto.multiplyAdd(one, m, one, m))
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func theWholeHandshakeInCAgreesWithTheStepsInSwift(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    let vector = PASEVector.withLeadingZeroInW0
    let identities = try ReferenceIdentities(
      request: vector.request, response: vector.response, crypto: crypto)
    let secrets = try ReferencePasscodeSecrets(
      passcode: 20_202_021, salt: vector.salt, iterations: 1000, crypto: crypto)
    let verifier = try ReferenceVerifier(secrets, crypto: crypto)
    let x = [UInt8](hex: "5b478619804f4938d361fbba3a20648725222f0a54cc4c876139efe7d9a21786")
    let pA = try ReferenceSPAKE2Plus.proverShare(w0: secrets.w0, x: x, crypto: crypto)
    let run = try ReferenceSPAKE2Plus(
      verifying: verifier, y: vector.y, peerShare: pA, identities: identities, crypto: crypto)
    let keys =
      run.keys.initiatorToResponder + run.keys.responderToInitiator + run.keys.attestationChallenge

    let prover = try crypto.proverHandshake(
      secrets: secrets, x: x, context: identities.context, peerShare: vector.pB,
      peerConfirmation: run.cB)
    #expect(prover == ReferenceHandshake(share: pA, confirmation: run.cA, keys: keys))
    let device = try crypto.verifierHandshake(
      verifier: verifier, y: vector.y, context: identities.context, peerShare: pA,
      peerConfirmation: run.cA)
    #expect(device == ReferenceHandshake(share: vector.pB, confirmation: run.cB, keys: keys))
    #expect(throws: ReferenceError.rejected) {
      try crypto.verifierHandshake(
        verifier: verifier, y: vector.y, context: identities.context, peerShare: pA,
        peerConfirmation: run.cB)
    }
  }
}
