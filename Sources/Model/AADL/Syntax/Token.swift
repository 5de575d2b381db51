/// A stretch of text that the grammar takes as one.
package struct Token: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case whitespace
    case comment
    case identifier
    case integer
    case real
    case string
    /// `{** … **}`.
    case annexText
    /// Punctuation, the longest that fits.
    case symbol(Symbol)
    /// A string or annex that does not end.
    case unterminated
    /// A byte that begins nothing.
    case unknown
    case endOfFile
  }

  package let kind: Kind
  package let range: Range<Int>

  /// Whether it stands between the tokens of the grammar.
  package var isTrivia: Bool { kind == .whitespace || kind == .comment }
}

/// AADL's punctuation.
package enum Symbol: String, Sendable, CaseIterable {
  case bidirectional = "<->"
  case appendArrow = "+=>"
  case doubleColon = "::"
  case rangeDots = ".."
  case arrow = "->"
  case association = "=>"
  case transitionStart = "-["
  case colon = ":"
  case semicolon = ";"
  case comma = ","
  case dot = "."
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case plus = "+"
  case minus = "-"
  case star = "*"
}
