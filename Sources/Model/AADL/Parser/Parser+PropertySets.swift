extension Parser {
  mutating func propertySet() throws(ParseFailure) -> PropertySetDeclaration {
    let start = location
    try expect("property")
    try expect("set")
    let name = try name()
    try expect("is")
    var imports: [Name] = []
    while at("with") {
      recovering(.with, until: .item) { (parser) throws(ParseFailure) in
        imports += try parser.imports()
      }
    }
    var types: [(name: Name, type: PropertyTypeExpression)] = []
    var properties: [PropertyDefinition] = []
    var constants: [(name: Name, value: PropertyExpression)] = []
    while !isAtEnd, !at("end") {
      recovering(.propertyDefinition, until: .item) { (parser) throws(ParseFailure) in
        let name = try parser.name()
        try parser.expect(.colon)
        if parser.take("type") {
          types.append((name, try parser.propertyType()))
          try parser.expect(.semicolon)
        } else if parser.take("constant") {
          constants.append((name, try parser.constantValue()))
        } else {
          properties.append(try parser.propertyDefinition(name))
        }
      }
    }
    try expect("end")
    let endName = try self.name()
    if endName.key != name.key {
      report(
        Diagnostic(
          "the property set is '\(name.text)', not '\(endName.text)'", at: endName.location))
    }
    try expect(.semicolon)
    return PropertySetDeclaration(
      name: name, imports: imports, types: types, properties: properties, constants: constants,
      location: span(from: start))
  }

  private mutating func constantValue() throws(ParseFailure) -> PropertyExpression {
    _ = try propertyType()
    try expect(.association)
    let value = try propertyExpression()
    try expect(.semicolon)
    return value
  }

  private mutating func propertyDefinition(_ name: Name) throws(ParseFailure) -> PropertyDefinition
  {
    let isInherited = take("inherit")
    let type = try propertyType()
    var defaultValue: PropertyExpression?
    if take(.association) {
      defaultValue = try propertyExpression()
      _ = try inModes()
    }
    try expect("applies")
    try expect("to")
    try expect(.leftParenthesis)
    var depth = 1
    while depth > 0 {
      guard !isAtEnd, !at(.semicolon) else { throw unexpected("')'") }
      if at(.leftParenthesis) { depth += 1 }
      if at(.rightParenthesis) { depth -= 1 }
      advance()
    }
    try expect(.semicolon)
    return PropertyDefinition(
      name: name, type: type, isInherited: isInherited, defaultValue: defaultValue,
      location: span(from: name.location))
  }

  private mutating func propertyType() throws(ParseFailure) -> PropertyTypeExpression {
    nesting += 1
    guard nesting <= Self.deepestNesting else {
      throw failure("nesting deeper than \(Self.deepestNesting) levels", at: location)
    }
    defer { nesting -= 1 }
    if take("list") {
      try expect("of")
      return .list(try propertyType())
    }
    if take("range") {
      try expect("of")
      return .range(try propertyType())
    }
    if take("aadlboolean") { return .aadlBoolean }
    if take("aadlstring") { return .aadlString }
    if take("aadlinteger") { return .aadlInteger(units: try numberRestrictions()) }
    if take("aadlreal") { return .aadlReal(units: try numberRestrictions()) }
    if take("enumeration") { return .enumeration(try nameList()) }
    if take("units") { return .units(try unitList()) }
    if take("record") { return .record(try recordType()) }
    if take("classifier") {
      try skipParentheses()
      return .classifier
    }
    if take("reference") {
      try skipParentheses()
      return .reference
    }
    let set = try name()
    guard take(.doubleColon) else { return .named(set: nil, set) }
    return .named(set: set, try name())
  }

  /// `low .. high units …`
  private mutating func numberRestrictions() throws(ParseFailure)
    -> PropertyTypeExpression.UnitsReference?
  {
    if !at("units"), !at(.semicolon), !at(.association), !at("applies"), !at(.rightParenthesis) {
      _ = try propertyExpression()
    }
    guard take("units") else { return nil }
    if at(.leftParenthesis) { return .inline(try unitList()) }
    let first = try name()
    return take(.doubleColon) ? .named(set: first, try name()) : .named(set: nil, first)
  }

  private mutating func nameList() throws(ParseFailure) -> [Name] {
    try expect(.leftParenthesis)
    var names: [Name] = []
    repeat {
      guard token.kind == .identifier else { throw unexpected("a name") }
      names.append(anyWord())
    } while take(.comma)
    try expect(.rightParenthesis)
    return names
  }

  private mutating func unitList() throws(ParseFailure) -> [PropertyTypeExpression.Unit] {
    try expect(.leftParenthesis)
    var units: [PropertyTypeExpression.Unit] = []
    repeat {
      let name = try name()
      if take(.association) {
        let base = try self.name()
        try expect(.star)
        units.append(.init(name: name, multiple: (base, try numberLiteral())))
      } else {
        units.append(.init(name: name, multiple: nil))
      }
    } while take(.comma)
    try expect(.rightParenthesis)
    return units
  }

  private mutating func recordType() throws(ParseFailure) -> [(
    name: Name, type: PropertyTypeExpression
  )] {
    try expect(.leftParenthesis)
    var fields: [(name: Name, type: PropertyTypeExpression)] = []
    repeat {
      let name = try name()
      try expect(.colon)
      fields.append((name, try propertyType()))
      try expect(.semicolon)
    } while !at(.rightParenthesis)
    advance()
    return fields
  }

  private mutating func skipParentheses() throws(ParseFailure) {
    guard take(.leftParenthesis) else { return }
    while !at(.rightParenthesis) {
      guard !isAtEnd, !at(.semicolon) else { throw unexpected("')'") }
      advance()
    }
    advance()
  }
}
