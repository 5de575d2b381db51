import CoverageData
import MCDCKernel

/// The first page: how far it is, what is missing, and the files and inputs.
struct HTMLIndexPage {
  let report: CoverageReport
  let names: HTMLNames

  init(_ report: CoverageReport, _ names: HTMLNames) {
    self.report = report
    self.names = names
  }

  var html: String {
    HTMLPage.page(
      title: "MC/DC coverage", top: "", layout: "index",
      body: """
        <header>
        <h1>MC/DC coverage</h1>
        <p class="figures">by \(report.criterion.rawValue), shown by \(report.inputs.count) inputs</p>
        </header>
        <main>
        \(cards)
        \(problems)
        \(gaps)
        \(modules)
        \(justifications)
        \(inputs)
        \(assertions)
        </main>
        """)
  }

  // MARK: Figures

  private var cards: String {
    let totals = report.totals
    let excused = totals.conditions.justified + totals.branches.justified
    let all = totals.conditions.total + totals.branches.total
    return """
      <div class="cards">
      \(card("level", percent(totals.hundredths), "the lower of conditions and branches", totals.gaps))
      \(card("conditions", totals.conditions))
      \(card("branches", totals.branches))
      \(card("decisions", totals.decisions))
      \(card("justified", percent(totals.justifiedHundredths), "\(excused) of \(all) conditions and branches", 0))
      </div>
      """
  }

  private func card(_ name: String, _ count: CoverageCount) -> String {
    let reached = "\(count.covered + count.justified) <small>of \(count.total)</small>"
    return "<div class=\"card\"><h3>\(name)</h3><p class=\"\(count.gaps == 0 ? "ok" : "gap")\">"
      + "\(reached)</p>\(HTMLPage.bar(count))</div>"
  }

  private func card(_ name: String, _ value: String, _ note: String, _ gaps: Int) -> String {
    "<div class=\"card\"><h3>\(name)</h3><p class=\"\(gaps == 0 ? "ok" : "gap")\">\(value)</p>"
      + "<small>\(note)</small></div>"
  }

  // MARK: Gaps

  private var problems: String {
    guard !report.problems.isEmpty else { return "" }
    let items = report.problems.map { "<li>\(HTMLPage.escaped($0))</li>" }
    return "<section><h2>Justifications that do not hold</h2>\n<ul class=\"problems\">"
      + "\(items.joined(separator: "\n"))</ul></section>"
  }

  private var gaps: String {
    let count = report.gaps.count
    guard count > 0 else {
      return """
        <section><h2>Gaps</h2>
        <p class="none ok">\(HTMLPage.mark(.covered)) None. Every condition is shown to decide, \
        every branch was taken, or a justification says why not.</p></section>
        """
    }
    let files = report.modules.flatMap(\.files).filter { !$0.gaps.isEmpty }.map(gaps(of:))
    return
      "<section><h2>Gaps <small>\(count)</small></h2>\n\(files.joined(separator: "\n"))</section>"
  }

  private func gaps(of file: FileReport) -> String {
    var items: [(range: SourceRange, html: String)] = []
    for decision in file.decisions where !decision.gaps.isEmpty {
      let missing =
        decision.rows.isEmpty
        ? ["it was never evaluated"] : Self.told(decision.gaps, of: decision)
      items.append(
        item(
          decision.decision.range, decision.decision.text, names.place(of: decision, in: file),
          missing))
    }
    for branch in file.branches where !branch.gaps.isEmpty {
      items.append(
        item(
          branch.branch.range, branch.branch.text, names.place(of: branch, in: file),
          branch.gaps.map(\.missing)))
    }
    for (number, refusal) in file.refusals.enumerated() {
      let place = "\(names.page(of: file))#\(HTMLNames.anchor(ofRefusal: number))"
      items.append(
        item(refusal.refusal.range, refusal.refusal.text, place, [refusal.gap.missing]))
    }
    let list = items.sorted { $0.range < $1.range }.map(\.html).joined(separator: "\n")
    return "<div class=\"ofFile\"><h3><a href=\"\(names.page(of: file))\">"
      + "\(HTMLPage.escaped(file.path))</a></h3>\n<ul class=\"gaps\">\n\(list)\n</ul></div>"
  }

  /// Of one condition, the outcome that is missing tells all.
  private static func told(_ gaps: [CoverageGap], of decision: DecisionReport) -> [String] {
    let outcomes = decision.outcomes.compactMap(\.gap)
    return decision.conditions.count == 1 && !outcomes.isEmpty
      ? outcomes.map(\.missing) : gaps.map(\.missing)
  }

  private func item(
    _ range: SourceRange, _ text: String, _ place: String, _ missing: [String]
  ) -> (range: SourceRange, html: String) {
    let words = missing.map { "<span class=\"why\">\(HTMLPage.escaped($0))</span>" }
    return (
      range,
      "<li><a href=\"\(place)\"><span class=\"place\">\(range.line)</span>"
        + "<code>\(HTMLPage.escaped(text.clipped(to: 110)))</code></a>\(words.joined())</li>"
    )
  }
}
