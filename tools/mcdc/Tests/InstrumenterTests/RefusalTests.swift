import CoverageData
import Instrumenter
import MCDCKernel
import Testing

/// What cannot be instrumented is named with its place and a reason: nothing goes by in silence.
struct RefusalTests {
  private let manifest: CoverageManifest

  init() throws {
    manifest = try ModuleSet(
      [ModuleSet.Module(name: "Refused", folder: "Refused")], package: Toolchain.fixtures,
      flags: []
    ).instrumented().manifest
  }

  @Test(arguments: [
    (6, "a && a <??> b || b", "operator in it is not known"),
    (14, "||", "no rule of the instrumenter expects it"),
    (18, "#expect(a && b)", "macro expect"),
    (22, "stream", "for try await"),
    (26, "let value?", "for case"),
    (30, "(a, b)", "several Booleans"),
    (42, "?", "key path"),
    (44, "@Wrapper(isOn: true && false)", "attribute"),
    (47, "try", "whole `if` or `switch`"),
  ])
  func exoticConstructsAreRefused(line: Int, text: String, reason: String) {
    #expect(
      manifest.refusals.contains {
        $0.range.line == line && $0.text == text && $0.reason.contains(reason)
      })
  }

  @Test func aDecisionOfTooManyConditionsIsRefused() {
    #expect(manifest.refusals.contains { $0.reason.contains("22 conditions") })
    #expect(!manifest.decisions.contains { $0.conditions.count > DecisionTable.conditionLimit })
  }

  @Test func nothingElseIsRefused() {
    #expect(manifest.refusals.count == 10)
  }

  @Test func aFileWithErrorsIsRefusedWhole() throws {
    let workshop = try Workshop()
    try workshop.write("func f(_ a: Bool {\n  if a && { return }\n}\n", to: "Broken/Broken.swift")
    let manifest = try ModuleSet(
      [ModuleSet.Module(name: "Broken", folder: "Broken")], package: workshop.folder, flags: []
    ).instrumented().manifest
    #expect(manifest.refusals.map(\.reason) == ["The file is not understood: it has errors."])
    #expect(manifest.decisions.isEmpty)
  }

  @Test func assertionsAreListedAndAreNoDecisions() {
    #expect(
      manifest.assertions.map(\.text) == [
        #"precondition(a || !b, "stated, not decided")"#, "assert(a && b)",
      ])
    #expect(!manifest.decisions.contains { $0.function == "asserted(_:_:)" })
  }

  @Test func aKnownOperatorOfTheFileIsUnderstood() {
    #expect(manifest.decisions.contains { $0.text == "a <?> b && b" })
  }
}
