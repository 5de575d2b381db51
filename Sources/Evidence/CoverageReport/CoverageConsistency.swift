import CoverageData

/// Whether a manifest and raw data fit each other, so that nothing is silently left out.
struct CoverageConsistency {
  let manifest: CoverageManifest
  let raw: RawCoverage

  func check() throws(CoverageReportError) {
    try checkManifest()
    try checkRows()
    try checkBranches()
  }

  private func checkManifest() throws(CoverageReportError) {
    let files =
      manifest.decisions.map(\.file) + manifest.branches.map(\.file)
      + manifest.refusals.map(\.file) + manifest.assertions.map(\.file)
    if let file = files.first(where: { !manifest.files.indices.contains($0) }) {
      throw .inconsistent("the manifest has no file \(file)")
    }
    if let id = Self.repeated(manifest.decisions.map(\.id)) {
      throw .inconsistent("the manifest has decision \(id) twice")
    }
    if let id = Self.repeated(manifest.branches.map(\.id)) {
      throw .inconsistent("the manifest has branch \(id) twice")
    }
  }

  private func checkRows() throws(CoverageReportError) {
    let known = Set(manifest.decisions.map(\.id))
    for row in raw.rows {
      guard known.contains(row.decision) else {
        throw .inconsistent("a row is of decision \(row.decision), which the manifest has not")
      }
      try checkEvents(row.events)
    }
  }

  private func checkBranches() throws(CoverageReportError) {
    let outcomes = Dictionary(
      uniqueKeysWithValues: manifest.branches.map { ($0.id, $0.outcomes.count) })
    for hit in raw.branches {
      guard let count = outcomes[hit.branch], (0..<count).contains(hit.outcome) else {
        throw .inconsistent(
          "outcome \(hit.outcome) of branch \(hit.branch) was met, which the manifest has not")
      }
      try checkEvents(hit.events)
    }
  }

  private func checkEvents(_ events: [EventReference]) throws(CoverageReportError) {
    if let event = events.first(where: { !raw.inputs.indices.contains($0.input) }) {
      throw .inconsistent("an event is of input \(event.input), which the raw data have not")
    }
  }

  private static func repeated(_ ids: [Int]) -> Int? {
    var seen: Set<Int> = []
    return ids.first { !seen.insert($0).inserted }
  }
}
