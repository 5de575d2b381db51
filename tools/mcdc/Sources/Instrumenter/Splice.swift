/// Changes of a text at places of the original: what was noted first comes first where several
/// meet, so that brackets noted around their content close in the right order.
struct Splice {
  private struct Change {
    let start: Int
    let end: Int
    let text: String
  }

  private var changes: [Change] = []

  mutating func insert(_ text: String, at offset: Int) {
    changes.append(Change(start: offset, end: offset, text: text))
  }

  mutating func replace(_ range: Range<Int>, with text: String) {
    changes.append(Change(start: range.lowerBound, end: range.upperBound, text: text))
  }

  func apply(to source: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    let ordered = changes.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    for (_, change) in ordered {
      precondition(change.start >= offset, "changes do not overlap")
      result += source[offset..<change.start]
      result += Array(change.text.utf8)
      offset = change.end
    }
    return result + source[offset...]
  }
}
