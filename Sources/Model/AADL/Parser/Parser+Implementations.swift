extension Parser {
  mutating func subcomponents() -> [SubcomponentDeclaration] {
    advance()
    return items(.subcomponent) { (parser) throws(ParseFailure) in
      let documentation = parser.documentation
      let name = try parser.name()
      try parser.expect(.colon)
      let isRefinement = parser.take("refined")
      if isRefinement { try parser.expect("to") }
      let category = try parser.category()
      let classifier =
        parser.token.kind == .identifier && !parser.at("in")
        ? try parser.classifierReference() : nil
      let isArray = try parser.arrayDimensions()
      if parser.at(.leftParenthesis) { try parser.classifierList() }
      let properties = try parser.propertyBlock()
      let modes = try parser.inModes()
      try parser.expect(.semicolon)
      return SubcomponentDeclaration(
        name: name, category: category, classifier: classifier, isRefinement: isRefinement,
        isArray: isArray, properties: properties, modes: modes, documentation: documentation,
        location: parser.span(from: name.location))
    }
  }

  /// The implementations of an array's elements.
  private mutating func classifierList() throws(ParseFailure) {
    try expect(.leftParenthesis)
    repeat { _ = try classifierReference() } while take(.comma)
    try expect(.rightParenthesis)
  }

  mutating func connections() -> [ConnectionDeclaration] {
    advance()
    return items(.connection) { (parser) throws(ParseFailure) in try parser.connection() }
  }

  private mutating func connection() throws(ParseFailure) -> ConnectionDeclaration {
    let documentation = documentation
    let start = location
    let name: Name? = nextKind == .symbol(.colon) ? try self.name() : nil
    if name != nil { try expect(.colon) }
    let isRefinement = take("refined")
    if isRefinement { try expect("to") }
    let kind = try connectionKind()
    var ends = [Path(names: [], location: location), Path(names: [], location: location)]
    var isBidirectional = false
    if !isRefinement || !(at(.leftBrace) || at("in") || at(.semicolon)) {
      ends[0] = try connectionEnd()
      isBidirectional = at(.bidirectional)
      guard take(.bidirectional) || take(.arrow) else { throw unexpected("'->' or '<->'") }
      ends[1] = try connectionEnd()
    }
    let properties = try propertyBlock()
    let modes = try inModes()
    try expect(.semicolon)
    return ConnectionDeclaration(
      name: name, kind: kind, source: ends[0], destination: ends[1],
      isBidirectional: isBidirectional, properties: properties, modes: modes,
      documentation: documentation, location: span(from: start))
  }

  private mutating func connectionKind() throws(ParseFailure) -> String {
    if take("port") { return "port" }
    if take("parameter") { return "parameter" }
    if take("feature") { return take("group") ? "feature group" : "feature" }
    guard let category = takeCategory() else {
      throw unexpected("a kind of connection, such as 'port',")
    }
    try expect("access")
    return category.rawValue + " access"
  }

  /// A feature, or a feature of a subcomponent; `processor.` and `self.` name hidden ones.
  private mutating func connectionEnd() throws(ParseFailure) -> Path {
    guard at("processor") || at("self") else { return try path() }
    let first = anyWord()
    try expect(.dot)
    let rest = try path()
    return Path(names: [first] + rest.names, location: span(from: first.location))
  }

  /// `a.b.c`, each possibly with the index of an array.
  mutating func path() throws(ParseFailure) -> Path {
    try node(.path) { (parser) throws(ParseFailure) in
      let start = parser.location
      var names: [Name] = []
      repeat {
        names.append(try parser.name())
        _ = try parser.arrayDimensions()
      } while parser.take(.dot)
      return Path(names: names, location: parser.span(from: start))
    }
  }

  /// `in modes (a, b)`; also `in modes (a -> b)` for the time of a transition.
  mutating func inModes() throws(ParseFailure) -> [Path] {
    guard at("in", "modes") else { return [] }
    advance()
    advance()
    try expect(.leftParenthesis)
    if take("none") {
      try expect(.rightParenthesis)
      return []
    }
    var modes: [Path] = []
    repeat {
      modes.append(try path())
      if take(.arrow) || take(.association) { modes.append(try path()) }
      if at("and") || at("or") { throw unexpected("',' or ')'") }
    } while take(.comma)
    try expect(.rightParenthesis)
    return modes
  }

  mutating func callSequences() -> [UninterpretedDeclaration] {
    advance()
    return items(.callSequence) { (parser) throws(ParseFailure) in
      let name = try parser.name()
      try parser.expect(.colon)
      try parser.expect(.leftBrace)
      var calls: [Name] = []
      while !parser.at(.rightBrace) { calls.append(try parser.call()) }
      parser.advance()
      _ = try parser.propertyBlock()
      _ = try parser.inModes()
      try parser.expect(.semicolon)
      return UninterpretedDeclaration(
        kind: "call sequence", name: name, members: calls,
        location: parser.span(from: name.location))
    }
  }

  /// - Returns: the name of the call.
  private mutating func call() throws(ParseFailure) -> Name {
    let name = try name()
    try expect(.colon)
    try expect("subprogram")
    if take("processor") { try expect(.dot) }
    _ = try classifierReference()
    while take(.dot) { _ = try self.name() }
    _ = try propertyBlock()
    try expect(.semicolon)
    return name
  }

  mutating func modes(
    _ modes: inout [ModeDeclaration], _ transitions: inout [ModeTransitionDeclaration]
  ) {
    if at("requires") { advance() }
    advance()
    var read: [ModeDeclaration] = []
    var moved: [ModeTransitionDeclaration] = []
    _ = items(.mode) { (parser) throws(ParseFailure) in
      let documentation = parser.documentation
      let start = parser.location
      let name: Name? = parser.nextKind == .symbol(.colon) ? try parser.name() : nil
      if name != nil { try parser.expect(.colon) }
      if parser.take("refined") { try parser.expect("to") }
      let isInitial = parser.take("initial")
      if let name, parser.take("mode") {
        _ = try parser.propertyBlock()
        try parser.expect(.semicolon)
        read.append(
          ModeDeclaration(
            name: name, isInitial: isInitial, documentation: documentation,
            location: parser.span(from: start)))
      } else {
        moved.append(try parser.transition(name, documentation, start))
      }
    }
    modes += read
    transitions += moved
  }

  private mutating func transition(
    _ name: Name?, _ documentation: [String], _ start: SourceLocation
  ) throws(ParseFailure) -> ModeTransitionDeclaration {
    let source = try self.name()
    try expect(.transitionStart)
    var triggers: [Path] = []
    repeat { triggers.append(try connectionEnd()) } while take(.comma)
    try expect(.rightBracket)
    try expect(.arrow)
    let destination = try self.name()
    _ = try propertyBlock()
    try expect(.semicolon)
    return ModeTransitionDeclaration(
      name: name, source: source, triggers: triggers, destination: destination,
      documentation: documentation, location: span(from: start))
  }
}
