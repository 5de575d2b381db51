extension Parser {
  /// The associations of a section, up to the next one.
  mutating func propertyAssociations() -> [PropertyAssociation] {
    items(.propertyAssociation) { (parser) throws(ParseFailure) in
      try parser.propertyAssociation()
    }
  }

  mutating func propertyAssociation() throws(ParseFailure) -> PropertyAssociation {
    let start = location
    let (set, name) = try propertyName()
    let isAppend = at(.appendArrow)
    guard take(.association) || take(.appendArrow) else { throw unexpected("'=>'") }
    _ = take("constant")
    var values: [PropertyAssociation.ModalValue] = []
    repeat {
      let value = try propertyExpression()
      values.append(PropertyAssociation.ModalValue(value: value, modes: try inModes()))
    } while take(.comma)
    var appliesTo: [Path] = []
    if take("applies") {
      try expect("to")
      repeat { appliesTo.append(try path()) } while take(.comma)
    }
    if at("in", "binding") {
      advance()
      advance()
      try expect(.leftParenthesis)
      repeat { _ = try classifierReference() } while take(.comma)
      try expect(.rightParenthesis)
    }
    try expect(.semicolon)
    return PropertyAssociation(
      set: set, name: name, isAppend: isAppend, values: values, appliesTo: appliesTo,
      location: span(from: start))
  }

  private mutating func propertyName() throws(ParseFailure) -> (set: Name?, name: Name) {
    let first = try name()
    guard take(.doubleColon) else { return (nil, first) }
    var (set, last) = (first, try name())
    while take(.doubleColon) {
      set = Name(text: set.text + "::" + last.text, location: span(from: set.location))
      last = try name()
    }
    return (set, last)
  }

  mutating func propertyExpression() throws(ParseFailure) -> PropertyExpression {
    nesting += 1
    guard nesting <= Self.deepestNesting else {
      throw failure("nesting deeper than \(Self.deepestNesting) levels", at: location)
    }
    builder.start(.propertyValue)
    let documentation = documentation
    let start = location
    var value = try propertyTerm()
    if take(.rangeDots) {
      let low = PropertyExpression(
        value: value, documentation: [], location: span(from: start))
      let highStart = location
      let highValue = try propertyTerm()
      let high = PropertyExpression(
        value: highValue, documentation: [], location: span(from: highStart))
      let delta = take("delta") ? try propertyExpression() : nil
      value = .range(low, high, delta: delta)
    }
    builder.finish()
    nesting -= 1
    return PropertyExpression(
      value: value, documentation: documentation, location: span(from: start))
  }

  private mutating func propertyTerm() throws(ParseFailure) -> PropertyExpression.Value {
    switch token.kind {
    case .integer, .real: return try number(negative: false)
    case .string:
      let text = currentText.dropFirst().dropLast().split(
        separator: "\"\"", omittingEmptySubsequences: false
      ).joined(separator: "\"")
      advance()
      return .string(text)
    case .symbol(.plus), .symbol(.minus): return try signed()
    case .symbol(.leftParenthesis): return .list(try list())
    case .symbol(.leftBracket): return .record(try record())
    case .identifier: return try word()
    case .whitespace, .comment, .annexText, .symbol, .unterminated, .unknown, .endOfFile:
      throw unexpected("a property value")
    }
  }

  private mutating func word() throws(ParseFailure) -> PropertyExpression.Value {
    if take("true") { return .boolean(true) }
    if take("false") { return .boolean(false) }
    if take("reference") {
      try expect(.leftParenthesis)
      let path = try path()
      try expect(.rightParenthesis)
      return .reference(path)
    }
    if take("classifier") {
      try expect(.leftParenthesis)
      if let category = takeCategory() {
        try expect(.rightParenthesis)
        return .category(category)
      }
      let reference = try classifierReference()
      try expect(.rightParenthesis)
      return .classifier(reference)
    }
    if take("compute") {
      try expect(.leftParenthesis)
      let name = try name()
      try expect(.rightParenthesis)
      return .compute(name)
    }
    // The only reserved word that enumerations have.
    if at("none") { return .name(set: nil, anyWord()) }
    let (set, name) = try propertyName()
    return .name(set: set, name)
  }

  private mutating func signed() throws(ParseFailure) -> PropertyExpression.Value {
    let isNegative = at(.minus)
    advance()
    if token.kind == .integer || token.kind == .real { return try number(negative: isNegative) }
    let start = location
    let (set, name) = try propertyName()
    let operand = PropertyExpression(
      value: .name(set: set, name), documentation: [], location: span(from: start))
    return isNegative ? .negated(operand) : operand.value
  }

  private mutating func list() throws(ParseFailure) -> [PropertyExpression] {
    try expect(.leftParenthesis)
    var elements: [PropertyExpression] = []
    if !at(.rightParenthesis) {
      repeat { elements.append(try propertyExpression()) } while take(.comma)
    }
    try expect(.rightParenthesis)
    return elements
  }

  private mutating func record() throws(ParseFailure) -> [(name: Name, value: PropertyExpression)] {
    try expect(.leftBracket)
    var fields: [(name: Name, value: PropertyExpression)] = []
    repeat {
      let name = try name()
      try expect(.association)
      fields.append((name, try propertyExpression()))
      try expect(.semicolon)
    } while !at(.rightBracket)
    advance()
    return fields
  }

  private mutating func number(negative: Bool) throws(ParseFailure) -> PropertyExpression.Value {
    let literal = try numberLiteral(negative: negative)
    guard token.kind == .identifier else { return .number(literal, unit: nil) }
    let isUnit = !ReservedWords.all.contains(currentText.lowercased())
    return .number(literal, unit: isUnit ? anyWord() : nil)
  }

  mutating func numberLiteral(negative: Bool = false) throws(ParseFailure) -> NumberLiteral {
    guard token.kind == .integer || token.kind == .real else { throw unexpected("a number") }
    guard let literal = NumberLiteral(text: currentText, isNegative: negative) else {
      throw failure("this number is not one of 64 bits", at: location)
    }
    advance()
    return literal
  }
}

extension NumberLiteral {
  /// `12`, `1_000`, `16#FF#`, `1.5`, `2.0E-3`.
  init?(text: String, isNegative: Bool) {
    let plain = text.filter { $0 != "_" }
    let parts = plain.split(separator: "#", omittingEmptySubsequences: false)
    if parts.count > 1 {
      guard parts.count == 3 else { return nil }
      guard let radix = Int(parts[0]), (2...36).contains(radix) else { return nil }
      guard let value = Int64((isNegative ? "-" : "") + parts[1], radix: radix) else { return nil }
      guard !parts[2].isEmpty else {
        self.init(digits: value)
        return
      }
      guard let exponent = Int(parts[2].dropFirst()), (0..<64).contains(exponent) else {
        return nil
      }
      var shifted = value
      for _ in 0..<exponent {
        let (product, overflow) = shifted.multipliedReportingOverflow(by: Int64(radix))
        guard !overflow else { return nil }
        shifted = product
      }
      self.init(digits: shifted)
      return
    }
    let pieces = plain.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard let shift = pieces.count == 2 ? Int(pieces[1]) : 0 else { return nil }
    guard abs(shift) < 1000 else { return nil }
    let point = pieces[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = point.count == 2 ? point[1] : ""
    guard let value = Int64((isNegative ? "-" : "") + point[0] + fraction) else { return nil }
    self.init(digits: value, exponent: shift - fraction.count, isReal: plain.contains("."))
  }
}
