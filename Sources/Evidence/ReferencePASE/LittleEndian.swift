extension FixedWidthInteger {
  package var littleEndianBytes: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
  }

  /// The number that `bytes` are, least significant first.
  package init(littleEndianBytes bytes: some Sequence<UInt8>) {
    self = 0
    for (index, byte) in bytes.enumerated() {
      self |= Self(truncatingIfNeeded: byte) << (8 * index)
    }
  }
}
