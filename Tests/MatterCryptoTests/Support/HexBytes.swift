/// The bytes that `text` writes in hexadecimal. Spaces and line ends are for the reader's eyes.
func hexBytes(_ text: String) -> [UInt8] {
  let digits = text.filter { !$0.isWhitespace }.map { UInt8($0.hexDigitValue!) }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// `bytes` in hexadecimal.
func hexText(_ bytes: Span<UInt8>) -> String {
  var text = ""
  for index in bytes.indices {
    text += String(bytes[index] >> 4, radix: 16) + String(bytes[index] & 15, radix: 16)
  }
  return text
}

/// `count` bytes of a fixed pattern whose bytes are unequal to their neighbours.
func patternBytes(_ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: 7 * $0 + 3) }
}
