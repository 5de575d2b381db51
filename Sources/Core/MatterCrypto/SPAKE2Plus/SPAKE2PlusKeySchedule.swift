/// The keys that Matter derives from the transcript of SPAKE2+.
///
/// They are those of draft-bar-cfrg-spake2plus-02, not of RFC 9383: Ka and Ke are the halves of
/// the transcript's hash, KcA and KcB have 16 bytes each.
package struct SPAKE2PlusKeySchedule: Sendable {
  /// Confirmation starts from this.
  package private(set) var ka: [16 of UInt8]
  /// The session's keys start from this.
  package private(set) var ke: [16 of UInt8]
  /// Keys the prover's confirmation.
  package private(set) var kcA: [16 of UInt8]
  /// Keys the verifier's confirmation.
  package private(set) var kcB: [16 of UInt8]
  /// The prover's confirmation: a MAC of the verifier's share.
  package private(set) var cA: [32 of UInt8]
  /// The verifier's confirmation: a MAC of the prover's share.
  package private(set) var cB: [32 of UInt8]

  package init(
    digest: [32 of UInt8], proverShare: [65 of UInt8], verifierShare: [65 of UInt8]
  ) {
    let noSalt = digest.span.extracting(0..<0)
    ka = Self.half(of: digest, from: 0)
    ke = Self.half(of: digest, from: 16)
    var confirmationKeys: [32 of UInt8] = HKDFSHA256.derive(
      secret: ka.span, salt: noSalt, info: KeyLabel.confirmationKeys.span)
    kcA = Self.half(of: confirmationKeys, from: 0)
    kcB = Self.half(of: confirmationKeys, from: 16)
    MatterCrypto.wipe(&confirmationKeys)
    cA = HMACSHA256.authenticate(verifierShare.span, key: kcA.span)
    cB = HMACSHA256.authenticate(proverShare.span, key: kcB.span)
  }

  /// Overwrites all keys.
  package mutating func wipe() {
    MatterCrypto.wipe(&ka)
    MatterCrypto.wipe(&ke)
    MatterCrypto.wipe(&kcA)
    MatterCrypto.wipe(&kcB)
    MatterCrypto.wipe(&cA)
    MatterCrypto.wipe(&cB)
  }

  private static func half(of bytes: [32 of UInt8], from start: Int) -> [16 of UInt8] {
    var half = [16 of UInt8](repeating: 0)
    for index in 0..<16 { half[index] = bytes[start &+ index] }
    return half
  }
}
