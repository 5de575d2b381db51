extension String {
  /// In one line, without runs of spaces, and cut when it is longer than so many characters.
  func clipped(to width: Int) -> String {
    let line = inOneLine
    guard line.count > width else { return line }
    return line.prefix(width - 1) + "…"
  }

  /// With each run of white space as one space.
  var inOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func alignedRight(in width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
