import Onboarding

/// Which device to pair with: one at an address, or the one that a setup code belongs to.
package enum PairingTarget: Equatable, Sendable {
  case address(NetworkAddress)
  case code(SetupCode)
}

extension ValueParser<PairingTarget> {
  package static let pairingTarget = ValueParser { (text) throws(ValueProblem) in
    if SetupCode.isMeant(by: text) {
      return .code(try ValueParser<SetupCode>.setupCode.parse(text))
    }
    do throws(AddressError) {
      return .address(try NetworkAddress(parsing: text))
    } catch {
      throw ValueProblem(error.message)
    }
  }
}

extension ValueParser<SetupCode> {
  /// The text of a QR code, or a manual code.
  package static let setupCode = ValueParser { (text) throws(ValueProblem) in
    do throws(OnboardingError) {
      return try SetupCode(parsing: text)
    } catch {
      throw ValueProblem(error.message)
    }
  }
}
