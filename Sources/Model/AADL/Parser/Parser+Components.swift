extension Parser {
  mutating func componentType(
    _ category: ComponentCategory, _ documentation: [String], _ start: SourceLocation
  ) throws(ParseFailure) -> ComponentTypeDeclaration {
    let name = try name()
    let extends = take("extends") ? try classifierReference() : nil
    var type = ComponentTypeDeclaration(
      category: category, name: name, extends: extends, documentation: documentation,
      location: name.location)
    var order = SectionOrder(Self.typeSections)
    while let section = sectionStart {
      check(section, in: &order)
      builder.start(.section)
      switch section {
      case .prototypes: type.uninterpreted += prototypes()
      case .features: type.features += features()
      case .flows: type.flows += flowSpecifications()
      case .modes, .requiresModes: modes(&type.modes, &type.transitions)
      case .properties:
        advance()
        type.properties += propertyAssociations()
      case .annex: type.uninterpreted += annexes()
      case .subcomponents, .connections, .calls, .internalFeatures, .processorFeatures:
        skipForeignSection(section, of: "type")
      }
      builder.finish()
    }
    try end(named: [name])
    type.location = span(from: start)
    return type
  }

  mutating func componentImplementation(
    _ category: ComponentCategory, _ documentation: [String], _ start: SourceLocation
  ) throws(ParseFailure) -> ComponentImplementationDeclaration {
    let typeName = try name()
    try expect(.dot)
    let name = try name()
    if at(.leftParenthesis) { try prototypeBindings() }
    let extends = take("extends") ? try classifierReference() : nil
    var implementation = ComponentImplementationDeclaration(
      category: category, type: typeName, name: name, extends: extends,
      documentation: documentation, location: typeName.location.through(name.location))
    var order = SectionOrder(Self.implementationSections)
    while let section = sectionStart {
      check(section, in: &order)
      builder.start(.section)
      switch section {
      case .prototypes: implementation.uninterpreted += prototypes()
      case .subcomponents: implementation.subcomponents += subcomponents()
      case .internalFeatures, .processorFeatures:
        implementation.uninterpreted += hiddenFeatures(section)
      case .calls: implementation.uninterpreted += callSequences()
      case .connections: implementation.connections += connections()
      case .flows: implementation.flows += flowImplementations()
      case .modes, .requiresModes: modes(&implementation.modes, &implementation.transitions)
      case .properties:
        advance()
        implementation.properties += propertyAssociations()
      case .annex: implementation.uninterpreted += annexes()
      case .features: skipForeignSection(section, of: "implementation")
      }
      builder.finish()
    }
    try end(named: [typeName, name])
    implementation.location = span(from: start)
    return implementation
  }

  mutating func featureGroupType() throws(ParseFailure) -> FeatureGroupTypeDeclaration {
    let start = location
    try expect("feature")
    try expect("group")
    let name = try name()
    let extends = take("extends") ? try classifierReference() : nil
    var group = FeatureGroupTypeDeclaration(name: name, extends: extends, location: name.location)
    if at("prototypes") { _ = prototypes() }
    if at("features") { group.features = features() }
    if take("inverse") {
      try expect("of")
      group.inverseOf = try classifierReference()
    }
    if take("properties") { group.properties = propertyAssociations() }
    _ = annexes()
    try end(named: [name])
    group.location = span(from: start)
    return group
  }

  /// `end Name;` or `end Type.Name;`
  private mutating func end(named names: [Name]) throws(ParseFailure) {
    guard at("end") else {
      throw unexpected("'end \(names.map(\.text).joined(separator: "."))', or a section,")
    }
    advance()
    let start = location
    var found = [try name()]
    while take(.dot) { found.append(try name()) }
    let expected = names.map(\.text).joined(separator: ".")
    let text = found.map(\.text).joined(separator: ".")
    if expected.lowercased() != text.lowercased() {
      report(Diagnostic("this ends '\(expected)', not '\(text)'", at: span(from: start)))
    }
    try expect(.semicolon)
  }

  /// A section that belongs to the other kind of classifier: reported, and passed over.
  private mutating func skipForeignSection(_ section: Section, of kind: String) {
    report(
      Diagnostic("a component \(kind) has no section '\(section.rawValue)'", at: location))
    advance()
    if section == .internalFeatures || section == .processorFeatures { advance() }
    while !isAtEnd, !at("end"), !isAtSectionStart { advance() }
  }

  mutating func annexes() -> [UninterpretedDeclaration] {
    var annexes: [UninterpretedDeclaration] = []
    while at("annex") {
      recovering(.annex, until: .item) { (parser) throws(ParseFailure) in
        annexes.append(try parser.annex())
      }
    }
    return annexes
  }

  /// Reads the items of a section, whose first word is still to be taken.
  mutating func items<Item>(
    _ kind: SyntaxKind, _ read: (inout Parser) throws(ParseFailure) -> Item
  ) -> [Item] {
    var items: [Item] = []
    if at("none") {
      recovering(kind, until: .item) { (parser) throws(ParseFailure) in
        parser.advance()
        try parser.expect(.semicolon)
      }
      return items
    }
    while !isAtEnd, !at("end"), !at("inverse"), !isAtSectionStart {
      recovering(kind, until: .item) { (parser) throws(ParseFailure) in
        items.append(try read(&parser))
      }
    }
    return items
  }
}
