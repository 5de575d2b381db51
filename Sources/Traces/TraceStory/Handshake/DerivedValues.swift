import MatterBytes
import MatterCore
import MatterCrypto
import MatterWire
import Words

/// All that one side of a handshake computes, for comparison with another implementation, line by
/// line. The symbols are those of the specification.
package struct DerivedValues: Equatable, Sendable {
  /// Symbol and value, in the order in which they are computed.
  package private(set) var lines: [FieldMember] = []
  /// What this side sends to confirm, and what it expects of the other.
  package private(set) var cA: [UInt8] = []
  package private(set) var cB: [UInt8] = []
  /// The keys of the session: what the initiator and the responder encrypt with.
  package private(set) var initiatorKey: [UInt8] = []
  package private(set) var responderKey: [UInt8] = []

  /// What the device's side was made from.
  enum Registration {
    case passcode(UInt32)
    /// w0 ‖ L, 97 bytes.
    case verifier([UInt8])
  }

  /// The commissioner's side.
  /// - Returns: nil when a value of the handshake is missing or not valid.
  init?(commissionerPasscode: UInt32, scalar: [UInt8], _ attempt: Attempt, _ setup: PBKDFSetup?) {
    guard let setup, let pB = attempt.pB,
      let secrets = Self.secrets(of: commissionerPasscode, setup)
    else { return nil }
    let share = Self.share(ofProver: commissionerPasscode, scalar, setup)
    guard let share, pB.count == AffinePoint.encodedLength,
      let verifierShare = try? AffinePoint(decoding: pB.span),
      let ephemeral = try? EphemeralScalar(reducing: inline(scalar)),
      let shared = try? SPAKE2PlusSharedPoints(
        prover: secrets, x: ephemeral, verifierShare: verifierShare)
    else { return nil }
    add("w0", Self.bytes(of: secrets.w0))
    add("w1", Self.bytes(of: secrets.w1))
    add("L", list(secrets.verifier().l.encoded().span))
    add("x", Self.bytes(of: ephemeral.scalar))
    finish(attempt, prover: share, verifier: pB, shared, w0: secrets.w0)
  }

  /// The device's side.
  /// - Returns: nil when a value of the handshake is missing or not valid.
  init?(device: Registration, scalar: [UInt8], _ attempt: Attempt, _ setup: PBKDFSetup?) {
    guard let pA = attempt.pA, let verifier = verifier(of: device, setup) else { return nil }
    guard pA.count == AffinePoint.encodedLength,
      let proverShare = try? AffinePoint(decoding: pA.span),
      let ephemeral = try? EphemeralScalar(reducing: inline(scalar)),
      let shared = try? SPAKE2PlusSharedPoints(
        verifier: verifier, y: ephemeral, proverShare: proverShare)
    else { return nil }
    let point =
      FixedBase.multiplyGenerator(by: ephemeral.scalar) + FixedBase.multiplyN(by: verifier.w0)
    let share = list(point.normalized().encoded().span)
    add("w0", Self.bytes(of: verifier.w0))
    add("L", list(verifier.l.encoded().span))
    add("y", Self.bytes(of: ephemeral.scalar))
    finish(attempt, prover: pA, verifier: share, shared, w0: verifier.w0)
  }

  private mutating func verifier(of device: Registration, _ setup: PBKDFSetup?) -> PasscodeVerifier?
  {
    switch device {
    case .verifier(let bytes): return try? PasscodeVerifier(serialized: bytes.span)
    case .passcode(let number):
      guard let setup, let secrets = Self.secrets(of: number, setup) else { return nil }
      add("w1", Self.bytes(of: secrets.w1))
      return secrets.verifier()
    }
  }

  private mutating func finish(
    _ attempt: Attempt, prover: [UInt8], verifier: [UInt8], _ shared: SPAKE2PlusSharedPoints,
    w0: Scalar
  ) {
    let context = Self.context(attempt)
    let z = list(shared.z.encoded().span)
    let v = list(shared.v.encoded().span)
    let digest = SPAKE2PlusTranscript(
      context: context.span, proverShare: inline(prover), verifierShare: inline(verifier),
      shared: shared, w0: w0
    ).digest()
    let schedule = SPAKE2PlusKeySchedule(
      digest: digest, proverShare: inline(prover), verifierShare: inline(verifier))
    let keys = SessionKeys(sharedKey: schedule.ke)
    cA = list(schedule.cA.span)
    cB = list(schedule.cB.span)
    initiatorKey = list(keys.initiatorToResponder.span)
    responderKey = list(keys.responderToInitiator.span)
    for (name, value) in [
      ("X", prover), ("Y", verifier), ("Z", z), ("V", v), ("Context", context),
      ("Hash(TT)", list(digest.span)), ("Ka", list(schedule.ka.span)),
      ("Ke", list(schedule.ke.span)),
      ("KcA", list(schedule.kcA.span)), ("KcB", list(schedule.kcB.span)), ("cA", cA), ("cB", cB),
      ("I2RKey", initiatorKey), ("R2IKey", responderKey),
      ("AttestationChallenge", list(keys.attestationChallenge.span)),
    ] { add(name, value) }
  }

  private mutating func add(_ name: String, _ value: [UInt8]) {
    lines.append(FieldMember(name, .bytes(value)))
  }

  private static func share(
    ofProver passcode: UInt32, _ scalar: [UInt8], _ setup: PBKDFSetup
  ) -> [UInt8]? {
    guard let secrets = secrets(of: passcode, setup) else { return nil }
    guard let ephemeral = try? EphemeralScalar(reducing: inline(scalar)) else { return nil }
    let prover = SPAKE2PlusProver(secrets: secrets, ephemeral: ephemeral)
    let share = prover.share
    return list(share.span)
  }

  private static func secrets(of passcode: UInt32, _ setup: PBKDFSetup) -> PasscodeSecrets? {
    guard let passcode = try? Passcode(passcode),
      let salt = try? BoundedBytes<32>(copying: setup.salt.span),
      let parameters = try? PBKDFParameters(iterations: setup.iterations, salt: salt)
    else { return nil }
    var derivation = PasscodeDerivation(passcode: passcode, parameters: parameters)
    while !derivation.advance(by: .max) {}
    return derivation.finish()
  }

  private static func context(_ attempt: Attempt) -> [UInt8] {
    let request = attempt.request ?? []
    let response = attempt.response ?? []
    let context = PASETranscript(request: request.span).context(response: response.span)
    return list(context.span)
  }

  private static func bytes(of scalar: Scalar) -> [UInt8] {
    var bytes = [32 of UInt8](repeating: 0)
    var span = bytes.mutableSpan
    scalar.number.write(bigEndianInto: &span)
    return list(bytes.span)
  }
}

/// How a passcode becomes secrets: what the device announces.
struct PBKDFSetup {
  let iterations: UInt32
  let salt: [UInt8]
}
