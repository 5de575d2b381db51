import CoverageData

/// The page of one source: the source on the left, and on the right the table that was clicked.
struct HTMLFilePage {
  private let file: FileReport
  private let source: String
  private let report: CoverageReport
  private let names: HTMLNames

  init(_ file: FileReport, source: String, _ report: CoverageReport, _ names: HTMLNames) {
    self.file = file
    self.source = source
    self.report = report
    self.names = names
  }

  var html: String {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let items =
      file.decisions.map { HTMLDecision(decision: $0, report: report, names: names).html }
      + file.branches.map { HTMLBranch(branch: $0, report: report, names: names).html }
      + file.refusals.enumerated().map { refusal($1, $0) }
    return HTMLPage.page(
      title: "\(name) · MC/DC coverage", top: "../", layout: "file",
      body: """
        <header>
        <a class="up" href="../index.html">All files</a>
        <h1><span class="folder">\(HTMLPage.escaped(file.path.dropLast(name.count)))</span>\
        \(HTMLPage.escaped(name))</h1>
        \(figures)
        </header>
        <main>
        \(HTMLSource(source, of: file).html)
        </main>
        <aside>
        \(summary)
        \(items.joined(separator: "\n"))
        </aside>
        """)
  }

  private var figures: String {
    let totals = file.totals
    return """
      <p class="figures"><b class="\(totals.gaps == 0 ? "ok" : "gap")">\
      \(percent(totals.hundredths))</b> \
      conditions \(fraction(totals.conditions)) · branches \(fraction(totals.branches))</p>
      """
  }

  private func fraction(_ count: CoverageCount) -> String {
    "\(count.covered + count.justified)/\(count.total)"
  }

  // MARK: What stands on the right until something is clicked

  private var summary: String {
    let gaps = gapItems
    let list =
      gaps.isEmpty
      ? "<p class=\"ok\">\(HTMLPage.mark(.covered)) No gaps: every condition of this file is "
        + "shown, and every branch was taken\(excused).</p>"
      : "<ul class=\"gaps\">\n\(gaps.joined(separator: "\n"))\n</ul>"
    return """
      <section class="summary">
      <h2>\(gaps.isEmpty ? "Covered" : "Gaps")</h2>
      \(list)
      <p class="legend"><span class="part ok">covered</span> <span class="part excused">justified\
      </span> <span class="part gap">not covered</span></p>
      <p class="hint">Click a marked part of the source for its truth table. The figure beside a \
      line tells how often it was reached.</p>
      </section>
      """
  }

  private var excused: String {
    let totals = file.totals
    let count = totals.conditions.justified + totals.branches.justified
    return count == 0 ? "" : ", or is justified"
  }

  private var gapItems: [String] {
    let decisions = file.decisions.filter { !$0.gaps.isEmpty }.map { decision in
      gapItem(HTMLNames.anchor(of: decision), decision.decision.range, decision.decision.text)
    }
    let branches = file.branches.filter { !$0.gaps.isEmpty }.map { branch in
      gapItem(HTMLNames.anchor(of: branch), branch.branch.range, branch.branch.text)
    }
    let refusals = file.refusals.enumerated().map { number, refusal in
      gapItem(
        HTMLNames.anchor(ofRefusal: number), refusal.refusal.range, refusal.refusal.text)
    }
    return (decisions + branches + refusals).sorted { $0.range < $1.range }.map(\.html)
  }

  private func gapItem(
    _ anchor: String, _ range: SourceRange, _ text: String
  ) -> (range: SourceRange, html: String) {
    let text = HTMLPage.escaped(text.clipped(to: 70))
    return (
      range,
      "<li><a href=\"#\(anchor)\"><span class=\"place\">\(range.line)</span>"
        + "<code>\(text)</code></a></li>"
    )
  }

  private func refusal(_ refusal: RefusalReport, _ number: Int) -> String {
    let range = refusal.refusal.range
    return """
      <section class="item" id="\(HTMLNames.anchor(ofRefusal: number))" data-line="\(range.line)">
      <h2>not instrumented <small>line \(range.line)</small></h2>
      <pre class="text">\(HTMLPage.escaped(refusal.refusal.text.inOneLine))</pre>
      <p class="gap">\(HTMLPage.mark(.gap(refusal.gap))) \(HTMLPage.escaped(refusal.gap.missing))</p>
      </section>
      """
  }
}
