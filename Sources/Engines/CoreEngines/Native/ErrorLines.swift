/// The last line of what a process writes to standard error.
struct ErrorLines {
  private var lastLine: [UInt8] = []
  private var current: [UInt8] = []

  /// More than this of a line is not kept.
  private static let longestLine = 400

  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        if !current.isEmpty { lastLine = current }
        current = []
      } else if current.count < Self.longestLine {
        current.append(byte)
      }
    }
  }

  /// The last line that is not empty, without control characters.
  var last: String? {
    let line = current.isEmpty ? lastLine : current
    guard !line.isEmpty else { return nil }
    return String(decoding: line.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }
}
