import CoverageData
import CoverageReport
import FoundationEssentials
import MCDCKernel
import Testing

/// What the report looks like in each format.
struct ReportFormatTests {
  @Test func textSaysGapsFirstThenTotals() throws {
    let result = try Self.run(Example.raw(without: 1))
    #expect(
      result.standardOutput == """
        MC/DC by masking, 3 inputs: 3 gaps

        GAPS

        Sources/Core/Alpha/Gate.swift:2:9 guard in opens()
          a && (b || !c)
          row   1 2 3  outcome       hits  events
            1   T T -  true            12  good #17
            2   T F F  true             1  odd #5
            3   F - -  false            4  good #4
          ✓ 1  a: rows 1 and 3
          ✗ condition 2, "b", is not shown to decide; it would be by the row TFT → F (a true, b false, c
            true)
          ✗ condition 3, "c", is not shown to decide; it would be by the row TFT → F (a true, b false, c
            true)

        Sources/Core/Beta/Lock.swift:3:15 try in turn()
          try go()
          ✓ returned: once, first at good #2
          ✗ it never had the outcome "threw"

        TOTALS                                         level   decisions  conditions    branches   justified
        all                                          33.33 %         0/1         1/3         5/6         0 %
        Alpha                                        33.33 %         0/1         1/3         2/2         0 %
          Gate.swift                                 33.33 %         0/1         1/3         2/2         0 %
        Beta                                            75 %         0/0         0/0         3/4         0 %
          Lock.swift                                    75 %         0/0         0/0         3/4         0 %

        """)
    #expect(
      result.shortfalls == [
        "Alpha is covered to 33.33 %, and 100 % is required",
        "Beta is covered to 75 %, and 100 % is required",
      ])
  }

  @Test func textIsAHundredColumnsWide() throws {
    let result = try Self.run(Example.raw(without: 2)) { $0.showsEverything = true }
    #expect(result.standardOutput.contains("\nCOVERED\n"))
    #expect(result.standardOutput.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func lcovHasLinesBranchesAndBothSensesOfConditions() throws {
    let result = try Self.run(Example.raw(without: 1)) { $0.format = .lcov }
    #expect(
      result.standardOutput == """
        TN:
        SF:Sources/Core/Alpha/Gate.swift
        BRDA:2,0,0,13
        BRDA:2,0,1,4
        BRF:2
        BRH:2
        MCDC:2,3,t,1,0,a
        MCDC:2,3,f,1,0,a
        MCDC:2,3,t,1,1,b
        MCDC:2,3,f,0,1,b
        MCDC:2,3,t,0,2,c
        MCDC:2,3,f,1,2,c
        MCF:6
        MCH:4
        DA:2,17
        LF:1
        LH:1
        end_of_record
        TN:
        SF:Sources/Core/Beta/Lock.swift
        BRDA:3,0,0,1
        BRDA:3,1,0,1
        BRDA:3,1,1,0
        BRDA:4,0,0,1
        BRF:4
        BRH:3
        MCF:0
        MCH:0
        DA:3,2
        DA:4,1
        LF:2
        LH:2
        end_of_record

        """)
    // The same gaps are named on standard error: the format does not say what would close them.
    #expect(result.shortfalls.count == 5)
  }

  @Test func lcovGetsOneGroupForDecisionsOfALineThatAreAlike() throws {
    var manifest = Example.manifest
    var twin = Example.decision
    twin.id = 8
    twin.range.column = 40
    manifest.decisions.append(twin)
    let result = try Self.run(Example.raw, manifest) { $0.format = .lcov }
    let records = result.standardOutput.split(separator: "\n").filter { $0.hasPrefix("MCDC:") }
    // The twin was never evaluated: so no sense of the group is taken.
    #expect(records.count == 6)
    #expect(records.first == "MCDC:2,3,t,0,0,a | a")
    #expect(records.allSatisfy { $0.split(separator: ",")[3] == "0" })
  }

  @Test func jsonIsOneObjectWithStableNames() throws {
    let result = try Self.run(Example.raw(without: 1)) { $0.format = .json }
    let report = try JSONDecoder().decode(Read.self, from: Data(result.standardOutput.utf8))
    #expect(report.format == "mcdc-report-1")
    #expect(report.criterion == "masking")
    #expect(report.totals.conditions.total == 3)
    #expect(report.gaps.map(\.kind) == ["condition", "condition", "branch"])
    #expect(report.gaps[0].closing == [[.init(evaluated: 7, values: 5, outcome: false)]])
    let decision = report.modules[0].files[0].decisions[0]
    #expect(decision.conditions.map(\.state.state) == ["covered", "gap", "gap"])
    #expect(decision.conditions[0].pair == [0, 2])
    #expect(decision.rows[0].events == [EventReference(input: 0, number: 17)])
    let again = try Self.run(Example.raw(without: 1)) { $0.format = .json }
    #expect(again.standardOutput == result.standardOutput)
  }

  @Test func theReportGoesToAFileWhenAskedTo() throws {
    try Folder.with { folder in
      let path = folder + "/report.info"
      let result = try Self.run(Example.raw) {
        $0.format = .lcov
        $0.output = path
      }
      #expect(result.standardOutput == path + "\n")
      #expect(try Folder.read(path).hasPrefix("TN:\n"))
    }
  }

  @Test func whatCannotBeReadOrWrittenIsToldInOneLine() throws {
    let missing = ReportRequest(manifest: "no/manifest", raw: "no/raw", sources: "")
    #expect(throws: CoverageReportError.file(.unreadable("no/manifest"))) { try missing.run() }
    #expect(throws: CoverageReportError.file(.unwritable("no/such/folder/x"))) {
      try Self.run(Example.raw) { $0.output = "no/such/folder/x" }
    }
    #expect(throws: CoverageReportError.sourceMissing("elsewhere/\(Example.gate)")) {
      try Folder.with { folder in
        try Self.run(Example.raw) {
          $0.format = .html
          $0.sources = "elsewhere"
          $0.output = folder + "/pages"
        }
      }
    }
  }

  @Test(arguments: [
    (
      #"{"format": "mcdc-raw-0", "inputs": [], "rows": [], "branches": []}"#,
      "its format is mcdc-raw-0"
    ),
    (#"{"format": "mcdc-raw-1", "inputs": [], "rows": []}"#, "it has no member branches"),
    (
      #"{"format": "mcdc-raw-1", "inputs": [], "rows": [{"decision": "a"}], "branches": []}"#,
      "rows[0].decision has the wrong type"
    ),
    ("", "it is not JSON"),
  ])
  func aFileOfAnotherFormatIsRefused(_ content: String, _ problem: String) throws {
    try Folder.with { folder in
      let path = folder + "/raw.json"
      try Folder.write(content, to: path)
      #expect(
        throws: CoverageFileError.malformed(path, expected: "mcdc-raw-1", problem: problem)
      ) {
        try RawCoverage(path: path)
      }
    }
  }

  @Test func coverageDataReadBackAreTheSame() throws {
    try Folder.with { folder in
      try Example.manifest.write(path: folder + "/manifest.json")
      try Example.raw.write(path: folder + "/raw.json")
      #expect(try CoverageManifest(path: folder + "/manifest.json") == Example.manifest)
      #expect(try RawCoverage(path: folder + "/raw.json") == Example.raw)
    }
  }

  /// Makes a report as a command does, from files.
  static func run(
    _ raw: RawCoverage, _ manifest: CoverageManifest = Example.manifest,
    _ change: (inout ReportRequest) -> Void = { _ in }
  ) throws -> ReportResult {
    try Folder.with { folder in
      try manifest.write(path: folder + "/manifest.json")
      try raw.write(path: folder + "/raw.json")
      var request = ReportRequest(
        manifest: folder + "/manifest.json", raw: folder + "/raw.json", sources: folder)
      request.required = [RequiredLevel(module: nil, hundredths: 10_000)]
      change(&request)
      return try request.run()
    }
  }

  /// The parts of the JSON report that these tests read.
  private struct Read: Decodable {
    let format: String
    let criterion: String
    let totals: Totals
    let gaps: [Gap]
    let modules: [Module]

    struct Totals: Decodable { let conditions: Count }
    struct Count: Decodable { let total: Int }
    struct Gap: Decodable {
      let kind: String
      let closing: [[Vector]]?
    }
    struct Vector: Decodable, Equatable {
      let evaluated: UInt64
      let values: UInt64
      let outcome: Bool
    }
    struct Module: Decodable { let files: [File] }
    struct File: Decodable { let decisions: [Decision] }
    struct Decision: Decodable {
      let conditions: [Condition]
      let rows: [Row]
    }
    struct Condition: Decodable {
      let state: State
      let pair: [Int]?
    }
    struct State: Decodable { let state: String }
    struct Row: Decodable { let events: [EventReference] }
  }
}
