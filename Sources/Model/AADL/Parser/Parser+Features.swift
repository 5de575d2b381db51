extension Parser {
  mutating func features() -> [FeatureDeclaration] {
    advance()
    return items(.feature) { (parser) throws(ParseFailure) in try parser.feature() }
  }

  private mutating func feature() throws(ParseFailure) -> FeatureDeclaration {
    let documentation = documentation
    let name = try name()
    try expect(.colon)
    let isRefinement = take("refined")
    if isRefinement { try expect("to") }
    let kind = try featureKind()
    let isInverse = kind == .featureGroup && take("inverse")
    if isInverse { try expect("of") }
    let classifier = token.kind == .identifier && !at("in") ? try classifierReference() : nil
    let isArray = try arrayDimensions()
    let properties = try propertyBlock()
    _ = try inModes()
    try expect(.semicolon)
    return FeatureDeclaration(
      name: name, kind: kind, classifier: classifier, isInverse: isInverse,
      isRefinement: isRefinement, isArray: isArray, properties: properties,
      documentation: documentation, location: span(from: name.location))
  }

  private mutating func featureKind() throws(ParseFailure) -> FeatureKind {
    if at("provides") || at("requires") { return try access() }
    if take("prototype") { return .abstract(nil) }
    if take("feature") {
      if take("group") { return .featureGroup }
      return .abstract(nil)
    }
    guard let direction = takeDirection() else {
      throw unexpected("a kind of feature, such as 'in event data port',")
    }
    if take("parameter") { return .parameter(direction) }
    if take("prototype") { return .abstract(direction) }
    if take("feature") {
      // Directions of feature groups are those of their features.
      return take("group") ? .featureGroup : .abstract(direction)
    }
    let kind = try portKind()
    try expect("port")
    return .port(kind, direction)
  }

  mutating func takeDirection() -> Direction? {
    if take("in") { return take("out") ? .inOut : .in }
    return take("out") ? .out : nil
  }

  private mutating func portKind() throws(ParseFailure) -> PortKind {
    if take("event") { return take("data") ? .eventData : .event }
    guard take("data") else { throw unexpected("'data', 'event' or 'event data'") }
    return .data
  }

  private mutating func access() throws(ParseFailure) -> FeatureKind {
    let isProvided = at("provides")
    advance()
    let category = try category()
    try expect("access")
    return .access(isProvided: isProvided, to: category.rawValue)
  }

  /// `[3][]`: whether there are any.
  mutating func arrayDimensions() throws(ParseFailure) -> Bool {
    var isArray = false
    while take(.leftBracket) {
      isArray = true
      while !at(.rightBracket) {
        guard !isAtEnd, !at(.semicolon) else { throw unexpected("']'") }
        advance()
      }
      try expect(.rightBracket)
    }
    return isArray
  }

  /// `{ property associations }`
  mutating func propertyBlock() throws(ParseFailure) -> [PropertyAssociation] {
    guard take(.leftBrace) else { return [] }
    var properties: [PropertyAssociation] = []
    while !at(.rightBrace) {
      properties.append(try propertyAssociation())
    }
    advance()
    return properties
  }

  mutating func prototypes() -> [UninterpretedDeclaration] {
    advance()
    return items(.prototype) { (parser) throws(ParseFailure) in
      let name = try parser.name()
      try parser.expect(.colon)
      if parser.take("refined") { try parser.expect("to") }
      try parser.prototypeKind()
      _ = try parser.arrayDimensions()
      _ = try parser.propertyBlock()
      try parser.expect(.semicolon)
      return UninterpretedDeclaration(
        kind: "prototype", name: name, location: parser.span(from: name.location))
    }
  }

  private mutating func prototypeKind() throws(ParseFailure) {
    if takeDirection() != nil {
      if !take("feature") {
        _ = try portKind()
        try expect("port")
      }
    } else if take("feature") {
      _ = take("group")
    } else if at("provides") || at("requires") {
      _ = try access()
    } else {
      _ = try category()
    }
    if token.kind == .identifier { _ = try classifierReference() }
  }

  /// `(prototype => category Classifier, …)`
  mutating func prototypeBindings() throws(ParseFailure) {
    try expect(.leftParenthesis)
    nesting += 1
    guard nesting <= Self.deepestNesting else {
      throw failure("nesting deeper than \(Self.deepestNesting) levels", at: location)
    }
    repeat {
      _ = try name()
      try expect(.association)
      let isList = take(.leftParenthesis)
      repeat {
        if at("in") || at("out") || at("feature") || at("provides") || at("requires") {
          try prototypeKind()
        } else {
          _ = try category()
          _ = try classifierReference()
        }
      } while isList && take(.comma)
      if isList { try expect(.rightParenthesis) }
    } while take(.comma)
    try expect(.rightParenthesis)
    nesting -= 1
  }

  /// The features that only annexes and the platform see.
  mutating func hiddenFeatures(_ section: Section) -> [UninterpretedDeclaration] {
    advance()
    advance()
    return items(.feature) { (parser) throws(ParseFailure) in
      let name = try parser.name()
      try parser.expect(.colon)
      while !parser.isAtEnd, !parser.at(.semicolon), !parser.at("end") { parser.advance() }
      try parser.expect(.semicolon)
      return UninterpretedDeclaration(
        kind: String(section.rawValue.dropLast()), name: name,
        location: parser.span(from: name.location))
    }
  }
}
