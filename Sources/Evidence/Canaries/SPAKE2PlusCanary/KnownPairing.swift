import KnownAnswers
import MatterBytes
import MatterCrypto

/// A whole run of matter.js from the passcode on, as the device sees it; its w0 has a leading zero
/// byte.
enum KnownPairing {
  static func verifier() throws(CanaryFailure) -> PasscodeVerifier {
    let salt = hex("03959ebc20b8fcbda262d97f9a7a9e76e32d7a1b9c5166b6a3721e88acad8808")
    guard let passcode = try? Passcode(20_202_021) else { throw .noAnswer }
    guard
      let parameters = try? PBKDFParameters(
        iterations: 1000, salt: BoundedBytes(fitting: salt.span))
    else {
      throw .noAnswer
    }
    var derivation = PasscodeDerivation(passcode: passcode, parameters: parameters)
    while !derivation.advance(by: 100) {}
    return derivation.finish().verifier()
  }

  static func device(_ verifier: PasscodeVerifier) throws(CanaryFailure) -> SPAKE2PlusVerifier {
    SPAKE2PlusVerifier(
      verifier: verifier,
      ephemeral: try ephemeral("de583b5685529de9544b92c9c8cba696751b14d65092d13458879b3bc9814b53"))
  }

  static func keys(_ device: consuming SPAKE2PlusVerifier) throws(CanaryFailure) -> SPAKE2PlusKeys {
    let share = hex(
      """
      04cce1e192a645d54a3ac9a3a3f0b334f37c03400b826b14d873124dfb96a35815
      f80202f05c72d055b6da24942d0a6cac18caf310100ecef23248ac8fd2ced196
      """)
    let context = hex("64e59c36646d7b6cf4103b78228313325c275c5aa9b5f21da9a482661f7b5e88")
    do throws(SPAKE2PlusError) {
      return try device.finish(proverShare: share.span, context: context.span)
    } catch {
      throw .noAnswer
    }
  }
}
