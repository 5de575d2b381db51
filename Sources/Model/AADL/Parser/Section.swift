/// The sections of component classifiers.
enum Section: String {
  case prototypes
  case features
  case subcomponents
  case internalFeatures = "internal features"
  case processorFeatures = "processor features"
  case calls
  case connections
  case flows
  case modes
  case requiresModes = "requires modes"
  case properties
  case annex
}

/// Which sections have been, in the order that the language gives them.
struct SectionOrder {
  let sections: [Section]
  private var last = -1
  private var lastSection: Section?

  init(_ sections: [Section]) {
    self.sections = sections
  }

  /// What is wrong with meeting this section now.
  mutating func complaint(about section: Section) -> String? {
    guard section != .annex else { return nil }
    let rank = sections.firstIndex(of: section) ?? last
    defer {
      last = max(last, rank)
      lastSection = section
    }
    guard let lastSection else { return nil }
    if rank == last { return "the section '\(section.rawValue)' stands twice" }
    return rank < last
      ? "the section '\(section.rawValue)' comes before '\(lastSection.rawValue)'" : nil
  }
}

extension Parser {
  static let typeSections: [Section] = [
    .prototypes, .features, .flows, .modes, .requiresModes, .properties,
  ]
  static let implementationSections: [Section] = [
    .prototypes, .subcomponents, .internalFeatures, .processorFeatures, .calls, .connections,
    .flows, .modes, .requiresModes, .properties,
  ]

  var isAtSectionStart: Bool { sectionStart != nil }

  /// The section whose first word stands next.
  var sectionStart: Section? {
    guard token.kind == .identifier else { return nil }
    if at("requires", "modes") { return .requiresModes }
    if at("internal", "features") { return .internalFeatures }
    if at("processor", "features") { return .processorFeatures }
    switch token.range.count {
    case 5:
      if at("flows") { return .flows }
      if at("calls") { return .calls }
      if at("modes") { return .modes }
      return at("annex") && !isBefore(.colon) ? .annex : nil
    case 8: return at("features") ? .features : nil
    case 10: return at("prototypes") ? .prototypes : at("properties") ? .properties : nil
    case 11: return at("connections") ? .connections : nil
    case 13: return at("subcomponents") ? .subcomponents : nil
    default: return nil
    }
  }

  mutating func check(_ section: Section, in order: inout SectionOrder) {
    guard let complaint = order.complaint(about: section) else { return }
    report(Diagnostic(complaint, at: location))
  }
}
