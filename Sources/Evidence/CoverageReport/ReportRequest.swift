import CoverageData
import FoundationEssentials
public import MCDCKernel

/// All that it takes to make a report of files: what `matter-sim coverage` and `mcdc report` do.
public struct ReportRequest: Sendable {
  /// Paths of what the instrumenter and the run have written.
  public var manifest: String
  public var raw: String
  /// The folder that the paths in the manifest begin at: only pages show sources.
  public var sources: String
  /// The path of a file of justifications, if there is one.
  public var justifications: String?
  public var criterion = Criterion.masking
  public var format = ReportFormat.text
  /// A file, or for pages a folder; nil for standard output, which pages cannot go to.
  public var output: String?
  public var required: [RequiredLevel] = []
  /// In text, whether covered decisions are shown with their truth tables too.
  public var showsEverything = false

  public init(manifest: String, raw: String, sources: String) {
    self.manifest = manifest
    self.raw = raw
    self.sources = sources
  }

  /// Makes the report and writes it where it should go.
  public func run() throws(CoverageReportError) -> ReportResult {
    let report = try joined()
    let shortfalls = try report.shortfalls(required, namingGaps: format != .text || output != nil)
    let text: String
    switch format {
    case .text: text = TextReport(report: report, showsEverything: showsEverything).text
    case .json: text = JSONReport(report).text
    case .lcov: text = LCOVReport(report: report).text
    case .html:
      let folder = output ?? "coverage"
      try HTMLReport(report, sources: sources).write(to: folder)
      return ReportResult(
        report: report, standardOutput: "\(folder)/index.html\n", shortfalls: shortfalls)
    }
    guard let output else {
      return ReportResult(report: report, standardOutput: text, shortfalls: shortfalls)
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: output))
    } catch {
      throw .file(.unwritable(output))
    }
    return ReportResult(report: report, standardOutput: "\(output)\n", shortfalls: shortfalls)
  }

  private func joined() throws(CoverageReportError) -> CoverageReport {
    let known: CoverageManifest
    let met: RawCoverage
    do throws(CoverageFileError) {
      known = try CoverageManifest(path: manifest)
      met = try RawCoverage(path: raw)
    } catch {
      throw .file(error)
    }
    return try CoverageReport(
      manifest: known, raw: met, justifications: try excuses(), criterion: criterion)
  }

  private func excuses() throws(CoverageReportError) -> [Justification] {
    guard let justifications else { return [] }
    do throws(JustificationError) {
      return try Justification.read(path: justifications)
    } catch {
      throw .justifications(error)
    }
  }
}

/// A report that has been made.
public struct ReportResult: Sendable {
  public let report: CoverageReport
  /// The report, or the path of what was written; with the last line's end.
  public let standardOutput: String
  /// For standard error, a line each: what is below the level required and, unless standard output
  /// has it, what would close it.
  public let shortfalls: [String]

  /// Whether the required levels are reached and the justifications hold.
  public var isSufficient: Bool { shortfalls.isEmpty }
}
