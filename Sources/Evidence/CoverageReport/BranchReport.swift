public import CoverageData

/// One branch, and the ways it went.
public struct BranchReport: Sendable {
  public let branch: CoverageManifest.Branch
  /// One for each outcome of the branch.
  public let hits: [Int]
  /// One list for each outcome of the branch.
  public let events: [[EventReference]]
  /// One for each outcome of the branch.
  public internal(set) var outcomes: [CoverageState]

  public var gaps: [CoverageGap] { outcomes.compactMap(\.gap) }

  init(_ branch: CoverageManifest.Branch, in path: String, hits raw: [RawCoverage.BranchHit]) {
    let byOutcome = branch.outcomes.indices.map { outcome in
      raw.filter { $0.outcome == outcome }
    }
    self.branch = branch
    hits = byOutcome.map { $0.reduce(0) { $0 + $1.hits } }
    events = byOutcome.map { Set($0.flatMap(\.events)).sorted() }
    outcomes = branch.outcomes.enumerated().map { outcome, name in
      guard byOutcome[outcome].isEmpty else { return .covered }
      return .gap(
        CoverageGap(
          kind: .branch(outcome: outcome), path: path, range: branch.range,
          function: branch.function, text: branch.text,
          missing: CoverageGap.missing(branch: name)))
    }
  }
}

/// Something that the instrumenter left alone.
public struct RefusalReport: Sendable {
  public let refusal: CoverageManifest.Refusal
  public let gap: CoverageGap

  init(_ refusal: CoverageManifest.Refusal, in path: String) {
    self.refusal = refusal
    gap = CoverageGap(
      kind: .refusal, path: path, range: refusal.range, function: "", text: refusal.text,
      missing: "it is not instrumented: \(refusal.reason.inOneLine)")
  }
}
