import CoverageData

/// The outcomes of one branch, as they stand beside the source.
struct HTMLBranch {
  let branch: BranchReport
  let report: CoverageReport
  let names: HTMLNames

  var html: String {
    let range = branch.branch.range
    return """
      <section class="item" id="\(HTMLNames.anchor(of: branch))" data-line="\(range.line)">
      <h2>\(HTMLPage.escaped(branch.branch.kind.words)) <small>line \(range.line) in \
      <code>\(HTMLPage.escaped(branch.branch.function))</code></small></h2>
      <pre class="text">\(HTMLPage.escaped(branch.branch.text.inOneLine))</pre>
      <table class="truth">
      <thead><tr><th></th><th>outcome</th><th class="figure">times</th><th>at</th></tr></thead>
      <tbody>
      \(branch.branch.outcomes.indices.map(line).joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  private func line(_ outcome: Int) -> String {
    let state = branch.outcomes[outcome]
    let place: String
    switch state {
    case .covered:
      place = HTMLPage.links(to: branch.events[outcome], report, names, top: "../")
    case .justified(let justification): place = HTMLPage.words(justification)
    case .gap: place = "not met"
    }
    return "<tr\(state.gap == nil ? "" : " class=\"wanted\"")><td>\(HTMLPage.mark(state))</td>"
      + "<td>\(HTMLPage.escaped(branch.branch.outcomes[outcome]))</td>"
      + "<td class=\"figure\">\(branch.hits[outcome])</td><td class=\"events\">\(place)</td></tr>"
  }
}
