/// The three keys of a secure session that PASE established:
/// HKDF-SHA-256(Ke, no salt, `SessionKeys`, 48 bytes), in this order.
public struct SessionKeys: Sendable {
  /// Encrypts what the initiator, the commissioner, sends.
  public private(set) var initiatorToResponder: [16 of UInt8]

  /// Encrypts what the responder, the commissionee, sends.
  public private(set) var responderToInitiator: [16 of UInt8]

  /// Binds the device's attestation to this session.
  public private(set) var attestationChallenge: [16 of UInt8]

  package init(sharedKey: [16 of UInt8]) {
    let noSalt = sharedKey.span.extracting(0..<0)
    var keys: [48 of UInt8] = HKDFSHA256.derive(
      secret: sharedKey.span, salt: noSalt, info: KeyLabel.sessionKeys.span)
    initiatorToResponder = [16 of UInt8](repeating: 0)
    responderToInitiator = [16 of UInt8](repeating: 0)
    attestationChallenge = [16 of UInt8](repeating: 0)
    for index in 0..<16 {
      initiatorToResponder[index] = keys[index]
      responderToInitiator[index] = keys[index &+ 16]
      attestationChallenge[index] = keys[index &+ 32]
    }
    MatterCrypto.wipe(&keys)
  }

  /// Overwrites the keys. The value is then of no use.
  public mutating func wipe() {
    MatterCrypto.wipe(&initiatorToResponder)
    MatterCrypto.wipe(&responderToInitiator)
    MatterCrypto.wipe(&attestationChallenge)
  }
}
