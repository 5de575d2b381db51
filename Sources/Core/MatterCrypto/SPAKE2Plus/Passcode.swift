/// Why a number is no passcode.
public enum PasscodeError: Error, Equatable, Sendable {
  /// Passcodes are 1...99999998.
  case outOfRange
  /// All digits are equal, or run 12345678 or 87654321.
  case trivial
}

#if !hasFeature(Embedded)
  extension PasscodeError: CaseIterable {}
#endif

/// The number that a device is paired with, once: on its label, in its QR code and manual code.
public struct Passcode: Equatable, Sendable {
  /// The number, 1...99999998.
  public let value: UInt32

  /// - Throws: `outOfRange` or `trivial`.
  public init(_ value: UInt32) throws(PasscodeError) {
    guard value >= 1 else { throw .outOfRange }
    guard value <= 99_999_998 else { throw .outOfRange }
    guard !Self.isTrivial(value) else { throw .trivial }
    self.value = value
  }

  /// The number as PBKDF2's password: four bytes, the least significant first.
  var littleEndianBytes: [4 of UInt8] {
    [
      UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value &>> 8),
      UInt8(truncatingIfNeeded: value &>> 16), UInt8(truncatingIfNeeded: value &>> 24),
    ]
  }

  private static func isTrivial(_ value: UInt32) -> Bool {
    switch value {
    case 11_111_111, 22_222_222, 33_333_333, 44_444_444, 55_555_555, 66_666_666, 77_777_777,
      88_888_888, 12_345_678, 87_654_321:
      true
    default:
      false
    }
  }
}
