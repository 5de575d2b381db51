import CoverageData
import MCDCKernel

/// The report for people at a terminal, 100 columns wide: gaps first, then the totals, and at the
/// end, if asked for, the truth tables of all decisions.
struct TextReport {
  let report: CoverageReport
  /// Whether covered decisions are shown with their tables too.
  let showsEverything: Bool

  static let width = 100

  var text: String {
    var lines = [headline, ""]
    lines += problems
    lines += gaps
    lines += section("JUSTIFIED", of: .justified)
    lines += totals
    if showsEverything { lines += [""] + section("COVERED", of: .covered) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var headline: String {
    let count = report.gaps.count
    let gaps = count == 0 ? "no gap" : count == 1 ? "1 gap" : "\(count) gaps"
    let inputs = report.inputs.count == 1 ? "1 input" : "\(report.inputs.count) inputs"
    return "MC/DC by \(report.criterion.rawValue), \(inputs): \(gaps)"
  }

  private var problems: [String] {
    guard !report.problems.isEmpty else { return [] }
    return ["JUSTIFICATIONS", ""] + report.problems.flatMap { Self.wrapped($0, indent: 2) } + [""]
  }

  private var gaps: [String] {
    guard !report.gaps.isEmpty else { return [] }
    return ["GAPS", ""]
      + report.modules.flatMap(\.files).filter { !$0.gaps.isEmpty }.flatMap { describe($0) }
  }

  private func describe(_ file: FileReport) -> [String] {
    var lines: [String] = []
    for decision in file.decisions where !decision.gaps.isEmpty {
      lines += TruthTableText(decision, in: file, of: report).lines + [""]
    }
    for branch in file.branches where !branch.gaps.isEmpty {
      lines += describe(branch, in: file) + [""]
    }
    for refusal in file.refusals {
      let range = refusal.refusal.range
      lines.append("\(file.path):\(range.line):\(range.column)")
      lines.append("  " + refusal.refusal.text.clipped(to: Self.width - 2))
      lines += Self.wrapped("✗ " + refusal.gap.missing, indent: 2) + [""]
    }
    return lines
  }

  private func describe(_ branch: BranchReport, in file: FileReport) -> [String] {
    let range = branch.branch.range
    let place = "\(file.path):\(range.line):\(range.column)"
    return Self.wrapped("\(place) \(branch.branch.kind.words) in \(branch.branch.function)")
      + ["  " + branch.branch.text.clipped(to: Self.width - 2)]
      + branch.branch.outcomes.enumerated().flatMap { outcome, name in
        Self.wrapped(words(of: branch, outcome, name), indent: 2)
      }
  }

  private func words(of branch: BranchReport, _ outcome: Int, _ name: String) -> String {
    switch branch.outcomes[outcome] {
    case .covered:
      let first = branch.events[outcome].first.map { ", first at " + report.name(of: $0) } ?? ""
      let hits = branch.hits[outcome]
      return "✓ \(name): " + (hits == 1 ? "once" : "\(hits) times") + first
    case .justified(let justification): return "○ \(name): \(justification.words)"
    case .gap(let gap): return "✗ " + gap.missing
    }
  }

  private enum Kind {
    case justified, covered

    func holds(_ states: [CoverageState]) -> Bool {
      guard states.allSatisfy({ $0.gap == nil }) else { return false }
      return states.contains(where: \.isJustified) == (self == .justified)
    }
  }

  /// The tables of what has no gap; nothing when there is none.
  private func section(_ title: String, of kind: Kind) -> [String] {
    var lines: [String] = []
    for file in report.modules.flatMap(\.files) {
      for decision in file.decisions where kind.holds(decision.states) {
        lines += TruthTableText(decision, in: file, of: report).lines + [""]
      }
      for branch in file.branches where kind.holds(branch.outcomes) {
        lines += describe(branch, in: file) + [""]
      }
    }
    return lines.isEmpty ? [] : [title, ""] + lines
  }

  // MARK: Totals

  private var totals: [String] {
    let head =
      "TOTALS".padded(to: 44) + "level".alignedRight(in: 8) + "decisions".alignedRight(in: 12)
      + "conditions".alignedRight(in: 12) + "branches".alignedRight(in: 12)
      + "justified".alignedRight(in: 12)
    let modules = report.modules.flatMap { module in
      [row(module.name, module.totals)]
        + module.files.filter { !$0.totals.isEmpty }
        .sorted { ($0.totals.hundredths, $0.path) < ($1.totals.hundredths, $1.path) }
        .map { row("  " + Self.tail(of: $0.path, module: module.name), $0.totals) }
    }
    return [head, row("all", report.totals)] + modules
  }

  private func row(_ name: String, _ totals: CoverageTotals) -> String {
    let name = name.count > 43 ? "…" + name.suffix(42) : name
    return name.padded(to: 44) + percent(totals.hundredths).alignedRight(in: 8)
      + fraction(totals.decisions) + fraction(totals.conditions) + fraction(totals.branches)
      + percent(totals.justifiedHundredths).alignedRight(in: 12)
  }

  private func fraction(_ count: CoverageCount) -> String {
    "\(count.covered + count.justified)/\(count.total)".alignedRight(in: 12)
  }

  /// The path below the module's folder.
  private static func tail(of path: String, module: String) -> String {
    let parts = path.split(separator: "/")
    guard let folder = parts.firstIndex(of: Substring(module)) else { return path }
    return parts[(folder + 1)...].joined(separator: "/")
  }

  /// A text in lines of at most the width, the second and following ones two columns further in.
  static func wrapped(_ text: String, indent: Int = 0) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent + 2)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
