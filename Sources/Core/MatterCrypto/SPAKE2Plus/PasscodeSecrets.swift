/// What the commissioner knows of a passcode: the scalars w0 and w1.
public struct PasscodeSecrets: ~Copyable, Sendable {
  package private(set) var w0: Scalar
  package private(set) var w1: Scalar

  package init(w0: Scalar, w1: Scalar) {
    self.w0 = w0
    self.w1 = w1
  }

  /// From the 80 bytes w0s ‖ w1s that PBKDF2 gives, each half modulo n.
  package init(wide: borrowing [80 of UInt8]) {
    let halves = wide.span
    w0 = Scalar(reducing: halves.extracting(0..<40))
    w1 = Scalar(reducing: halves.extracting(40..<80))
  }

  /// What a device needs to check the passcode without knowing it: w0 and L = w1·P.
  public borrowing func verifier() -> PasscodeVerifier {
    PasscodeVerifier(w0: w0, l: FixedBase.multiplyGenerator(by: w1).normalized())
  }

  /// Overwrites both scalars. The value is then of no use.
  public mutating func wipe() {
    w0.wipe()
    w1.wipe()
  }
}
