import MCDCKernel
import Testing

/// What a verdict says beyond yes and no: the pair, the rows that would close a gap, the reason.
struct VerdictTests {
  @Test func theProvingPairNamesItsRows() throws {
    let verdicts = try judge("(a && b) || c", "TT-T TFTT TFFF F-FF", by: .masking)
    #expect(
      verdicts == [
        .covered(ProvingPair(whenTrue: 0, whenFalse: 3)),
        .covered(ProvingPair(whenTrue: 0, whenFalse: 2)),
        .covered(ProvingPair(whenTrue: 1, whenFalse: 2)),
      ])
  }

  @Test func maskingPrefersAPairBetweenWhichNothingElseDiffers() throws {
    // F-FF comes first and would do, but a differs between it and TFTT.
    let verdicts = try judge("(a && b) || c", "TFTT F-FF TFFF", by: .masking)
    #expect(verdicts[2] == .covered(ProvingPair(whenTrue: 0, whenFalse: 2)))
  }

  @Test(arguments: [
    ("a && b", "TTT F-F", 1, "TFF"),
    ("x > 0, let y = z, y.ok || w", "F---F TF--F TTT-T TTFFF", 3, "TTFTT"),
    ("a && (b || !c) && d", "TT-TT TT-FF TFFTT F---F", 1, "TFT-F"),
    ("year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)", "TT-T TFFF F--F", 2, "TFTT"),
  ])
  func aGapNamesTheOneRowThatWouldCloseIt(
    _ text: String, _ rows: String, _ condition: Int, _ closing: String
  ) throws {
    for criterion in Criterion.allCases {
      let verdicts = try judge(text, rows, by: criterion)
      #expect(verdicts[condition] == .uncovered(closing: [[ConditionVector(row: closing)]]))
    }
  }

  @Test func aGapThatSeveralRowsCloseNamesEachOfThem() throws {
    let verdicts = try judge("(a && b) || c", "TT-T TFTT F-FF", by: .uniqueCause)
    #expect(
      verdicts[2]
        == .uncovered(closing: [[ConditionVector(row: "TFFF")], [ConditionVector(row: "F-TT")]]))
  }

  @Test func aGapThatNoOneRowClosesNamesTwo() throws {
    let verdicts = try judge("a && b", "F-F", by: .masking)
    #expect(verdicts[0] == .uncovered(closing: [[ConditionVector(row: "TTT")]]))
    #expect(
      verdicts[1]
        == .uncovered(closing: [[ConditionVector(row: "TTT"), ConditionVector(row: "TFF")]]))
  }

  @Test func aConditionThatCannotBeCoveredSaysWhy() throws {
    #expect(
      try judge("a || true", "T-T FTT", by: .masking)
        == [.infeasible(.neverDecides), .infeasible(.constant(true))])
    #expect(
      try judge("a || !a", "T-T FFT", by: .masking)
        == [.infeasible(.coupled(with: [1])), .infeasible(.coupled(with: [0]))])
    #expect(
      try judge("(a && b) || (!a && c)", "TT--T TFT-F F-FTT F-FFF", by: .uniqueCause)[2]
        == .infeasible(.coupled(with: [0])))
  }

  @Test(arguments: [
    ("a && b", "F-T"),  // another outcome than the tree's
    ("a && b", "FFF"),  // b evaluated although a was false
    ("a && b", "T-T"),  // stopped in the middle
    ("a && b", "--F"),  // never begun
    ("a || b", "TTT"),
    ("(a && b) || c", "T-TT"),
    ("a, b", "-TT"),
  ])
  func aRowThatIsNoPathOfItsTreeIsAnError(_ text: String, _ row: String) throws {
    let decision = DecisionText(text)
    let table = try DecisionTable(decision.expression, texts: decision.conditions)
    let vector = ConditionVector(row: row)
    #expect(throws: DecisionError.notAPath(vector)) { try table.judge([vector], by: .masking) }
  }

  @Test func aValueOfAConditionThatWasNotEvaluatedIsAnError() throws {
    let vector = ConditionVector(evaluated: 0b01, values: 0b10, outcome: false)
    let table = try DecisionTable(.and(.condition(0), .condition(1)), texts: ["a", "b"])
    #expect(throws: DecisionError.notAPath(vector)) { try table.judge([vector], by: .masking) }
  }

  @Test func conditionsAreNumberedInTheOrderOfTheSource() {
    #expect(throws: DecisionError.wrongNumbering([1, 0])) {
      try DecisionTable(.and(.condition(1), .condition(0)), texts: ["a", "b"])
    }
    #expect(throws: DecisionError.wrongNumbering([0])) {
      try DecisionTable(.condition(0), texts: ["a", "b"])
    }
  }

  @Test func twentyOneConditionsAreJudgedAndOneMoreIsRefused() throws {
    let names = (0..<22).map { "c\($0)" }
    let chain = { (count: Int) in
      (1..<count).reduce(BooleanExpression.condition(0)) { .and($0, .condition($1)) }
    }
    #expect(try DecisionTable(chain(21), texts: Array(names[..<21])).possibleRows.count == 22)
    #expect(throws: DecisionError.tooManyConditions(22)) {
      try DecisionTable(chain(22), texts: names)
    }
  }

  private func judge(
    _ text: String, _ rows: String, by criterion: Criterion
  ) throws -> [ConditionVerdict] {
    let table = HandTable.partial(text, rows, masking: "", uniqueCause: "")
    return try table.decision().judge(table.vectors, by: criterion)
  }
}
