/// What a passcode turns into: the commissioner's secrets.
package struct ReferencePasscodeSecrets: Equatable {
  /// Scalars of 32 bytes.
  package let w0: [UInt8]
  package let w1: [UInt8]

  package init(w0: [UInt8], w1: [UInt8]) {
    self.w0 = w0
    self.w1 = w1
  }

  package init(
    passcode: UInt32, salt: [UInt8], iterations: UInt32, crypto: ReferenceCrypto
  ) throws(ReferenceError) {
    let halves = try crypto.pbkdf2SHA256(
      password: passcode.littleEndianBytes, salt: salt, iterations: iterations, count: 80)
    w0 = try crypto.reduce(Array(halves[..<40]))
    w1 = try crypto.reduce(Array(halves[40...]))
  }
}

/// What a device keeps instead of its passcode.
package struct ReferenceVerifier: Equatable {
  package let w0: [UInt8]
  /// The point w1·P.
  package let l: [UInt8]

  package init(w0: [UInt8], l: [UInt8]) {
    self.w0 = w0
    self.l = l
  }

  package init(
    _ secrets: ReferencePasscodeSecrets, crypto: ReferenceCrypto
  ) throws(ReferenceError) {
    w0 = secrets.w0
    l = try crypto.multiplyBase(secrets.w1)
  }
}

/// One side's run of SPAKE2+ as Matter uses it, with every value on the way, on one library.
package struct ReferenceSPAKE2Plus {
  package let z: [UInt8]
  package let v: [UInt8]
  /// TT.
  package let transcript: [UInt8]
  package let ka: [UInt8]
  package let ke: [UInt8]
  package let kcA: [UInt8]
  package let kcB: [UInt8]
  package let cA: [UInt8]
  package let cB: [UInt8]
  package let keys: ReferenceSessionKeys

  /// The points M and N of RFC 9383, section 4, for P-256.
  package static let m = [UInt8](
    hex: """
      04 886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f
      5ff355163e43ce224e0b0e65ff02ac8e5c7be09419c785e0ca547d55a12e2d20
      """)
  package static let n = [UInt8](
    hex: """
      04 d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49
      07d60aa6bfade45008a636337f5168c64d9bd36034808cd564490b1e656edbe7
      """)

  /// pA = x·P + w0·M.
  package static func proverShare(
    w0: [UInt8], x: [UInt8], crypto: ReferenceCrypto
  ) throws(ReferenceError) -> [UInt8] {
    try crypto.add(crypto.multiplyBase(x), crypto.multiply(w0, m))
  }

  /// pB = y·P + w0·N.
  package static func verifierShare(
    w0: [UInt8], y: [UInt8], crypto: ReferenceCrypto
  ) throws(ReferenceError) -> [UInt8] {
    try crypto.add(crypto.multiplyBase(y), crypto.multiply(w0, n))
  }

  /// The commissioner's run, once pB is known.
  package init(
    proving secrets: ReferencePasscodeSecrets, x: [UInt8], peerShare pB: [UInt8],
    identities: ReferenceIdentities, crypto: ReferenceCrypto
  ) throws(ReferenceError) {
    let pA = try Self.proverShare(w0: secrets.w0, x: x, crypto: crypto)
    let unmasked = try crypto.subtract(pB, crypto.multiply(secrets.w0, Self.n))
    try self.init(
      pA: pA, pB: pB, z: crypto.multiply(x, unmasked), v: crypto.multiply(secrets.w1, unmasked),
      w0: secrets.w0, identities: identities, crypto: crypto)
  }

  /// The device's run, once pA is known.
  package init(
    verifying verifier: ReferenceVerifier, y: [UInt8], peerShare pA: [UInt8],
    identities: ReferenceIdentities, crypto: ReferenceCrypto
  ) throws(ReferenceError) {
    let pB = try Self.verifierShare(w0: verifier.w0, y: y, crypto: crypto)
    let unmasked = try crypto.subtract(pA, crypto.multiply(verifier.w0, Self.m))
    try self.init(
      pA: pA, pB: pB, z: crypto.multiply(y, unmasked), v: crypto.multiply(y, verifier.l),
      w0: verifier.w0, identities: identities, crypto: crypto)
  }

  private init(
    pA: [UInt8], pB: [UInt8], z: [UInt8], v: [UInt8], w0: [UInt8],
    identities: ReferenceIdentities, crypto: ReferenceCrypto
  ) throws(ReferenceError) {
    let parts = [
      identities.context, identities.prover, identities.verifier, Self.m, Self.n, pA, pB, z, v, w0,
    ]
    self.z = z
    self.v = v
    transcript = parts.flatMap { part in UInt64(part.count).littleEndianBytes + part }
    let main = try crypto.sha256(transcript)
    ka = Array(main[..<16])
    ke = Array(main[16...])
    let confirmation = try crypto.hkdfSHA256(
      secret: ka, info: Array("ConfirmationKeys".utf8), count: 32)
    kcA = Array(confirmation[..<16])
    kcB = Array(confirmation[16...])
    cA = try crypto.hmacSHA256(key: kcA, pB)
    cB = try crypto.hmacSHA256(key: kcB, pA)
    keys = try ReferenceSessionKeys(ke: ke, crypto: crypto)
  }
}

/// What both sides of a run agree on beforehand. Matter leaves both names empty.
package struct ReferenceIdentities {
  package let context: [UInt8]
  package let prover: [UInt8]
  package let verifier: [UInt8]

  package init(context: [UInt8], prover: [UInt8] = [], verifier: [UInt8] = []) {
    self.context = context
    self.prover = prover
    self.verifier = verifier
  }

  /// PASE's: the hash over both PBKDF messages as they were on the wire.
  package init(
    request: [UInt8], response: [UInt8], crypto: ReferenceCrypto
  ) throws(ReferenceError) {
    self.init(
      context: try crypto.sha256(
        Array("CHIP PAKE V1 Commissioning".utf8) + request + response))
  }
}

/// The keys of a PASE session.
package struct ReferenceSessionKeys: Equatable {
  package let initiatorToResponder: [UInt8]
  package let responderToInitiator: [UInt8]
  package let attestationChallenge: [UInt8]

  package init(ke: [UInt8], crypto: ReferenceCrypto) throws(ReferenceError) {
    let keys = try crypto.hkdfSHA256(secret: ke, info: Array("SessionKeys".utf8), count: 48)
    initiatorToResponder = Array(keys[..<16])
    responderToInitiator = Array(keys[16..<32])
    attestationChallenge = Array(keys[32...])
  }
}
