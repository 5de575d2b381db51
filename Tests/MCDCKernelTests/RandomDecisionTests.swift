import MCDCKernel
import Testing

/// Random decisions, judged by the kernel and by trying everything.
struct RandomDecisionTests {
  static let seeds = UInt64(1)...250

  @Test(arguments: [false, true])
  func theVerdictsAreThoseOfASearchOverAllPairs(coupled: Bool) throws {
    for seed in Self.seeds {
      let decision = try RandomDecision(seed: seed, coupled: coupled)
      let search = BruteForce(expression: decision.expression, count: decision.terms.count)
      for criterion in Criterion.allCases {
        let verdicts = try decision.table.judge(decision.rows, by: criterion)
        for (condition, verdict) in verdicts.enumerated() {
          #expect(
            verdict.isCovered == search.isCovered(condition, by: decision.rows, criterion),
            "seed \(seed), coupled \(coupled), \(criterion), condition \(condition)")
        }
      }
    }
  }

  @Test(arguments: [false, true])
  func uniqueCauseImpliesMasking(coupled: Bool) throws {
    for seed in Self.seeds {
      let decision = try RandomDecision(seed: seed, coupled: coupled)
      let unique = try decision.table.judge(decision.rows, by: .uniqueCause)
      let masking = try decision.table.judge(decision.rows, by: .masking)
      for (left, right) in zip(unique, masking) {
        #expect(!left.isCovered || right.isCovered, "seed \(seed), coupled \(coupled)")
      }
    }
  }

  @Test func thePossibleRowsAreThoseOfAllAllowedAssignments() throws {
    for seed in Self.seeds {
      let decision = try RandomDecision(seed: seed, coupled: true)
      let search = BruteForce(expression: decision.expression, count: decision.terms.count)
      let rows = search.assignments.filter(decision.allows).map(search.row(of:))
      #expect(Set(rows) == Set(decision.table.possibleRows), "seed \(seed)")
      #expect(
        Set(decision.table.possibleRows).count == decision.table.possibleRows.count,
        "seed \(seed)")
    }
  }

  @Test func everyProvingPairShowsItsCondition() throws {
    for seed in Self.seeds {
      let decision = try RandomDecision(seed: seed, coupled: true)
      let search = BruteForce(expression: decision.expression, count: decision.terms.count)
      for criterion in Criterion.allCases {
        let verdicts = try decision.table.judge(decision.rows, by: criterion)
        for (condition, verdict) in verdicts.enumerated() {
          guard case .covered(let pair) = verdict else { continue }
          let first = decision.rows[pair.whenTrue]
          let second = decision.rows[pair.whenFalse]
          #expect(search.shows(condition, first, second, criterion), "seed \(seed)")
        }
      }
    }
  }

  @Test func theRowsThatAreSaidToCloseAGapCloseIt() throws {
    for seed in Self.seeds {
      let decision = try RandomDecision(seed: seed, coupled: true)
      for criterion in Criterion.allCases {
        let verdicts = try decision.table.judge(decision.rows, by: criterion)
        for (condition, verdict) in verdicts.enumerated() {
          guard case .uncovered(let closing) = verdict else { continue }
          for rows in closing {
            let more = try decision.table.judge(decision.rows + rows, by: criterion)
            #expect(more[condition].isCovered, "seed \(seed), condition \(condition)")
          }
        }
      }
    }
  }

  @Test func nothingCoversWhatIsSaidToBeInfeasible() throws {
    for seed in Self.seeds {
      let decision = try RandomDecision(seed: seed, coupled: true)
      for criterion in Criterion.allCases {
        let verdicts = try decision.table.judge(decision.rows, by: criterion)
        let best = try decision.table.judge(decision.table.possibleRows, by: criterion)
        for (verdict, best) in zip(verdicts, best) {
          guard case .infeasible = verdict else { continue }
          #expect(!best.isCovered, "seed \(seed)")
        }
      }
    }
  }
}
