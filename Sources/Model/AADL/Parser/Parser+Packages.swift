extension Parser {
  mutating func packageDeclaration() throws(ParseFailure) -> PackageDeclaration {
    let documentation = documentation
    let start = location
    try expect("package")
    let name = try packageName()
    var package = PackageDeclaration(
      name: name, documentation: documentation, location: span(from: start))
    while at("public") || at("private") {
      builder.start(.section)
      advance()
      packageSection(&package)
      builder.finish()
    }
    if take("properties") { package.properties = propertyAssociations() }
    try expect("end")
    let endName = try packageName()
    if endName.key != name.key {
      report(
        Diagnostic("the package is '\(name.text)', not '\(endName.text)'", at: endName.location))
    }
    try expect(.semicolon)
    package.location = span(from: start)
    return package
  }

  /// What stands between `public` or `private` and the next of these words.
  private mutating func packageSection(_ package: inout PackageDeclaration) {
    while !isAtEnd, !at("end"), !at("public"), !at("private"), !at("properties") {
      if at("with") {
        recovering(.with, until: .item) { (parser) throws(ParseFailure) in
          package.imports += try parser.imports()
        }
      } else if at("renames") || isBefore("renames") {
        recovering(.renames, until: .item) { (parser) throws(ParseFailure) in
          package.renames.append(try parser.renaming())
        }
      } else if at("annex") {
        recovering(.annex, until: .item) { (parser) throws(ParseFailure) in
          package.uninterpreted.append(try parser.annex())
        }
      } else {
        classifier(into: &package)
      }
    }
  }

  private mutating func classifier(into package: inout PackageDeclaration) {
    if at("feature", "group") {
      recovering(.featureGroupType, until: .classifier) { (parser) throws(ParseFailure) in
        package.featureGroups.append(try parser.featureGroupType())
      }
      return
    }
    recovering(.componentType, until: .classifier) { (parser) throws(ParseFailure) in
      let documentation = parser.documentation
      let start = parser.location
      let category = try parser.category()
      if parser.take("implementation") {
        package.implementations.append(
          try parser.componentImplementation(category, documentation, start))
      } else {
        package.types.append(try parser.componentType(category, documentation, start))
      }
    }
  }

  mutating func imports() throws(ParseFailure) -> [Name] {
    try expect("with")
    var names = [try packageName()]
    while take(.comma) { names.append(try packageName()) }
    try expect(.semicolon)
    return names
  }

  /// `alias renames package P;`, `alias renames system P::T;`, `renames P::all;`
  private mutating func renaming() throws(ParseFailure) -> PackageDeclaration.Renaming {
    let start = location
    let alias = at("renames") ? nil : try name()
    try expect("renames")
    let target: PackageDeclaration.Renaming.Target
    if take("package") {
      target = .package(try packageName().text)
    } else if take("feature") {
      try expect("group")
      target = .classifier(try classifierReference())
    } else if takeCategory() != nil {
      target = .classifier(try classifierReference())
    } else {
      target = .allOf(try packageName(endingWithAll: true).text)
    }
    try expect(.semicolon)
    return PackageDeclaration.Renaming(alias: alias, target: target, location: span(from: start))
  }

  /// Names joined by `::`.
  mutating func packageName(endingWithAll: Bool = false) throws(ParseFailure) -> Name {
    let start = location
    var text = try name().text
    while take(.doubleColon) {
      if endingWithAll, take("all") { return Name(text: text, location: span(from: start)) }
      text += "::" + (try name().text)
    }
    if endingWithAll { throw unexpected("'::all'") }
    return Name(text: text, location: span(from: start))
  }

  mutating func category() throws(ParseFailure) -> ComponentCategory {
    guard let category = takeCategory() else {
      throw unexpected("a component category, such as 'process'")
    }
    return category
  }

  /// The category that stands next, of one word or two.
  mutating func takeCategory() -> ComponentCategory? {
    let isPair =
      at("thread", "group") || at("subprogram", "group") || at("virtual", "bus")
      || at("virtual", "processor")
    guard token.kind == .identifier else { return nil }
    let first = currentText.lowercased()
    if isPair {
      advance()
      let category = ComponentCategory(rawValue: first + " " + currentText.lowercased())
      advance()
      return category
    }
    guard let category = ComponentCategory(rawValue: first) else { return nil }
    advance()
    return category
  }

  /// `annex NAME {** … **} [in modes (…)];`
  mutating func annex() throws(ParseFailure) -> UninterpretedDeclaration {
    let start = location
    try expect("annex")
    let name = try name()
    if !take("none") {
      guard token.kind == .annexText else { throw unexpected("'{** … **}'") }
      advance()
    }
    _ = try inModes()
    try expect(.semicolon)
    return UninterpretedDeclaration(
      kind: "annex \(name.text)", name: name, location: span(from: start))
  }

  mutating func classifierReference() throws(ParseFailure) -> ClassifierReference {
    try node(.classifierReference) { (parser) throws(ParseFailure) in
      let start = parser.location
      var names = [try parser.name()]
      while parser.take(.doubleColon) { names.append(try parser.name()) }
      let type = names.removeLast()
      let implementation = parser.take(.dot) ? try parser.name() : nil
      if parser.at(.leftParenthesis) { try parser.prototypeBindings() }
      return ClassifierReference(
        package: names.isEmpty ? nil : names.map(\.text).joined(separator: "::"), type: type,
        implementation: implementation, location: parser.span(from: start))
    }
  }
}
