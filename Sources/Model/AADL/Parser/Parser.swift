/// Reads one text of the supported subset of AADL (SAE AS5506C).
///
/// The declarative core of the language is read whole: packages, imports and renamings; types and
/// implementations of all component categories; features of every kind, feature groups,
/// prototypes, arrays; subcomponents, connections, call sequences; flow specifications, flow
/// implementations and end-to-end flows; modes and their transitions; property associations with
/// every form of value, and property sets. Annexes are kept as text and named in a warning. What
/// the grammar does not know is an error at its place. What is read but not interpreted is
/// refused by name where an instance would need it (`Instantiation`).
///
/// After an error the parser goes on behind the next semicolon or at the next section, so that
/// one run reports several errors. It takes time linear in the text.
package struct Parser {
  /// The deepest nesting of property values.
  static let deepestNesting = 64
  /// Errors after which the rest of a text is passed over.
  static let mostErrors = 50

  let source: SourceText
  let tokens: [Token]
  var builder = SyntaxTreeBuilder()
  var diagnostics: [Diagnostic] = []
  var nesting = 0
  /// Braces that were opened and not closed.
  private var openBraces = 0
  /// The token that comes next; never trivia.
  private(set) var current = 0
  /// The last token that was taken and is no trivia.
  private var previous: Int?

  package static func parse(_ source: SourceText) -> ParsedFile {
    guard source.bytes.count <= SourceText.largest else {
      return tooLarge(source)
    }
    var parser = Parser(source)
    return parser.file()
  }

  private init(_ source: SourceText) {
    self.source = source
    tokens = Lexer.tokens(of: source.bytes)
  }

  private static func tooLarge(_ source: SourceText) -> ParsedFile {
    let message =
      "the file has \(source.bytes.count) bytes; at most \(SourceText.largest) are read"
    let start = SourceLocation(source: source, range: 0..<0)
    let tree = SyntaxTree(
      source: source, tokens: [Token(kind: .unknown, range: 0..<source.bytes.count)],
      nodes: [SyntaxTree.Node(kind: .file, children: 0..<1)], elements: [.token(0)], root: 0)
    return ParsedFile(
      tree: tree, packages: [], propertySets: [], diagnostics: [Diagnostic(message, at: start)])
  }

  private mutating func file() -> ParsedFile {
    builder.start(.file)
    takeTrivia()
    var packages: [PackageDeclaration] = []
    var propertySets: [PropertySetDeclaration] = []
    while !isAtEnd {
      recovering(.package, until: .packageStart) { (parser) throws(ParseFailure) in
        if parser.at("package") {
          packages.append(try parser.packageDeclaration())
        } else if parser.at("property") {
          propertySets.append(try parser.propertySet())
        } else {
          throw parser.unexpected("'package' or 'property set'")
        }
      }
    }
    builder.add(token: current)
    builder.finish()
    return ParsedFile(
      tree: builder.tree(of: source, tokens: tokens), packages: packages,
      propertySets: propertySets, diagnostics: diagnostics)
  }
}

/// An error that has been reported.
struct ParseFailure: Error {}

// MARK: tokens

extension Parser {
  var token: Token { tokens[current] }
  var isAtEnd: Bool { token.kind == .endOfFile }
  var location: SourceLocation { SourceLocation(source: source, range: token.range) }

  /// Where the last token that was taken ends and, from `start` on, everything before it.
  func span(from start: SourceLocation) -> SourceLocation {
    let end = previous.map { tokens[$0].range.upperBound } ?? start.range.upperBound
    return SourceLocation(
      source: source, range: start.range.lowerBound..<max(end, start.range.upperBound))
  }

  var currentText: String { source.string(token.range) }

  func at(_ keyword: StaticString) -> Bool { isKeyword(keyword, at: current) }

  func at(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }

  /// Whether the next two tokens are these words.
  func at(_ first: StaticString, _ second: StaticString) -> Bool {
    at(first) && isKeyword(second, at: index(after: current))
  }

  /// Whether the token after the current one is this word.
  func isBefore(_ keyword: StaticString) -> Bool { isKeyword(keyword, at: index(after: current)) }

  func isBefore(_ symbol: Symbol) -> Bool { nextKind == .symbol(symbol) }

  /// The kind of the token after the current one.
  var nextKind: Token.Kind { tokens[index(after: current)].kind }

  private func index(after index: Int) -> Int {
    var next = min(index + 1, tokens.count - 1)
    while tokens[next].isTrivia { next += 1 }
    return next
  }

  private func isKeyword(_ keyword: StaticString, at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .identifier else { return false }
    guard token.range.count == keyword.utf8CodeUnitCount else { return false }
    return source.string(token.range).lowercased() == "\(keyword)"
  }

  mutating func advance() {
    guard !isAtEnd else { return }
    if at(.leftBrace) { openBraces += 1 }
    if at(.rightBrace) { openBraces -= 1 }
    previous = current
    builder.add(token: current)
    current += 1
    takeTrivia()
  }

  mutating func takeTrivia() {
    while tokens[current].isTrivia {
      builder.add(token: current)
      current += 1
    }
  }

  mutating func take(_ keyword: StaticString) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ keyword: StaticString) throws(ParseFailure) {
    guard take(keyword) else { throw unexpected("'\(keyword)'") }
  }

  mutating func expect(_ symbol: Symbol) throws(ParseFailure) {
    guard take(symbol) else { throw unexpected("'\(symbol.rawValue)'") }
  }

  mutating func name() throws(ParseFailure) -> Name {
    guard token.kind == .identifier else { throw unexpected("a name") }
    guard !ReservedWords.all.contains(currentText.lowercased()) else {
      throw unexpected("a name, and not a reserved word,")
    }
    return anyWord()
  }

  /// The identifier that comes next, reserved or not.
  mutating func anyWord() -> Name {
    let name = Name(text: currentText, location: location)
    advance()
    return name
  }

  /// The comments right before the current token, without their dashes: what documents it.
  var documentation: [String] {
    var lines: [String] = []
    var index = current - 1
    while index >= 0, tokens[index].isTrivia {
      let text = source.string(tokens[index].range)
      if tokens[index].kind == .comment {
        lines.append(Self.comment(text))
      } else if text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) > 1 {
        return lines.reversed()
      }
      index -= 1
    }
    // The last one found stands on the line of the token before it, and speaks of that.
    if index >= 0, index + 2 < current, !lines.isEmpty,
      !source.string(tokens[index + 1].range).contains("\n")
    {
      lines.removeLast()
    }
    return lines.reversed()
  }

  private static func comment(_ text: String) -> String {
    let trimmed = text.hasSuffix("\r") ? text.dropLast() : text[...]
    let content = trimmed.dropFirst(2)
    return String(content.hasPrefix(" ") ? content.dropFirst() : content)
  }
}

// MARK: errors

extension Parser {
  /// Reports that something else was expected here.
  mutating func unexpected(_ expected: String) -> ParseFailure {
    let found: String
    switch token.kind {
    case .endOfFile: found = "the file ends"
    case .unterminated where currentText.hasPrefix("{"): found = "this annex does not end"
    case .unterminated: found = "this string does not end"
    case .unknown: found = "this character has no meaning"
    case .annexText: found = "an annex stands"
    case .whitespace, .comment, .identifier, .integer, .real, .string, .symbol:
      found = "'\(String(currentText.prefix(40)))' stands"
    }
    return failure("expected \(expected) where \(found)", at: location)
  }

  mutating func failure(_ message: String, at location: SourceLocation) -> ParseFailure {
    report(Diagnostic(message, at: location))
    return ParseFailure()
  }

  mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count <= Self.mostErrors else { return }
    guard diagnostics.count < Self.mostErrors else {
      let message = "more than \(Self.mostErrors) errors: the rest of the file is not read"
      diagnostics.append(Diagnostic(message, at: diagnostic.location))
      return
    }
    diagnostics.append(diagnostic)
  }

  /// What ends the skipping after an error.
  enum Recovery {
    /// Behind the next semicolon outside of braces, or before a section or `end`.
    case item
    /// Behind the next `end … ;`.
    case classifier
    /// Before the next package or property set.
    case packageStart
  }

  /// Reads with `body` what makes one node; after an error, goes on where `recovery` says. At
  /// least one token is taken, so that every loop of items ends.
  mutating func recovering(
    _ kind: SyntaxKind, until recovery: Recovery,
    _ body: (inout Parser) throws(ParseFailure) -> Void
  ) {
    let start = current
    let braces = openBraces
    builder.start(kind)
    let depth = builder.depth
    do throws(ParseFailure) {
      try body(&self)
    } catch {
      while builder.depth > depth { builder.finish() }
      nesting = 0
      builder.start(.error)
      skip(until: recovery, from: start, braces: braces)
      openBraces = braces
      builder.finish()
    }
    builder.finish()
  }

  private mutating func skip(until recovery: Recovery, from start: Int, braces: Int) {
    if diagnostics.count > Self.mostErrors {
      while !isAtEnd { advance() }
    }
    switch recovery {
    case .item:
      while !isAtEnd, !isAtSectionStart, !at("end") {
        let isLast = at(.semicolon) && openBraces <= braces
        advance()
        if isLast { return }
      }
    case .classifier:
      while !isAtEnd, !at("end") { advance() }
      while !isAtEnd, !take(.semicolon) { advance() }
    case .packageStart:
      if current == start { advance() }
      while !isAtEnd, !isAtPackageStart { advance() }
    }
    if current == start { advance() }
  }

  private var isAtPackageStart: Bool { at("package") || at("property", "set") }

  /// A node that cannot fail on its own: an error in it ends what is around it.
  mutating func node<Value>(
    _ kind: SyntaxKind, _ body: (inout Parser) throws(ParseFailure) -> Value
  ) throws(ParseFailure) -> Value {
    builder.start(kind)
    let value = try body(&self)
    builder.finish()
    return value
  }
}
