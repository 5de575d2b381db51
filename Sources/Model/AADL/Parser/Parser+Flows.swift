extension Parser {
  mutating func flowSpecifications() -> [FlowSpecification] {
    advance()
    return items(.flow) { (parser) throws(ParseFailure) in
      let name = try parser.name()
      try parser.expect(.colon)
      let isRefinement = parser.take("refined")
      if isRefinement { try parser.expect("to") }
      try parser.expect("flow")
      let kind: FlowSpecification.Kind?
      if isRefinement, parser.isBefore(.semicolon) || parser.isBefore(.leftBrace) {
        parser.advance()
        kind = nil
      } else if parser.take("source") {
        kind = .source(try parser.path())
      } else if parser.take("sink") {
        kind = .sink(try parser.path())
      } else {
        try parser.expect("path")
        let from = try parser.path()
        try parser.expect(.arrow)
        kind = .path(from, try parser.path())
      }
      let properties = try parser.propertyBlock()
      _ = try parser.inModes()
      try parser.expect(.semicolon)
      return FlowSpecification(
        name: name, kind: kind, properties: properties,
        location: parser.span(from: name.location))
    }
  }

  mutating func flowImplementations() -> [FlowImplementation] {
    advance()
    return items(.flow) { (parser) throws(ParseFailure) in
      let name = try parser.name()
      try parser.expect(.colon)
      if parser.take("refined") { try parser.expect("to") }
      let kind = try parser.flowKind()
      var segments: [Path] = []
      if !parser.at(.leftBrace), !parser.at("in"), !parser.at(.semicolon) {
        repeat { segments.append(try parser.path()) } while parser.take(.arrow)
      }
      let properties = try parser.propertyBlock()
      _ = try parser.inModes()
      try parser.expect(.semicolon)
      return FlowImplementation(
        name: name, kind: kind, segments: segments, properties: properties,
        location: parser.span(from: name.location))
    }
  }

  private mutating func flowKind() throws(ParseFailure) -> FlowImplementation.Kind {
    if take("end") {
      try expect("to")
      try expect("end")
      try expect("flow")
      return .endToEnd
    }
    try expect("flow")
    if take("source") { return .source }
    if take("sink") { return .sink }
    try expect("path")
    return .path
  }
}
