/// The figures of a file, a module or everything.
public struct CoverageTotals: Equatable, Sendable {
  /// A decision is covered when all its conditions and outcomes are.
  public var decisions = CoverageCount()
  /// MC/DC proper. What was refused counts here as one condition that is not covered.
  public var conditions = CoverageCount()
  /// The outcomes of decisions and of branches.
  public var branches = CoverageCount()
  /// What the instrumenter left alone.
  public var refusals = 0

  public init() {}

  /// The lower of the shares of conditions and branches, in hundredths of a percent.
  public var hundredths: Int { min(conditions.hundredths, branches.hundredths) }

  /// Whether there is nothing to cover.
  public var isEmpty: Bool { conditions.total + branches.total == 0 }

  public var gaps: Int { conditions.gaps + branches.gaps }

  /// The share of what is excused among all conditions and branches, in hundredths of a percent,
  /// rounded up.
  public var justifiedHundredths: Int {
    let total = conditions.total + branches.total
    let justified = conditions.justified + branches.justified
    return total == 0 ? 0 : (justified * 10_000 + total - 1) / total
  }

  mutating func add(_ decision: DecisionReport) {
    decisions.add(whole: decision.states)
    for state in decision.conditions { conditions.add(state) }
    for state in decision.outcomes { branches.add(state) }
  }

  mutating func add(_ branch: BranchReport) {
    for state in branch.outcomes { branches.add(state) }
  }

  mutating func add(_ refusal: RefusalReport) {
    conditions.add(.gap(refusal.gap))
    refusals += 1
  }

  static func + (left: CoverageTotals, right: CoverageTotals) -> CoverageTotals {
    var sum = left
    sum.decisions = left.decisions + right.decisions
    sum.conditions = left.conditions + right.conditions
    sum.branches = left.branches + right.branches
    sum.refusals += right.refusals
    return sum
  }
}

/// A share in hundredths of a percent as people write it: `99.95 %`, `100 %`.
func percent(_ hundredths: Int) -> String {
  let fraction = hundredths % 100
  guard fraction != 0 else { return "\(hundredths / 100) %" }
  return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) %"
}
