import CoverageData
import MCDCKernel

extension JSONReport {
  struct File: Encodable {
    let path: String
    let totals: Totals
    let decisions: [Decision]
    let branches: [Branch]
    let refusals: [CoverageManifest.Refusal]
    let assertions: [CoverageManifest.Assertion]

    init(_ file: FileReport) {
      path = file.path
      totals = Totals(file.totals)
      decisions = file.decisions.map { Decision($0) }
      branches = file.branches.map { Branch($0) }
      refusals = file.refusals.map(\.refusal)
      assertions = file.assertions
    }
  }

  struct Decision: Encodable {
    let id: Int
    let range: SourceRange
    let kind: String
    let function: String
    let text: String
    let conditions: [Condition]
    let outcomes: Outcomes
    let rows: [Row]

    init(_ report: DecisionReport) {
      id = report.decision.id
      range = report.decision.range
      kind = report.decision.kind.rawValue
      function = report.decision.function
      text = report.decision.text
      conditions = report.decision.conditions.indices.map { Condition(report, $0) }
      outcomes = Outcomes(
        whenTrue: State(report.outcomes[0]), whenFalse: State(report.outcomes[1]))
      rows = report.rows.map { Row($0) }
    }
  }

  struct Outcomes: Encodable {
    let whenTrue: State
    let whenFalse: State

    enum CodingKeys: String, CodingKey {
      case whenTrue = "true"
      case whenFalse = "false"
    }
  }

  struct Condition: Encodable {
    let text: String
    let range: SourceRange
    let state: State
    /// Positions in `rows`: where it is true, and where it is false.
    let pair: [Int]?

    init(_ report: DecisionReport, _ position: Int) {
      text = report.decision.conditions[position].text
      range = report.decision.conditions[position].range
      state = State(report.conditions[position])
      switch report.verdicts[position] {
      case .covered(let rows): pair = [rows.whenTrue, rows.whenFalse]
      case .uncovered, .infeasible: pair = nil
      }
    }
  }

  struct Row: Encodable {
    let vector: Vector
    let hits: Int
    let events: [EventReference]

    init(_ row: DecisionReport.RecordedRow) {
      vector = Vector(row.vector)
      hits = row.hits
      events = row.events
    }
  }

  struct Branch: Encodable {
    let id: Int
    let range: SourceRange
    let kind: String
    let function: String
    let text: String
    let outcomes: [Outcome]

    init(_ report: BranchReport) {
      id = report.branch.id
      range = report.branch.range
      kind = report.branch.kind.rawValue
      function = report.branch.function
      text = report.branch.text
      outcomes = report.branch.outcomes.enumerated().map { outcome, name in
        Outcome(
          name: name, state: State(report.outcomes[outcome]), hits: report.hits[outcome],
          events: report.events[outcome])
      }
    }
  }

  struct Outcome: Encodable {
    let name: String
    let state: State
    let hits: Int
    let events: [EventReference]
  }

  struct State: Encodable {
    let state: String
    let reason: String?
    let because: String?

    init(_ state: CoverageState) {
      switch state {
      case .covered: (self.state, reason, because) = ("covered", nil, nil)
      case .gap: (self.state, reason, because) = ("gap", nil, nil)
      case .justified(let justification):
        (self.state, reason, because) = (
          "justified", justification.reason, justification.because
        )
      }
    }
  }
}
