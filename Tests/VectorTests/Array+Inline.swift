extension [UInt8] {
  /// The bytes of an inline array, as tests compare and print them.
  init<let count: Int>(copying bytes: [count of UInt8]) {
    self = bytes.indices.map { bytes[$0] }
  }
}
