package import AADL

/// Reads the seam out of a model: the process in the zone `Core`, and the data its ports carry.
package struct SeamReader {
  /// The seam, or `nil` with the reasons why there is none.
  package static func read(_ model: Model) -> (seam: Seam?, diagnostics: [Diagnostic]) {
    var reader = SeamReader(model)
    let seam = reader.seam()
    let failed = reader.diagnostics.contains { $0.severity == .error }
    return (failed ? nil : seam, reader.diagnostics.sorted())
  }

  private let model: Model
  private var types: DataTypeReader

  private init(_ model: Model) {
    self.model = model
    types = DataTypeReader(model)
  }

  private var diagnostics: [Diagnostic] {
    get { types.diagnostics }
    set { types.diagnostics = newValue }
  }

  private mutating func seam() -> Seam? {
    let cores = model.types.indices.filter { index in
      let value = model.property("seam::zone", of: .type(index))?.value
      guard case .name(_, let zone)? = value else { return false }
      return zone.key == "core" && model.types[index].declaration.category == .process
    }
    guard let core = cores.first else {
      let start = SourceLocation(
        source: model.files.first?.tree.source ?? SourceText(name: "aadl", text: ""), range: 0..<0)
      diagnostics.append(Diagnostic("no process has 'Seam::Zone => Core'", at: start))
      return nil
    }
    for other in cores.dropFirst() {
      let message = "a second process has 'Seam::Zone => Core'"
      diagnostics.append(Diagnostic(message, at: model.location(of: .type(other))))
    }
    let declaration = model.types[core].declaration
    let ports = model.features(ofType: core).compactMap { port($0) }
    checkNames(of: ports.map { ($0.name, $0.location) }, in: declaration.name.text)
    if ["types", "host", "core"].contains(SeamName.kebab(declaration.name.text)) {
      let message = "'\(declaration.name.text)' is the name of an interface in the WIT package"
      diagnostics.append(Diagnostic(message, at: declaration.name.location))
    }
    return Seam(
      name: declaration.name.text, documentation: declaration.documentation,
      witPackage: witPackage(of: core), fuelPerStep: fuelPerStep(of: core), ports: ports,
      definitions: types.definitions,
      location: declaration.name.location)
  }

  private mutating func witPackage(of core: Int) -> String {
    guard case .string(let text)? = model.property("seam::wit_package", of: .type(core))?.value
    else {
      let message = "the core process needs 'Seam::WIT_Package', such as \"matter:core@0.1.0\""
      diagnostics.append(Diagnostic(message, at: model.location(of: .type(core))))
      return ""
    }
    return text
  }

  /// That a core has it, the budgets are checked for.
  private func fuelPerStep(of core: Int) -> UInt64? {
    let expression = model.property("seam::fuel_per_step", of: .type(core))
    guard case .number(let literal, unit: nil)? = expression?.value else { return nil }
    return literal.scaled(by: 1).flatMap { UInt64(exactly: $0) }
  }

  private mutating func port(_ scoped: Scoped<FeatureDeclaration>) -> SeamPort? {
    let feature = scoped.declaration
    guard case .port(let kind, let direction) = feature.kind else {
      complain("a \(feature.kind.text) cannot cross the seam: it takes ports", feature)
      return nil
    }
    guard direction != .inOut else {
      complain("a port of the seam is 'in' or 'out', not both", feature)
      return nil
    }
    guard kind != .data else {
      complain("a data port cannot cross the seam: write 'event data port'", feature)
      return nil
    }
    var use: SeamTypeUse?
    if kind == .eventData {
      guard let reference = feature.classifier else {
        complain("the port '\(feature.name.text)' has no data type", feature)
        return nil
      }
      guard let type = types.type(reference, from: scoped.package) else { return nil }
      use = SeamTypeUse(
        type: type,
        isOptional: DataTypeReader.isTrue("seam::optional", feature.properties, model))
    }
    return SeamPort(
      name: feature.name.text, isInput: direction == .in, use: use,
      documentation: feature.documentation, location: feature.name.location)
  }

  private mutating func complain(_ message: String, _ feature: FeatureDeclaration) {
    diagnostics.append(Diagnostic(message, at: feature.location))
  }

  private mutating func checkNames(of names: [(String, SourceLocation)], in owner: String) {
    types.checkNames(of: names, in: owner)
  }
}
