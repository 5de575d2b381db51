public import CoverageData
public import MCDCKernel

/// What is covered, by which rows, and what is not: the manifest of the sources joined with what
/// the runs have met.
public struct CoverageReport: Sendable {
  public let criterion: Criterion
  /// Names of traces or tests; `EventReference.input` is a position here.
  public let inputs: [String]
  /// In the order of the manifest.
  public internal(set) var modules: [ModuleReport]
  /// What is wrong with the justifications: each is a line, and fails the run.
  public internal(set) var problems: [String] = []

  /// - Throws: what the manifest and the raw data contradict each other in; neither comes from a
  ///   sound run then.
  public init(
    manifest: CoverageManifest, raw: RawCoverage, justifications: [Justification] = [],
    criterion: Criterion = .masking
  ) throws(CoverageReportError) {
    try CoverageConsistency(manifest: manifest, raw: raw).check()
    self.criterion = criterion
    inputs = raw.inputs
    modules = try Self.join(manifest, raw, criterion)
    apply(justifications)
  }

  public var totals: CoverageTotals { modules.reduce(CoverageTotals()) { $0 + $1.totals } }
  public var gaps: [CoverageGap] { modules.flatMap(\.gaps) }

  private static func join(
    _ manifest: CoverageManifest, _ raw: RawCoverage, _ criterion: Criterion
  ) throws(CoverageReportError) -> [ModuleReport] {
    let rows = Dictionary(grouping: raw.rows, by: \.decision)
    let hits = Dictionary(grouping: raw.branches, by: \.branch)
    var modules: [ModuleReport] = []
    for (number, file) in manifest.files.enumerated() {
      var decisions: [DecisionReport] = []
      for decision in manifest.decisions where decision.file == number {
        decisions.append(
          try report(of: decision, in: file.path, rows[decision.id] ?? [], criterion))
      }
      let report = FileReport(
        path: file.path, module: file.module,
        decisions: decisions.sorted { $0.decision.range < $1.decision.range },
        branches: manifest.branches.filter { $0.file == number }
          .map { BranchReport($0, in: file.path, hits: hits[$0.id] ?? []) }
          .sorted { $0.branch.range < $1.branch.range },
        refusals: manifest.refusals.filter { $0.file == number }
          .map { RefusalReport($0, in: file.path) },
        assertions: manifest.assertions.filter { $0.file == number })
      if let known = modules.firstIndex(where: { $0.name == file.module }) {
        modules[known].files.append(report)
      } else {
        modules.append(ModuleReport(name: file.module, files: [report]))
      }
    }
    for number in modules.indices { modules[number].files.sort { $0.path < $1.path } }
    return modules
  }

  private static func report(
    of decision: CoverageManifest.Decision, in path: String, _ rows: [RawCoverage.Row],
    _ criterion: Criterion
  ) throws(CoverageReportError) -> DecisionReport {
    do throws(DecisionError) {
      return try DecisionReport(decision, in: path, rows: rows, criterion: criterion)
    } catch {
      throw .decision(
        at: "\(path):\(decision.range.line):\(decision.range.column)", text: decision.text, error)
    }
  }
}
