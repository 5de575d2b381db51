extension Array<UInt8> {
  /// The bytes that `hex` spells; white space between digits is skipped.
  package init(hex: String) {
    let digits = hex.filter { !$0.isWhitespace }.map { digit in
      guard let value = digit.hexDigitValue else { preconditionFailure("a hex digit") }
      return UInt8(value)
    }
    precondition(digits.count.isMultiple(of: 2), "two digits a byte")
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// Two digits a byte.
  package var hex: String {
    map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
