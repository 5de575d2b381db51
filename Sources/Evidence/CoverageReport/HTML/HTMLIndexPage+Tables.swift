import CoverageData

extension HTMLIndexPage {
  /// The files of each module, those that lack most first.
  var modules: String {
    report.modules.map { module in
      let files = module.files.filter { !$0.totals.isEmpty }
        .sorted { ($0.totals.hundredths, $0.path) < ($1.totals.hundredths, $1.path) }
      let rows = files.map { file in
        row(
          "<a href=\"\(names.page(of: file))\">\(HTMLPage.escaped(tail(of: file)))</a>",
          file.totals)
      }
      let others = module.files.count - files.count
      let note =
        others == 0
        ? "" : "<p class=\"hint\">\(others) more files have nothing to cover.</p>"
      return """
        <section><h2>\(HTMLPage.escaped(module.name))</h2>
        <table class="files">
        <thead><tr><th>file</th><th class="figure">level</th><th class="figure">conditions</th>\
        <th></th><th class="figure">branches</th><th></th><th class="figure">justified</th></tr></thead>
        <tbody>
        \(row("<b>all</b>", module.totals))
        \(rows.joined(separator: "\n"))
        </tbody></table>\(note)</section>
        """
    }.joined(separator: "\n")
  }

  private func row(_ name: String, _ totals: CoverageTotals) -> String {
    let style = totals.gaps == 0 ? "ok" : "gap"
    return "<tr><td>\(name)</td><td class=\"figure \(style)\">\(percent(totals.hundredths))</td>"
      + figures(totals.conditions) + figures(totals.branches)
      + "<td class=\"figure\">\(percent(totals.justifiedHundredths))</td></tr>"
  }

  private func figures(_ count: CoverageCount) -> String {
    "<td class=\"figure\">\(count.covered + count.justified)/\(count.total)</td>"
      + "<td>\(HTMLPage.bar(count))</td>"
  }

  private func tail(of file: FileReport) -> String {
    let parts = file.path.split(separator: "/")
    guard let folder = parts.firstIndex(of: Substring(file.module)) else { return file.path }
    return parts[(folder + 1)...].joined(separator: "/")
  }

  /// What is excused, and why.
  var justifications: String {
    var items: [String] = []
    for file in report.modules.flatMap(\.files) {
      for decision in file.decisions where decision.states.contains(where: \.isJustified) {
        items += reasons(
          decision.states, decision.decision.text, names.place(of: decision, in: file))
      }
      for branch in file.branches where branch.outcomes.contains(where: \.isJustified) {
        items += reasons(
          branch.outcomes, branch.branch.text, names.place(of: branch, in: file))
      }
    }
    guard !items.isEmpty else { return "" }
    return "<section><h2>Justified</h2>\n<ul class=\"gaps\">\n\(items.joined(separator: "\n"))"
      + "\n</ul></section>"
  }

  /// Each reason once, however much of a decision it excuses.
  private func reasons(_ states: [CoverageState], _ text: String, _ place: String) -> [String] {
    var told: [Justification] = []
    for case .justified(let justification) in states where !told.contains(justification) {
      told.append(justification)
    }
    return told.map { justification in
      "<li><a href=\"\(place)\"><span class=\"mark excused\">○</span>"
        + "<code>\(HTMLPage.escaped(text.clipped(to: 110)))</code></a>"
        + "<span class=\"why\">\(HTMLPage.words(justification))</span></li>"
    }
  }

  /// The inputs, with what each has met and what it alone has met.
  var inputs: String {
    let pages = HTMLInputPages(report, names)
    let rows = report.inputs.indices.map { input in
      "<tr><td><a href=\"\(names.page(ofInput: input))\">"
        + "\(HTMLPage.escaped(report.shortName(ofInput: input)))</a></td>"
        + "<td class=\"figure\">\(pages.met(by: input))</td>"
        + "<td class=\"figure\">\(pages.metAlone(by: input))</td></tr>"
    }
    return """
      <section><h2>Inputs</h2>
      <table class="files">
      <thead><tr><th>input</th><th class="figure">rows and outcomes met</th>\
      <th class="figure">by it alone</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></section>
      """
  }

  /// What is listed and never counted.
  var assertions: String {
    let items = report.modules.flatMap(\.files).flatMap { file in
      file.assertions.map { assertion in
        "<li><a href=\"\(names.page(of: file))#L\(assertion.range.line)\">"
          + "<code>\(HTMLPage.escaped(assertion.text.clipped(to: 110)))</code></a></li>"
      }
    }
    guard !items.isEmpty else { return "" }
    return """
      <section><h2>Assertions <small>\(items.count), not counted: they must not fail</small></h2>
      <details><summary>show</summary><ul class="gaps">
      \(items.joined(separator: "\n"))
      </ul></details></section>
      """
  }
}
