import CoverageData
import CoverageReport
import MCDCKernel
import Testing

/// Totals, gaps, and what keeps a module below its level.
struct CoverageReportTests {
  @Test func whatEveryRowShowsIsFullyCovered() throws {
    let report = try Example.report()
    #expect(report.gaps.isEmpty)
    #expect(report.modules.map(\.name) == ["Alpha", "Beta"])
    #expect(report.totals.decisions.covered == 1)
    #expect(report.totals.conditions.covered == 3)
    // Two outcomes of the guard, two cases, and two ways of the try.
    #expect(report.totals.branches.covered == 6)
    #expect(report.totals.hundredths == 10_000)
    #expect(try report.shortfalls([RequiredLevel(module: nil, hundredths: 10_000)]) == [])
  }

  @Test(arguments: [
    (0, "condition 1, \"a\", is not shown", "F-- → F (a false)"),
    (1, "condition 3, \"c\", is not shown", "TFT → F (a true, b false, c true)"),
    (2, "condition 3, \"c\", is not shown", "TFF → T (a true, b false, c false)"),
  ])
  func aRunWithoutATraceThatAloneCoversARowFailsAndNamesTheRow(
    _ input: Int, _ condition: String, _ row: String
  ) throws {
    let report = try Example.report(Example.raw(without: input))
    let shortfalls = try report.shortfalls([RequiredLevel(module: "Alpha", hundredths: 10_000)])
    #expect(shortfalls.first?.hasPrefix("Alpha is covered to ") == true)
    let place = "\(Example.gate):2:9: \"a && (b || !c)\" in opens(): "
    let named = shortfalls.filter { $0.hasPrefix(place + condition) && $0.contains(row) }
    #expect(named.count == 1, "\(shortfalls)")
  }

  @Test func aBranchThatWasNotTakenIsNamed() throws {
    let report = try Example.report(Example.raw(without: 1))
    let gaps = report.modules[1].gaps
    #expect(gaps.map(\.missing) == ["it never had the outcome \"threw\""])
    #expect(gaps[0].message.hasPrefix("\(Example.lock):3:15: \"try go()\" in turn()"))
  }

  @Test func aModuleOfWhichNothingIsRequiredMayHaveGaps() throws {
    let report = try Example.report(Example.raw(without: 2))
    let ofNone = try report.shortfalls([])
    #expect(ofNone == [])
    let ofBeta = try report.shortfalls([RequiredLevel(module: "Beta", hundredths: 10_000)])
    #expect(ofBeta.count == 2)
  }

  @Test func aLevelThatIsReachedWithGapsIsEnough() throws {
    let report = try Example.report(Example.raw(without: 2))
    let level = report.modules[0].totals.hundredths
    #expect(try report.shortfalls([RequiredLevel(module: "Alpha", hundredths: level)]) == [])
    let above = try report.shortfalls([RequiredLevel(module: "Alpha", hundredths: level + 1)])
    #expect(!above.isEmpty)
  }

  @Test func aLevelOfAModuleThatIsNotThereIsAnError() throws {
    let report = try Example.report()
    #expect(throws: CoverageReportError.unknownModule("Gamma", known: ["Alpha", "Beta"])) {
      try report.shortfalls([RequiredLevel(module: "Gamma", hundredths: 1)])
    }
  }

  @Test func aDecisionThatWasNeverEvaluatedIsAllGaps() throws {
    let report = try Example.report(RawCoverage(inputs: ["traces/good.pcapng"]))
    #expect(report.modules[0].gaps.count == 5)
    #expect(report.modules[0].totals.hundredths == 0)
  }

  @Test func whatWasRefusedIsAGap() throws {
    var manifest = Example.manifest
    manifest.refusals = [
      .init(
        file: 1, range: Example.range(6, 1, 2), text: "x ~~> y",
        reason: "the operator is not known")
    ]
    let report = try Example.report(manifest: manifest)
    #expect(report.gaps.map(\.missing) == ["it is not instrumented: the operator is not known"])
    #expect(report.modules[1].totals.hundredths == 0)
    let shortfalls = try report.shortfalls([RequiredLevel(module: nil, hundredths: 10_000)])
    #expect(shortfalls.count == 2)
  }

  @Test func theSameRowTwiceIsOneRow() throws {
    var raw = Example.raw
    raw.rows.append(Example.row("TT-T", hits: 3, [Example.event(1, 3), Example.event(2, 1)]))
    let row = try Example.report(raw).modules[0].files[0].decisions[0].rows[0]
    #expect(row.hits == 15)
    #expect(row.events == [Example.event(0, 17), Example.event(1, 3), Example.event(2, 1)])
  }

  @Test func aHundredPercentIsNotReachedByRounding() {
    var count = CoverageCount()
    count.total = 100_000
    count.covered = 99_999
    #expect(count.hundredths == 9_999)
  }

  @Test func aRowThatIsNoPathOfItsDecisionIsAnError() {
    var raw = Example.raw
    raw.rows.append(Example.row("F-TT", hits: 1, [Example.event(0, 1)]))
    #expect {
      try Example.report(raw)
    } throws: { error in
      guard case .decision(let place, _, .notAPath)? = error as? CoverageReportError else {
        return false
      }
      return place == "\(Example.gate):2:9"
    }
  }

  @Test(arguments: [
    RawCoverage(inputs: [], rows: [Example.row("F--F", hits: 1, [Example.event(0, 1)])]),
    RawCoverage(
      inputs: ["a"],
      rows: [.init(decision: 8, evaluated: 0, values: 0, outcome: false, hits: 1, events: [])]),
    RawCoverage(inputs: ["a"], branches: [.init(branch: 1, outcome: 1, hits: 1, events: [])]),
    RawCoverage(inputs: ["a"], branches: [.init(branch: 9, outcome: 0, hits: 1, events: [])]),
  ])
  func rawDataOfAnotherBuildAreAnError(_ raw: RawCoverage) {
    #expect {
      try Example.report(raw)
    } throws: { error in
      guard case .inconsistent? = error as? CoverageReportError else { return false }
      return true
    }
  }

  @Test(arguments: [
    ("100", nil, 10_000), ("97.5", nil, 9_750), ("0", nil, 0), ("99.99", nil, 9_999),
    ("MatterCore=100", "MatterCore", 10_000),
  ])
  func aLevelIsReadFromText(_ text: String, _ module: String?, _ hundredths: Int) {
    #expect(RequiredLevel(text) == RequiredLevel(module: module, hundredths: hundredths))
  }

  @Test(arguments: ["", "101", "100.01", "-1", "x", "A=", "=100", "A=1=2", "9.999", "1.", "+5"])
  func aWrongLevelIsRefused(_ text: String) {
    #expect(RequiredLevel(text) == nil)
  }
}
