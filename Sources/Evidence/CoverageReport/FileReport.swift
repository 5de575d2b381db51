public import CoverageData

/// One source file.
public struct FileReport: Sendable {
  public let path: String
  public let module: String
  /// In the order of the source, as all that follows.
  public internal(set) var decisions: [DecisionReport]
  public internal(set) var branches: [BranchReport]
  public let refusals: [RefusalReport]
  public let assertions: [CoverageManifest.Assertion]

  /// In the order of the source.
  public var gaps: [CoverageGap] {
    let all = decisions.flatMap(\.gaps) + branches.flatMap(\.gaps) + refusals.map(\.gap)
    return all.enumerated().sorted { left, right in
      (left.element.range.line, left.element.range.column, left.offset)
        < (right.element.range.line, right.element.range.column, right.offset)
    }.map(\.element)
  }

  public var totals: CoverageTotals {
    var totals = CoverageTotals()
    for decision in decisions { totals.add(decision) }
    for branch in branches { totals.add(branch) }
    for refusal in refusals { totals.add(refusal) }
    return totals
  }
}

/// One module.
public struct ModuleReport: Sendable {
  public let name: String
  /// By path.
  public internal(set) var files: [FileReport]

  public var gaps: [CoverageGap] { files.flatMap(\.gaps) }
  public var totals: CoverageTotals { files.reduce(CoverageTotals()) { $0 + $1.totals } }
}
