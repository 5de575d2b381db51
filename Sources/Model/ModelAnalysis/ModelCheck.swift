package import AADL
package import SeamGenerator

/// All analyses of a model, one after the other.
package struct ModelCheck {
  /// The systems of the model: its system implementations.
  package let systems: [SystemInstance]
  package let seam: Seam?
  package let diagnostics: [Diagnostic]

  /// Whether the model itself is wrong, or else the core does not follow it.
  package var hasErrors: Bool { hasErrorsOfTheModel || !incomplete.isEmpty }
  package let hasErrorsOfTheModel: Bool
  private let incomplete: [Diagnostic]

  /// - Parameter sources: the Swift files of the core, for the completeness of the seam.
  package init(_ model: Model, core sources: [SwiftSource]) {
    var found = model.diagnostics
    guard !model.hasErrors else {
      (systems, seam, diagnostics, incomplete) = ([], nil, found, [])
      hasErrorsOfTheModel = true
      return
    }
    found += NamingRules().diagnostics(of: model)
    found += ModeReachability().diagnostics(of: model)
    systems = model.implementations.indices.filter {
      model.implementations[$0].declaration.category == .system
    }.map { Instantiation.instance(of: $0, in: model) }
    let analyses: [any SystemAnalysis] = [
      Connectivity(), ConnectionMatch(), FlowLatency(), Budgets(), SecretFlow(),
    ]
    for system in systems {
      found += system.diagnostics
      for analysis in analyses { found += analysis.diagnostics(of: system) }
    }
    let read = SeamReader.read(model)
    seam = read.seam
    found += read.diagnostics
    if let seam {
      found += SeamSizes().diagnostics(of: seam, in: model)
      found += SwiftGenerator(seam).diagnostics + CanonicalGenerator(seam).diagnostics
    }
    hasErrorsOfTheModel = found.contains { $0.severity == .error }
    incomplete = seam.map { SeamCompleteness(sources).diagnostics(of: $0) } ?? []
    diagnostics = Self.withoutRepetition(found + incomplete)
  }

  /// In the order of the places; what several systems have in common is said once.
  private static func withoutRepetition(_ found: [Diagnostic]) -> [Diagnostic] {
    var kept: [Diagnostic] = []
    for diagnostic in found.sorted() where kept.last != diagnostic { kept.append(diagnostic) }
    return kept
  }
}
