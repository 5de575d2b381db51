extension Array where Element == UInt8 {
  /// The bytes of an array of fixed size.
  init<let count: Int>(inline bytes: [count of UInt8]) {
    self = (0..<count).map { bytes[$0] }
  }
}
