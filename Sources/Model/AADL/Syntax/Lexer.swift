/// Cuts a text into tokens that, joined, are the text again.
package struct Lexer {
  private let bytes: [UInt8]
  private var offset = 0

  /// Every byte of the text is in exactly one token; the last is an empty `endOfFile`.
  package static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(bytes)
    var tokens: [Token] = []
    repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .endOfFile
    return tokens
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func next() -> Token {
    let start = offset
    guard let byte = peek() else { return Token(kind: .endOfFile, range: start..<start) }
    let kind = kind(startingWith: byte)
    return Token(kind: kind, range: start..<offset)
  }

  private mutating func kind(startingWith byte: UInt8) -> Token.Kind {
    if byte.isSpace { return takeAll(.whitespace) { $0.isSpace } }
    if byte.isLetter || byte == UInt8(ascii: "_") {
      return takeAll(.identifier) { $0.isIdentifierPart }
    }
    if byte.isDigit { return number() }
    if byte == UInt8(ascii: "\"") { return string() }
    if matches("--") { return takeAll(.comment) { $0 != UInt8(ascii: "\n") } }
    if matches("{**") { return annex() }
    for symbol in Symbol.allCases where matches(symbol.rawValue) {
      offset += symbol.rawValue.utf8.count
      return .symbol(symbol)
    }
    offset += 1
    while let continuation = peek(), continuation & 0xC0 == 0x80 { offset += 1 }
    return .unknown
  }

  /// `12`, `1_000`, `16#FF#`, `1.5`, `2.0E-3`; the two dots of a range are not of the number.
  private mutating func number() -> Token.Kind {
    takeDigits()
    if peek() == UInt8(ascii: "#") {
      offset += 1
      while let byte = peek(), byte.isIdentifierPart { offset += 1 }
      if peek() == UInt8(ascii: "#") { offset += 1 }
      takeExponent()
      return .integer
    }
    var kind = Token.Kind.integer
    if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
      offset += 1
      takeDigits()
      kind = .real
    }
    takeExponent()
    return kind
  }

  private mutating func takeExponent() {
    guard peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") else { return }
    let isSigned = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard peek(isSigned ? 2 : 1)?.isDigit == true else { return }
    offset += isSigned ? 2 : 1
    takeDigits()
  }

  private mutating func takeDigits() {
    while let byte = peek(), byte.isDigit || byte == UInt8(ascii: "_") { offset += 1 }
  }

  /// A string is on one line; two quotation marks within it stand for one.
  private mutating func string() -> Token.Kind {
    offset += 1
    while let byte = peek(), byte != UInt8(ascii: "\n") {
      offset += 1
      guard byte == UInt8(ascii: "\"") else { continue }
      guard peek() == UInt8(ascii: "\"") else { return .string }
      offset += 1
    }
    return .unterminated
  }

  private mutating func annex() -> Token.Kind {
    offset += 3
    while offset < bytes.count {
      if matches("**}") {
        offset += 3
        return .annexText
      }
      offset += 1
    }
    return .unterminated
  }

  private mutating func takeAll(_ kind: Token.Kind, while belongs: (UInt8) -> Bool) -> Token.Kind {
    while let byte = peek(), belongs(byte) { offset += 1 }
    return kind
  }

  private func peek(_ distance: Int = 0) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  private func matches(_ text: String) -> Bool {
    var index = offset
    for byte in text.utf8 {
      guard index < bytes.count else { return false }
      guard bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool {
    self == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(self)
  }

  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isIdentifierPart: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}
