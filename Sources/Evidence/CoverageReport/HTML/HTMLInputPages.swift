import CoverageData
import MCDCKernel

/// The pages of the inputs: what each event was the first of its input to meet.
struct HTMLInputPages {
  private let report: CoverageReport
  private let names: HTMLNames
  /// For each input, what it has met.
  private let met: [[Meeting]]

  /// Something that an event met.
  private struct Meeting {
    let event: Int
    let place: String
    let path: String
    let line: Int
    let text: String
    let what: String
    /// Whether no other input met it.
    let isAlone: Bool
  }

  init(_ report: CoverageReport, _ names: HTMLNames) {
    self.report = report
    self.names = names
    var met: [[Meeting]] = report.inputs.map { _ in [] }
    for file in report.modules.flatMap(\.files) {
      for decision in file.decisions {
        for row in decision.rows {
          Self.add(row, of: decision, in: file, names, to: &met)
        }
      }
      for branch in file.branches {
        for outcome in branch.outcomes.indices {
          Self.add(outcome, of: branch, in: file, names, to: &met)
        }
      }
    }
    self.met = met
  }

  func met(by input: Int) -> Int { met[input].count }
  func metAlone(by input: Int) -> Int { met[input].count(where: \.isAlone) }

  private static func add(
    _ row: DecisionReport.RecordedRow, of decision: DecisionReport, in file: FileReport,
    _ names: HTMLNames, to met: inout [[Meeting]]
  ) {
    let what = row.vector.text(conditions: decision.conditions.count)
    for event in firsts(row.events) {
      met[event.input].append(
        Meeting(
          event: event.number, place: names.place(of: decision, in: file),
          path: file.path, line: decision.decision.range.line, text: decision.decision.text,
          what: what, isAlone: isOfOneInput(row.events)))
    }
  }

  private static func add(
    _ outcome: Int, of branch: BranchReport, in file: FileReport, _ names: HTMLNames,
    to met: inout [[Meeting]]
  ) {
    for event in firsts(branch.events[outcome]) {
      met[event.input].append(
        Meeting(
          event: event.number, place: names.place(of: branch, in: file),
          path: file.path, line: branch.branch.range.line, text: branch.branch.text,
          what: branch.branch.outcomes[outcome],
          isAlone: isOfOneInput(branch.events[outcome])))
    }
  }

  /// The first event of each input.
  private static func firsts(_ events: [EventReference]) -> [EventReference] {
    var seen: Set<Int> = []
    return events.filter { seen.insert($0.input).inserted }
  }

  private static func isOfOneInput(_ events: [EventReference]) -> Bool {
    events.allSatisfy { $0.input == events.first?.input }
  }

  // MARK: The page

  func html(of input: Int) -> String {
    let name = report.shortName(ofInput: input)
    let events = Dictionary(grouping: met[input], by: \.event)
    let rows = events.keys.sorted().map { event in
      row(
        of: event,
        (events[event] ?? []).sorted { ($0.path, $0.line, $0.what) < ($1.path, $1.line, $1.what) })
    }
    return HTMLPage.page(
      title: "\(name) · MC/DC coverage", top: "../", layout: "input",
      body: """
        <header>
        <a class="up" href="../index.html">All files</a>
        <h1>\(HTMLPage.escaped(name))</h1>
        <p class="figures">\(met(by: input)) rows and outcomes met, \(metAlone(by: input)) of them \
        by this input alone <span class="mark alone">◆</span></p>
        </header>
        <main>
        <p class="hint">Each event of <code>\(HTMLPage.escaped(report.inputs[input]))</code> that \
        was the first of this input to meet a row of a decision or an outcome of a branch.</p>
        <table class="events">
        <thead><tr><th class="figure">event</th><th>what it met first</th></tr></thead>
        <tbody>
        \(rows.joined(separator: "\n"))
        </tbody></table>
        </main>
        """)
  }

  private func row(of event: Int, _ meetings: [Meeting]) -> String {
    let items = meetings.map { meeting in
      let file = meeting.path.split(separator: "/").last.map(String.init) ?? meeting.path
      let alone =
        meeting.isAlone ? " <span class=\"mark alone\" title=\"no other input\">◆</span>" : ""
      return "<li><a href=\"../\(meeting.place)\" title=\"\(HTMLPage.escaped(meeting.path))\">"
        + "<span class=\"place\">\(HTMLPage.escaped(file)):\(meeting.line)</span>"
        + "<code>\(HTMLPage.escaped(meeting.text.clipped(to: 90)))</code></a>"
        + "<span><b class=\"what\">\(HTMLPage.escaped(meeting.what))</b>\(alone)</span></li>"
    }
    return "<tr id=\"e\(event)\"><td class=\"figure\">#\(event)</td><td><ul>"
      + "\(items.joined())</ul></td></tr>"
  }
}
