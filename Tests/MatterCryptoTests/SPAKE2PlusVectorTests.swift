import MatterBytes
import MatterCrypto
import Testing

/// One known run of SPAKE2+ from end to end.
private struct KnownRun {
  var context: [UInt8]
  var w0, w1, x, y: String
  var l, proverShare, verifierShare, z, v: String

  func scalar(_ text: String) -> Scalar { Scalar(BigNumber(hex: text)) }

  func ephemeral(_ text: String) throws -> EphemeralScalar {
    let bytes = hexBytes(text)
    var wide = [40 of UInt8](repeating: 0)
    for index in 0..<32 { wide[8 + index] = bytes[index] }
    return try EphemeralScalar(reducing: wide)
  }

  func secrets() -> PasscodeSecrets { PasscodeSecrets(w0: scalar(w0), w1: scalar(w1)) }

  func prover() throws -> SPAKE2PlusProver {
    SPAKE2PlusProver(secrets: secrets(), ephemeral: try ephemeral(x))
  }

  func verifier() throws -> SPAKE2PlusVerifier {
    SPAKE2PlusVerifier(verifier: secrets().verifier(), ephemeral: try ephemeral(y))
  }

  func proverKeys() throws -> SPAKE2PlusKeys {
    let share = hexBytes(verifierShare)
    return try prover().finish(verifierShare: share.span, context: context.span)
  }

  func verifierKeys() throws -> SPAKE2PlusKeys {
    let share = hexBytes(proverShare)
    return try verifier().finish(proverShare: share.span, context: context.span)
  }

  /// Both parties' shares and shared points, which every variant of SPAKE2+ has in common.
  func expectPoints() throws {
    let verifier = secrets().verifier()
    #expect(hexText(verifier.l.encoded().span) == l)
    #expect(hexText(try prover().share.span) == proverShare)
    #expect(hexText(try self.verifier().share.span) == verifierShare)

    let proverBytes = hexBytes(proverShare)
    let verifierBytes = hexBytes(verifierShare)
    let ofProver = try SPAKE2PlusSharedPoints(
      prover: secrets(), x: ephemeral(x),
      verifierShare: AffinePoint(decoding: verifierBytes.span))
    #expect(hexText(ofProver.z.encoded().span) == z)
    #expect(hexText(ofProver.v.encoded().span) == v)
    let ofVerifier = try SPAKE2PlusSharedPoints(
      verifier: verifier, y: ephemeral(y), proverShare: AffinePoint(decoding: proverBytes.span))
    #expect(hexText(ofVerifier.z.encoded().span) == z)
    #expect(hexText(ofVerifier.v.encoded().span) == v)
  }
}

/// SPAKE2+ as Matter uses it: vector 4 of the CHIP SDK's `SPAKE2P_RFC_test_vectors.h`, which is
/// that of draft-bar-cfrg-spake2plus-01. Its context is not a hash.
struct SPAKE2PlusMatterVectorTests {
  private let run = KnownRun(
    context: [UInt8]("SPAKE2+-P256-SHA256-HKDF draft-01".utf8),
    w0: "e6887cf9bdfb7579c69bf47928a84514b5e355ac034863f7ffaf4390e67d798c",
    w1: "24b5ae4abda868ec9336ffc3b78ee31c5755bef1759227ef5372ca139b94e512",
    x: "5b478619804f4938d361fbba3a20648725222f0a54cc4c876139efe7d9a21786",
    y: "766770dad8c8eecba936823c0aed044b8c3c4f7655e8beec44a15dcbcaf78e5e",
    l: "0495645cfb74df6e58f9748bb83a86620bab7c82e107f57d6870da8cbcb2ff9f70"
      + "63a14b6402c62f99afcb9706a4d1a143273259fe76f1c605a3639745a92154b9",
    proverShare: "04a6db23d001723fb01fcfc9d08746c3c2a0a3feff8635d29cad2853e735862342"
      + "5cf39712e928054561ba71e2dc11f300f1760e71eb177021a8f85e78689071cd",
    verifierShare: "04390d29bf185c3abf99f150ae7c13388c82b6be0c07b1b8d90d26853e84374bbd"
      + "c82becdb978ca3792f472424106a2578012752c11938fcf60a41df75ff7cf947",
    z: "040a150d9a62f514c9a1fedd782a0240a342721046cefb1111c3adb3be893ce9fc"
      + "d2ffa137922fcf8a588d0f76ba9c55c85da2af3f1c789ca17976810387fb1d7e",
    v: "04f8e247cc263a1846272f5a3b61b68aa60a5a2665d10cd22c89cd6bad05dc0e5e"
      + "650f21ff017186cc92651a4cd7e66ce88f529299f340ea80fb90a9bad094e1a6")

  @Test func theSharesAndSharedPointsAreThePublishedOnes() throws {
    try run.expectPoints()
  }

  @Test func bothPartiesDeriveThePublishedKeys() throws {
    try expectKeys(run.proverKeys())
    try expectKeys(run.verifierKeys())
  }

  private func expectKeys(_ keys: consuming SPAKE2PlusKeys) {
    let schedule = keys.schedule
    #expect(hexText(schedule.ka.span) == "5929a3ce9822c81401bf0f764f69af08")
    #expect(hexText(schedule.ke.span) == "ea3276d68334576097e04b19ee5a3a8b")
    #expect(hexText(schedule.kcA.span) == "7f84b939d600117256b0c8a6d40cf181")
    #expect(hexText(schedule.kcB.span) == "f7d7547ced93f681e8df4c258c4516fd")
    #expect(
      hexText(keys.proverConfirmation.span)
        == "71d9412779b6c45a2c615c9df3f1fd93dc0aaf63104da8ece4aa1b5a3a415fea")
    #expect(
      hexText(keys.verifierConfirmation.span)
        == "095dc0400355cc233fde7437811815b3c1524aae80fd4e6810cf531cf11d20e3")
    #expect(hexText(keys.sharedKey.span) == "ea3276d68334576097e04b19ee5a3a8b")
    let session = keys.sessionKeys()
    #expect(hexText(session.initiatorToResponder.span) == "355b28bc68f5566b771f14b8c64b001b")
    #expect(hexText(session.responderToInitiator.span) == "fa62711883076f954451532aef1578be")
    #expect(hexText(session.attestationChallenge.span) == "78f2354c6d20cbafc8f44b03955eb163")
  }
}

/// RFC 9383 appendix C has the same points but another key schedule and other identities, which
/// Matter must not produce.
struct SPAKE2PlusRFC9383ControlTests {
  private let run = KnownRun(
    context: [UInt8]("SPAKE2+-P256-SHA256-HKDF-SHA256-HMAC-SHA256 Test Vectors".utf8),
    w0: "bb8e1bbcf3c48f62c08db243652ae55d3e5586053fca77102994f23ad95491b3",
    w1: "7e945f34d78785b8a3ef44d0df5a1a97d6b3b460409a345ca7830387a74b1dba",
    x: "d1232c8e8693d02368976c174e2088851b8365d0d79a9eee709c6a05a2fad539",
    y: "717a72348a182085109c8d3917d6c43d59b224dc6a7fc4f0483232fa6516d8b3",
    l: "04eb7c9db3d9a9eb1f8adab81b5794c1f13ae3e225efbe91ea487425854c7fc00f"
      + "00bfedcbd09b2400142d40a14f2064ef31dfaa903b91d1faea7093d835966efd",
    proverShare: "04ef3bd051bf78a2234ec0df197f7828060fe9856503579bb1733009042c15c0c1"
      + "de127727f418b5966afadfdd95a6e4591d171056b333dab97a79c7193e341727",
    verifierShare: "04c0f65da0d11927bdf5d560c69e1d7d939a05b0e88291887d679fcadea75810fb"
      + "5cc1ca7494db39e82ff2f50665255d76173e09986ab46742c798a9a68437b048",
    z: "04bbfce7dd7f277819c8da21544afb7964705569bdf12fb92aa388059408d50091"
      + "a0c5f1d3127f56813b5337f9e4e67e2ca633117a4fbd559946ab474356c41839",
    v: "0458bf27c6bca011c9ce1930e8984a797a3419797b936629a5a937cf2f11c8b951"
      + "4b82b993da8a46e664f23db7c01edc87faa530db01c2ee405230b18997f16b68")

  @Test func theSharesAndSharedPointsAreThePublishedOnes() throws {
    try run.expectPoints()
  }

  @Test func theKeysAreNotThoseOfTheRFC() throws {
    let keys = try run.proverKeys()
    let mainKey = "4c59e1ccf2cfb961aa31bd9434478a1089b56cd11542f53d3576fb6c2a438a29"
    #expect(hexText(keys.schedule.ka.span) + hexText(keys.schedule.ke.span) != mainKey)
    #expect(
      hexText(keys.proverConfirmation.span)
        != "926cc713504b9b4d76c9162ded04b5493e89109f6d89462cd33adc46fda27527")
    #expect(
      hexText(keys.verifierConfirmation.span)
        != "9747bcc4f8fe9f63defee53ac9b07876d907d55047e6ff2def2e7529089d3e68")
  }
}

/// A whole run of matter.js (`PasePairingTest.ts`), whose w0 has a leading zero byte.
struct SPAKE2PlusPairingVectorTests {
  private let context = hexBytes("64e59c36646d7b6cf4103b78228313325c275c5aa9b5f21da9a482661f7b5e88")
  private let salt = hexBytes("03959ebc20b8fcbda262d97f9a7a9e76e32d7a1b9c5166b6a3721e88acad8808")
  private let proverShare = hexBytes(
    "04cce1e192a645d54a3ac9a3a3f0b334f37c03400b826b14d873124dfb96a35815"
      + "f80202f05c72d055b6da24942d0a6cac18caf310100ecef23248ac8fd2ced196")

  private func verifier() throws -> PasscodeVerifier {
    var derivation = PasscodeDerivation(
      passcode: try Passcode(20_202_021),
      parameters: try PBKDFParameters(
        iterations: 1000, salt: BoundedBytes(copying: salt.span)))
    while !derivation.advance(by: 100) {}
    return derivation.finish().verifier()
  }

  @Test func theVerifierKeepsTheLeadingZero() throws {
    #expect(
      hexText(try verifier().serialized().span)
        == "00177867f1e564cc4d9f347edfc28263ee5a50f1e21177cfb9a7dc2504437ccb"
        + "04cf26d253cae2dd44c6954d443c7badc1e8811b8484eaae2d7bf43ec2f7e31735"
        + "27877ea4a554513063036f55d2871e87e294dfdc18cd39edd6519fb4dfcde976")
  }

  @Test func theDeviceAnswersAsPublished() throws {
    let y: [40 of UInt8] = [
      0, 0, 0, 0, 0, 0, 0, 0,
      0xde, 0x58, 0x3b, 0x56, 0x85, 0x52, 0x9d, 0xe9, 0x54, 0x4b, 0x92, 0xc9, 0xc8, 0xcb, 0xa6,
      0x96, 0x75, 0x1b, 0x14, 0xd6, 0x50, 0x92, 0xd1, 0x34, 0x58, 0x87, 0x9b, 0x3b, 0xc9, 0x81,
      0x4b, 0x53,
    ]
    let device = SPAKE2PlusVerifier(
      verifier: try verifier(), ephemeral: try EphemeralScalar(reducing: y))
    #expect(
      hexText(device.share.span)
        == "0404f972c7232cde8911de7d93e37ad752b90ad095888ac83da5f3a1d5a7eb0632"
        + "88ed6d358e9092a8606dac6cd6b8fdfc0b3960df85434ed60c6b6091d23da7bb")
    let keys = try device.finish(proverShare: proverShare.span, context: context.span)
    let cA = hexBytes("05030c97e72b884cd0ebf0f2e6f91bfd377a8f37601bb7f633d468e289437cf7")
    let cB = hexBytes("d6a13c26b6c5b7c514033a0370b1830dff5116fd53de43eb2374737e9b64e4bb")
    let accepted = (keys.isProverConfirmation(cA.span), keys.isVerifierConfirmation(cB.span))
    let refused = (keys.isProverConfirmation(cB.span), keys.isVerifierConfirmation(cA.span))
    #expect(accepted == (true, true))
    #expect(refused == (false, false))
    #expect(hexText(keys.sharedKey.span) == "09609b30d7aa5d1a65550aed6ad4766b")
    let session = keys.sessionKeys()
    #expect(hexText(session.initiatorToResponder.span) == "b03f700bae9a3fd1a72a55e10d73b0a6")
    #expect(hexText(session.responderToInitiator.span) == "abbf4a36abc099a5a7e2dac8b3d138fc")
    #expect(hexText(session.attestationChallenge.span) == "750257bcfca549ba7025f11634026daa")
  }
}
