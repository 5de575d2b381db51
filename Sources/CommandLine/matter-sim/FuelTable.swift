import CommandLineInterface
import Replay
import TraceFormat

/// The most expensive step of each kind in the traces of a replay, beside the model's budget.
struct FuelTable {
  /// What the model gives each step.
  let budget: UInt64
  private var rows: [StepKind: Row] = [:]

  private struct Row {
    var steps = 0
    var most = FuelUse()
    var trace = ""
  }

  init(budget: UInt64) {
    self.budget = budget
  }

  /// Takes in what the steps of a trace have used.
  mutating func add(_ uses: [StepKind: FuelUse], of trace: String) {
    for (kind, use) in uses {
      var row = rows[kind, default: Row()]
      row.steps += use.steps
      if use.largest > row.most.largest {
        row.most = use
        row.trace = trace
      }
      rows[kind] = row
    }
  }

  func report(to console: Console) throws(OutputError) {
    let present = StepKind.allCases.compactMap { kind in rows[kind].map { (kind, $0) } }
    guard !present.isEmpty else { return }
    if console.format == .text { try console.write(text(present)) }
    for (kind, row) in present where console.format == .json {
      try console.write(json(kind, row).text)
    }
  }

  private func text(_ present: [(StepKind, Row)]) -> String {
    let head =
      "step".padded(to: 14) + "steps".aligned(to: 8) + "most fuel".aligned(to: 16)
      + "of the budget".aligned(to: 16) + "  where"
    let lines = present.map { kind, row in
      kind.rawValue.padded(to: 14) + "\(row.steps)".aligned(to: 8)
        + "\(row.most.largest)".aligned(to: 16) + share(row.most.largest).aligned(to: 16)
        + "  \(printable(row.trace)), event \(row.most.event)"
    }
    return ([head] + lines + ["the model gives each step \(budget) units of fuel"])
      .joined(separator: "\n")
  }

  /// In percent, to a hundredth.
  private func share(_ fuel: UInt64) -> String {
    let hundredths = fuel.multipliedFullWidth(by: 10_000)
    let (whole, _) = max(1, budget).dividingFullWidth(
      (min(hundredths.high, max(1, budget) - 1), hundredths.low))
    let fraction = "\(whole % 100)"
    return "\(whole / 100)." + (fraction.count < 2 ? "0" : "") + fraction + " %"
  }

  private func json(_ kind: StepKind, _ row: Row) -> JSONValue {
    .event(
      "fuel",
      [
        "step": .string(kind.rawValue), "steps": .integer(row.steps),
        "largest": .integer(Int(clamping: row.most.largest)),
        "budget": .integer(Int(clamping: budget)), "trace": .string(row.trace),
        "trace_event": .integer(row.most.event),
      ])
  }
}
