import MatterBytes

/// Why an iteration count and a salt are no PBKDF parameters.
public enum PBKDFParametersError: Error, Equatable, Sendable {
  /// There are 1000...100000 iterations.
  case iterationsOutOfRange
  /// A salt has 16...32 bytes.
  case saltLengthOutOfRange
}

#if !hasFeature(Embedded)
  extension PBKDFParametersError: CaseIterable {}
#endif

/// How a device's passcode is turned into the secrets of SPAKE2+; public, and sent to the
/// commissioner.
public struct PBKDFParameters: Equatable, Sendable {
  /// The iterations of PBKDF2, 1000...100000.
  public let iterations: UInt32

  /// 16...32 bytes.
  public let salt: BoundedBytes<32>

  /// - Throws: `iterationsOutOfRange` or `saltLengthOutOfRange`.
  public init(iterations: UInt32, salt: BoundedBytes<32>) throws(PBKDFParametersError) {
    guard iterations >= 1000 else { throw .iterationsOutOfRange }
    guard iterations <= 100_000 else { throw .iterationsOutOfRange }
    guard salt.count >= 16 else { throw .saltLengthOutOfRange }
    self.salt = salt
    self.iterations = iterations
  }
}
