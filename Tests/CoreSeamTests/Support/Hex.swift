import MatterBytes

extension Array where Element == UInt8 {
  /// The bytes of a hexadecimal string; blanks are left out.
  init(hex: String) {
    let digits = hex.compactMap(\.hexDigitValue).map { UInt8($0) }
    self = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// The bytes in use.
  init<let capacity: Int>(_ bytes: BoundedBytes<capacity>) {
    self = (0..<bytes.count).map { bytes[$0] }
  }
}
