import MCDCKernel
import Testing

/// Decisions of all shapes, each judged as a person has judged it by hand.
struct HandTableTests {
  @Test(arguments: HandTable.all)
  func theVerdictsAreThoseWorkedOutByHand(_ table: HandTable) throws {
    let decision = try table.decision()
    #expect(letters(try decision.judge(table.vectors, by: .masking)) == table.masking)
    #expect(letters(try decision.judge(table.vectors, by: .uniqueCause)) == table.uniqueCause)
  }

  @Test(arguments: HandTable.all)
  func theOrderOfTheRowsDoesNotMatter(_ table: HandTable) throws {
    let decision = try table.decision()
    for criterion in Criterion.allCases {
      #expect(
        letters(try decision.judge(table.vectors.reversed(), by: criterion))
          == letters(try decision.judge(table.vectors, by: criterion)))
    }
  }

  @Test(arguments: HandTable.all.filter(\.isComplete))
  func thePossibleRowsAreThoseWorkedOutByHand(_ table: HandTable) throws {
    #expect(Set(try table.decision().possibleRows) == Set(table.vectors))
  }

  private func letters(_ verdicts: [ConditionVerdict]) -> String {
    verdicts.map { verdict in
      switch verdict {
      case .covered: "C"
      case .uncovered: "U"
      case .infeasible: "I"
      }
    }.joined()
  }
}
