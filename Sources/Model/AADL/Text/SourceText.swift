/// One AADL text, and where its lines begin.
package final class SourceText: Sendable {
  /// The most bytes that are read of one file: many times the largest model in use.
  package static let largest = 4 << 20

  /// What diagnostics call it: the path of the file.
  package let name: String
  package let bytes: [UInt8]
  private let lineStarts: [Int]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  package convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The line of an offset, counted from 1.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The column of an offset, counted in characters from 1.
  package func column(of offset: Int) -> Int {
    string(lineStarts[line(of: offset) - 1]..<offset).unicodeScalars.count + 1
  }

  /// The whole line that holds an offset, without its end.
  package func lineText(at offset: Int) -> String {
    let line = line(of: offset)
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return string(start..<end)
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
