import CoverageData
import FoundationEssentials
import MCDCKernel

/// The report for programs: one JSON object, whose member names stay as they are.
struct JSONReport: Encodable {
  let format = "mcdc-report-1"
  let criterion: String
  let inputs: [String]
  let totals: Totals
  let problems: [String]
  let gaps: [Gap]
  let modules: [Module]

  init(_ report: CoverageReport) {
    criterion = report.criterion.rawValue
    inputs = report.inputs
    totals = Totals(report.totals)
    problems = report.problems
    gaps = report.gaps.map { Gap($0) }
    modules = report.modules.map { Module($0) }
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("texts, numbers and lists of them can be written as JSON")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  struct Totals: Encodable {
    let decisions: Count
    let conditions: Count
    let branches: Count
    let refusals: Int
    let hundredths: Int
    let justifiedHundredths: Int

    init(_ totals: CoverageTotals) {
      decisions = Count(totals.decisions)
      conditions = Count(totals.conditions)
      branches = Count(totals.branches)
      refusals = totals.refusals
      hundredths = totals.hundredths
      justifiedHundredths = totals.justifiedHundredths
    }
  }

  struct Count: Encodable {
    let total: Int
    let covered: Int
    let justified: Int

    init(_ count: CoverageCount) {
      total = count.total
      covered = count.covered
      justified = count.justified
    }
  }

  struct Gap: Encodable {
    let file: String
    let range: SourceRange
    let function: String
    let text: String
    let kind: String
    /// The position of the condition, or of the branch's outcome.
    let position: Int?
    /// Sets of rows, any of which would close the gap.
    let closing: [[Vector]]?
    let message: String

    init(_ gap: CoverageGap) {
      file = gap.path
      range = gap.range
      function = gap.function
      text = gap.text
      message = gap.message
      switch gap.kind {
      case .condition(let position, let closing):
        kind = "condition"
        self.position = position
        self.closing = closing.map { $0.map { Vector($0) } }
      case .infeasible(let position, _):
        kind = "infeasible"
        self.position = position
        closing = nil
      case .outcome(let outcome):
        kind = outcome ? "outcome-true" : "outcome-false"
        position = nil
        closing = nil
      case .branch(let outcome):
        kind = "branch"
        position = outcome
        closing = nil
      case .refusal:
        kind = "refusal"
        position = nil
        closing = nil
      }
    }
  }

  struct Vector: Encodable {
    let evaluated: UInt64
    let values: UInt64
    let outcome: Bool

    init(_ vector: ConditionVector) {
      evaluated = vector.evaluated
      values = vector.values
      outcome = vector.outcome
    }
  }

  struct Module: Encodable {
    let name: String
    let totals: Totals
    let files: [File]

    init(_ module: ModuleReport) {
      name = module.name
      totals = Totals(module.totals)
      files = module.files.map { File($0) }
    }
  }
}
