import MatterBytes

extension BoundedBytes {
  /// The bytes as an array, for comparing and printing.
  var array: [UInt8] {
    (0..<count).map { self[$0] }
  }
}
