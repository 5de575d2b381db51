import KnownAnswers
import MatterBytes
import MatterCrypto

/// SPAKE2+: the points of RFC 9383 appendix C; points and keys of vector 4 in the CHIP SDK's
/// `SPAKE2P_RFC_test_vectors.h`; and, with a passcode, the run of matter.js's `PasePairingTest.ts`.
/// - Returns: 0, or the number of the first answer that is wrong.
@_expose(wasm, "run") @c(run)
public func run() -> Int32 {
  var answers = KnownAnswers()
  do {
    try expectPoints(of: .rfc9383, from: 1, &answers)
    try expectPoints(of: .matter, from: 6, &answers)
    try expectKeys(of: .matter, from: 11, &answers)
    try expectPairing(from: 17, &answers)
  } catch {
    answers.expect(100, false)
  }
  return answers.firstWrong
}

/// Answers `number` to `number` + 4: L, both shares, and the shared points as each party has them.
private func expectPoints(
  of known: KnownRun, from number: Int32, _ answers: inout KnownAnswers
) throws(CanaryFailure) {
  answers.expect(number, known.secrets.verifier().l.encoded(), is: known.l)
  answers.expect(number &+ 1, try known.prover().share, is: known.proverShare)
  answers.expect(number &+ 2, try known.verifier().share, is: known.verifierShare)
  let ofProver = try known.sharedPointsOfProver()
  answers.expect(
    number &+ 3,
    ofProver.z.encoded().span.hasSameBytes(as: hex(known.z).span)
      && ofProver.v.encoded().span.hasSameBytes(as: hex(known.v).span))
  let ofVerifier = try known.sharedPointsOfVerifier()
  answers.expect(
    number &+ 4,
    ofVerifier.z.encoded().span.hasSameBytes(as: hex(known.z).span)
      && ofVerifier.v.encoded().span.hasSameBytes(as: hex(known.v).span))
}

/// Six answers: Ka, Ke, both confirmations and two of the session's keys, the first three of the
/// prover's and the rest of the verifier's.
private func expectKeys(
  of known: KnownRun, from number: Int32, _ answers: inout KnownAnswers
) throws(CanaryFailure) {
  let ofProver = try known.proverKeys()
  answers.expect(number, ofProver.schedule.ka, is: "5929a3ce9822c81401bf0f764f69af08")
  answers.expect(number &+ 1, ofProver.schedule.ke, is: "ea3276d68334576097e04b19ee5a3a8b")
  answers.expect(
    number &+ 2, ofProver.proverConfirmation,
    is: "71d9412779b6c45a2c615c9df3f1fd93dc0aaf63104da8ece4aa1b5a3a415fea")
  let ofVerifier = try known.verifierKeys()
  answers.expect(
    number &+ 3, ofVerifier.verifierConfirmation,
    is: "095dc0400355cc233fde7437811815b3c1524aae80fd4e6810cf531cf11d20e3")
  let session = ofVerifier.sessionKeys()
  answers.expect(
    number &+ 4, session.initiatorToResponder, is: "355b28bc68f5566b771f14b8c64b001b")
  answers.expect(
    number &+ 5, session.responderToInitiator, is: "fa62711883076f954451532aef1578be")
}

/// Four answers: the verifier of the default passcode, the device's share, and its keys.
private func expectPairing(
  from number: Int32, _ answers: inout KnownAnswers
) throws(CanaryFailure) {
  let verifier = try KnownPairing.verifier()
  answers.expect(
    number, verifier.serialized(),
    is: """
      00177867f1e564cc4d9f347edfc28263ee5a50f1e21177cfb9a7dc2504437ccb
      04cf26d253cae2dd44c6954d443c7badc1e8811b8484eaae2d7bf43ec2f7e31735
      27877ea4a554513063036f55d2871e87e294dfdc18cd39edd6519fb4dfcde976
      """)
  let device = try KnownPairing.device(verifier)
  answers.expect(
    number &+ 1, device.share,
    is: """
      0404f972c7232cde8911de7d93e37ad752b90ad095888ac83da5f3a1d5a7eb0632
      88ed6d358e9092a8606dac6cd6b8fdfc0b3960df85434ed60c6b6091d23da7bb
      """)
  let keys = try KnownPairing.keys(device)
  let confirmation = hex("05030c97e72b884cd0ebf0f2e6f91bfd377a8f37601bb7f633d468e289437cf7")
  answers.expect(number &+ 2, keys.isProverConfirmation(confirmation.span))
  answers.expect(
    number &+ 3, keys.sessionKeys().attestationChallenge,
    is: "750257bcfca549ba7025f11634026daa")
}
