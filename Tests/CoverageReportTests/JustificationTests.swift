import CoverageData
import CoverageReport
import FoundationEssentials
import Testing

/// What excuses a gap, and what fails.
struct JustificationTests {
  /// Excuses that c never is true: then its row TFT → F is missing too, and so is b as false.
  private static let ofC = Justification(
    file: Example.gate, function: "opens()", text: "a && (b || !c)", condition: "c",
    outcome: "true", reason: "c is true for closed gates only", because: "Gate.closed is final")

  private static let ofB = Justification(
    file: Example.gate, function: "opens()", text: "a && (b || !c)", condition: "b",
    reason: "b is shown only where c is true", because: "Gate.closed is final")

  private static let ofThrow = Justification(
    file: Example.lock, function: "turn()", text: "try go()", outcome: "threw",
    reason: "go() throws on nothing else", because: "GoError has no case")

  @Test func aJustifiedConditionIsNoGap() throws {
    let report = try Example.report(
      Self.without("TFTF"), [Self.ofC, Self.ofB])
    #expect(report.modules[0].gaps.isEmpty)
    #expect(report.modules[0].totals.conditions.justified == 2)
    #expect(report.modules[0].totals.hundredths == 10_000)
  }

  @Test func aJustifiedOutcomeOfABranchIsNoGap() throws {
    let report = try Example.report(Self.withoutThrow, [Self.ofThrow])
    #expect(report.modules[1].gaps.isEmpty)
    #expect(report.modules[1].totals.branches.justified == 1)
  }

  @Test func aDecisionThatIsNeverReachedIsExcusedAsAWhole() throws {
    let whole = Self.decision(outcome: nil)
    let report = try Example.report(Self.without("TT-T", "TFTF", "TFFT", "F--F"), [whole])
    #expect(report.modules[0].gaps.isEmpty)
    #expect(report.modules[0].totals.decisions.justified == 1)
  }

  @Test func aDecisionThatIsNeverFalseCannotShowItsConditions() throws {
    let never = Self.decision(outcome: "false")
    let report = try Example.report(Self.without("TFTF", "F--F"), [never])
    #expect(report.modules[0].gaps.isEmpty)
    #expect(report.modules[0].totals.branches.justified == 1)
    #expect(report.modules[0].totals.conditions.justified == 3)
  }

  @Test(arguments: [
    ofC, ofThrow, decision(outcome: nil), decision(outcome: "true"), decision(outcome: "false"),
    Justification(
      file: Example.lock, function: "turn()", text: "case .left", reason: "left is not built yet",
      because: "Key.left"),
  ])
  func aJustifiedOneThatIsCoveredFails(_ justification: Justification) throws {
    let problems = try Example.report(Example.raw, [justification]).problems
    #expect(problems.count == 1)
    #expect(problems.first?.contains("it is covered; delete the justification") == true)
  }

  @Test func aValueThatDoesDecideCannotBeExcused() throws {
    var wrong = Self.ofC
    wrong.outcome = "false"
    let problems = try Example.report(Self.without("TFTF"), [wrong]).problems
    #expect(problems.contains { $0.contains("it is covered") })
  }

  @Test func halfOfAConditionDoesNotExcuseTheOther() throws {
    let report = try Example.report(Self.without("TFTF", "TFFT"), [Self.ofC])
    #expect(report.gaps.contains { $0.missing.hasPrefix("condition 3") })
    #expect(report.problems.contains { $0.contains("it excuses nothing") })
  }

  @Test func aJustificationThatMatchesNothingFails() throws {
    var (file, function, text) = (Self.ofC, Self.ofC, Self.ofC)
    file.file = "Sources/Core/Alpha/Other.swift"
    function.function = "closes()"
    text.text = "a && (b || c)"
    for stale in [file, function, text] {
      let problems = try Example.report(Self.without("TFTF"), [stale]).problems
      #expect(problems.contains { $0.contains("nothing matches it") })
    }
  }

  @Test func aConditionOrOutcomeThatIsNotThereFails() throws {
    var stale = Self.ofC
    stale.condition = "d"
    var unknown = Self.ofThrow
    unknown.outcome = "exploded"
    for justification in [stale, unknown] {
      let problems = try Example.report(Self.withoutThrow, [justification]).problems
      #expect(problems.contains { $0.contains("nothing matches it") })
    }
  }

  @Test func theSameJustificationTwiceFails() throws {
    let problems = try Example.report(Self.withoutThrow, [Self.ofThrow, Self.ofThrow]).problems
    #expect(problems.contains { $0.hasPrefix("justification 2") && $0.contains("already") })
  }

  @Test func ofSeveralWithTheSameTextOneCanBeMeant() throws {
    var manifest = Example.manifest
    var second = manifest.branches[1]
    second.id = 20
    second.range.line = 5
    manifest.branches.append(second)
    var raw = Example.raw
    raw.branches.append(.init(branch: 20, outcome: 0, hits: 1, events: [Example.event(0, 1)]))
    var meant = Self.ofThrow
    meant.occurrence = 2
    let report = try Example.report(raw, [meant], manifest: manifest)
    #expect(report.gaps.isEmpty)
    #expect(!report.problems.contains { $0.contains("covered; delete") })
    // The first did throw, and a third is not there.
    for (occurrence, problem) in [(1, "it is covered"), (3, "nothing matches it")] {
      meant.occurrence = occurrence
      let problems = try Example.report(raw, [meant], manifest: manifest).problems
      #expect(problems.contains { $0.contains(problem) })
    }
  }

  @Test func whatIsJustifiedIsTold() throws {
    try Folder.with { folder in
      let path = folder + "/justifications.json"
      try Folder.write(
        """
        [{"file": "\(Example.lock)", "function": "turn()", "text": "try go()", "outcome": "threw",
          "reason": "go() throws on nothing else", "because": "GoError has no case"}]
        """, to: path)
      let result = try ReportFormatTests.run(Self.withoutThrow) { $0.justifications = path }
      #expect(
        result.standardOutput.contains(
          """
          JUSTIFIED

          Sources/Core/Beta/Lock.swift:3:15 try in turn()
            try go()
            ✓ returned: once, first at good #2
            ○ threw: justified: go() throws on nothing else (GoError has no case)

          """))
    }
  }

  @Test func whiteSpaceInATextDoesNotCount() throws {
    var spaced = Self.ofThrow
    spaced.text = "try\n    go()"
    #expect(try Example.report(Self.withoutThrow, [spaced]).gaps.isEmpty)
  }

  @Test func moreThanThreePercentOfAModuleFails() throws {
    let report = try Example.report(Self.withoutThrow, [Self.ofThrow])
    #expect(
      report.problems == [
        "Beta: 25 % is justified and not covered, more than the 3 % allowed; cover some of it"
      ])
    #expect(try report.shortfalls([]) == report.problems)
  }

  @Test func threePercentOfAModuleAreAllowed() throws {
    // 33 branches of which all but one were taken: 1 of 34 conditions and branches with the try.
    var manifest = Example.manifest
    var raw = Self.withoutThrow
    for id in 100..<130 {
      var more = manifest.branches[0]
      more.id = id
      manifest.branches.append(more)
      raw.branches.append(.init(branch: id, outcome: 0, hits: 1, events: [Example.event(0, 1)]))
    }
    let report = try Example.report(raw, [Self.ofThrow], manifest: manifest)
    #expect(report.problems == [])
    #expect(report.modules[1].totals.justifiedHundredths == 295)
  }

  @Test func justificationsAreReadFromAFile() throws {
    let content = """
      [{"file": "a.swift", "function": "f()", "text": "x ?? y", "outcome": "nil",
        "reason": "x is set before", "because": "State.ready"}]
      """
    let read = try Self.withFile(content) { path in try Justification.read(path: path) }
    #expect(
      read == [
        Justification(
          file: "a.swift", function: "f()", text: "x ?? y", outcome: "nil",
          reason: "x is set before", because: "State.ready")
      ])
  }

  @Test(arguments: [
    ("{", "it is not JSON"),
    ("{}", "it has the wrong type"),
    (#"[{"file": "a"}]"#, "[0] has no member function"),
    (entry(reason: ""), "entry 1 has no reason; give one of a sentence"),
    (entry(reason: "because"), "entry 1 has no reason; give one of a sentence"),
    (entry(because: " "), "entry 1 does not say because of what; name the assertion or type"),
    (
      entry(condition: "x", outcome: "nil"),
      "entry 1 has an outcome \"nil\" for a condition; it is true or false"
    ),
  ])
  func aWrongFileIsToldInOneLine(_ content: String, _ problem: String) throws {
    let message = try Self.withFile(content) { path in
      do throws(JustificationError) {
        return "\(try Justification.read(path: path).count) were read"
      } catch {
        return error.message
      }
    }
    #expect(message.hasSuffix(" is no list of justifications: \(problem)"))
  }

  @Test func aFileThatIsNotThereIsToldInOneLine() {
    #expect(throws: JustificationError.unreadable("no/such/file")) {
      try Justification.read(path: "no/such/file")
    }
  }

  private static func without(_ rows: String...) -> RawCoverage {
    var raw = Example.raw
    let gone = rows.map { Example.row($0, hits: 1, []) }
    raw.rows.removeAll { row in
      gone.contains { $0.evaluated == row.evaluated && $0.values == row.values }
    }
    return raw
  }

  private static var withoutThrow: RawCoverage {
    var raw = Example.raw
    raw.branches.removeAll { $0.branch == 2 && $0.outcome == 1 }
    return raw
  }

  private static func decision(outcome: String?) -> Justification {
    Justification(
      file: Example.gate, function: "opens()", text: "a && (b || !c)", outcome: outcome,
      reason: "the gate is never asked", because: "Gate is not used")
  }

  private static func entry(
    condition: String? = nil, outcome: String? = nil, reason: String = "it cannot be so",
    because: String = "State"
  ) -> String {
    let optional = [("condition", condition), ("outcome", outcome)].compactMap { name, value in
      value.map { ", \"\(name)\": \"\($0)\"" }
    }
    return """
      [{"file": "a", "function": "f()", "text": "x", "reason": "\(reason)",
        "because": "\(because)"\(optional.joined())}]
      """
  }

  private static func withFile<Value>(
    _ content: String, _ body: (String) throws -> Value
  ) throws -> Value {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).json"
    try Data(content.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }
}
