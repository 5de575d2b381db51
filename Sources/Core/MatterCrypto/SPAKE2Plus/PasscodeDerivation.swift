import MatterBytes

/// The derivation of a passcode's secrets, done a slice at a time: PBKDF2-HMAC-SHA-256 of 80 bytes
/// (RFC 8018 §5.2).
///
/// Give `advance(by:)` rounds until it answers `true`, then call `finish()`. Call `wipe()` when
/// the derivation is abandoned instead.
public struct PasscodeDerivation: ~Copyable, Sendable {
  private var derivation: PBKDF2SHA256<80>

  /// Nothing derived yet.
  public init(passcode: Passcode, parameters: PBKDFParameters) {
    var password = passcode.littleEndianBytes
    derivation = PBKDF2SHA256(
      password: password.span, salt: parameters.salt.span, iterations: parameters.iterations)
    MatterCrypto.wipe(&password)
  }

  /// Does at most `rounds` rounds; see `PBKDF2SHA256`.
  /// - Returns: whether the derivation is complete.
  public mutating func advance(by rounds: UInt32) -> Bool {
    derivation.advance(by: rounds)
  }

  /// The secrets. Only to be called when the derivation is complete.
  public consuming func finish() -> PasscodeSecrets {
    var wide = derivation.output
    let secrets = PasscodeSecrets(wide: wide)
    MatterCrypto.wipe(&wide)
    wipe()
    return secrets
  }

  /// Overwrites all that was computed. The value is then of no use.
  public mutating func wipe() {
    derivation.wipe()
  }
}
