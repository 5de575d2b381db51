/// A Swift text as the words and signs that the compiler sees, without comments and strings.
package struct SwiftSource: Sendable {
  package let path: String
  let words: [String]

  package init(path: String, text: String) {
    self.path = path
    words = Self.words(of: text)
  }

  /// Whether these words stand one after the other somewhere.
  func contains(_ sequence: [String]) -> Bool {
    guard words.count >= sequence.count else { return false }
    return (0...(words.count - sequence.count)).contains { start in
      words[start..<(start + sequence.count)].elementsEqual(sequence)
    }
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.hasPrefix("/*") {
        rest = afterComment(rest)
      } else if character == "\"" {
        rest = afterString(rest)
      } else if character.isLetter || character == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        words.append(String(word))
        rest = rest.dropFirst(word.count)
      } else {
        if !character.isWhitespace { words.append(String(character)) }
        rest = rest.dropFirst()
      }
    }
    return words
  }

  private static func afterComment(_ text: Substring) -> Substring {
    var rest = text.dropFirst(2)
    var depth = 1
    while depth > 0, !rest.isEmpty {
      if rest.hasPrefix("/*") { depth += 1 }
      if rest.hasPrefix("*/") { depth -= 1 }
      rest = rest.dropFirst(rest.hasPrefix("/*") || rest.hasPrefix("*/") ? 2 : 1)
    }
    return rest
  }

  private static func afterString(_ text: Substring) -> Substring {
    let quote = text.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    var rest = text.dropFirst(quote.count)
    while !rest.isEmpty, !rest.hasPrefix(quote) {
      rest = rest.dropFirst(rest.first == "\\" ? 2 : 1)
    }
    return rest.dropFirst(quote.count)
  }
}
