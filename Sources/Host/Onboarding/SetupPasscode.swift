/// The number that a person enters to pair a device: what PASE proves knowledge of.
///
/// 1...99999998 without the eleven that anyone would try first: eight equal digits, 12345678 and
/// 87654321.
package struct SetupPasscode: Equatable, Sendable {
  package let value: UInt32

  /// Why a number is not a passcode.
  package enum Invalid: Error, Equatable, Sendable {
    /// Not in 1...99999998.
    case outOfRange
    /// Too easily guessed.
    case forbidden
  }

  package init(_ value: UInt32) throws(Invalid) {
    guard value >= 1 else { throw .outOfRange }
    guard value <= 99_999_998 else { throw .outOfRange }
    guard value % 11_111_111 != 0 else { throw .forbidden }
    guard value != 12_345_678 else { throw .forbidden }
    guard value != 87_654_321 else { throw .forbidden }
    self.value = value
  }
}
