import CoverageData
import Foundation
import Instrumenter
import MCDCKernel
import Testing

/// The fixtures in Fixtures/Constructs: every construct that is instrumented, compiled as it is and
/// as a copy, and called in the same way.
@Suite(.serialized) struct ConstructTests {
  private static let compiled = Result { try Compiled() }

  private struct Compiled {
    let workshop: Workshop
    let clean: String
    let rows: Rows
    let manifest: CoverageManifest
    let mutants: MutantManifest
    let mutantProgram: String

    init() throws {
      workshop = try Workshop()
      let driver = "\(Toolchain.fixtures)/Driver/main.swift"
      let constructs = try Toolchain.sources(in: "\(Toolchain.fixtures)/Constructs")
      clean = try Toolchain.run(
        workshop.compile(constructs + [driver], as: "clean", withProbe: false), [])

      try workshop.compileProbe()
      let set = try ModuleSet(
        [ModuleSet.Module(name: "Fixture", folder: "Constructs")], package: Toolchain.fixtures,
        flags: [])
      let instrumented = set.instrumented()
      manifest = instrumented.manifest
      let program = try Self.compile(instrumented.copies, "copy", driver, workshop)
      rows = try Rows(Toolchain.run(program, []))

      let mutated = set.mutated()
      mutants = mutated.manifest
      mutantProgram = try Self.compile(mutated.copies, "mutants", driver, workshop)
    }

    private static func compile(
      _ copies: [ModuleSet.Copy], _ name: String, _ driver: String, _ workshop: Workshop
    ) throws -> String {
      let folder = "\(workshop.folder)/\(name)-sources"
      try CopyFolder(path: folder).hold(copies)
      return try workshop.compile(
        Toolchain.sources(in: folder) + [driver], as: name, withProbe: true)
    }
  }

  @Test func theCopyMeansTheSame() throws {
    let compiled = try Self.compiled.get()
    #expect(compiled.rows.results == lines(compiled.clean))
    #expect(!compiled.rows.results.isEmpty)
  }

  @Test func everyDecisionHasTheRowsThatItsCallsMean() throws {
    let compiled = try Self.compiled.get()
    var found: [ExpectedRows.Place: String] = [:]
    for decision in compiled.manifest.decisions {
      found[ExpectedRows.Place(decision.function, decision.text)] = compiled.rows.text(of: decision)
    }
    #expect(found.count == compiled.manifest.decisions.count)
    #expect(found.count == ExpectedRows.decisions.count)
    for (place, rows) in ExpectedRows.decisions {
      #expect(found[place] == rows, "\(place.function): \(place.text)")
    }
  }

  @Test func everyBranchGoesWhereItsCallsMean() throws {
    let compiled = try Self.compiled.get()
    var found: [ExpectedRows.Place: String] = [:]
    for branch in compiled.manifest.branches {
      found[ExpectedRows.Place(branch.function, branch.text)] = compiled.rows.text(of: branch)
    }
    for (place, outcomes) in ExpectedRows.branches {
      #expect(found[place] == outcomes, "\(place.function): \(place.text)")
    }
    #expect(
      Set(compiled.manifest.branches.map(\.kind)) == Set(CoverageManifest.BranchKind.allCases))
  }

  @Test func everyRowIsAPathOfItsDecision() throws {
    let compiled = try Self.compiled.get()
    for decision in compiled.manifest.decisions {
      let table = try DecisionTable(decision.expression, texts: decision.conditions.map(\.text))
      for row in compiled.rows.decisions[decision.id] ?? [] { try table.check(row) }
    }
  }

  @Test func rangesAreThoseOfTheSource() throws {
    let compiled = try Self.compiled.get()
    for decision in compiled.manifest.decisions {
      let path = compiled.manifest.files[decision.file].path
      let source = try String(contentsOfFile: "\(Toolchain.fixtures)/\(path)", encoding: .utf8)
      let text = Self.text(decision.range, of: source)
      #expect(Self.squeezed(text) == Self.squeezed(decision.text))
      for condition in decision.conditions {
        #expect(
          Self.squeezed(Self.text(condition.range, of: source)) == Self.squeezed(condition.text))
      }
    }
  }

  @Test func nothingInTheFixturesIsRefused() throws {
    #expect(try Self.compiled.get().manifest.refusals.isEmpty)
  }

  @Test func withoutAMutantTheMutableCopyMeansTheSame() throws {
    let compiled = try Self.compiled.get()
    let output = try Toolchain.run(compiled.mutantProgram, ["0"])
    #expect(lines(output) == lines(compiled.clean))
  }

  @Test(arguments: MutantManifest.Kind.allCases)
  func someMutantsOfEveryKindBehaveDifferently(kind: MutantManifest.Kind) throws {
    let compiled = try Self.compiled.get()
    let mutants = compiled.mutants.mutants.filter { $0.kind == kind }
    let different = try mutants.prefix(24).contains { mutant in
      let (status, output) = try Toolchain.finish(
        "timeout", ["5", compiled.mutantProgram, "\(mutant.id)"],
        environment: ["SWIFT_BACKTRACE": "enable=no"])
      return status != 0 || lines(output) != lines(compiled.clean)
    }
    #expect(different)
  }

  private func lines(_ output: String) -> [String] {
    output.split(separator: "\n").map(String.init)
  }

  private static func text(_ range: CoverageData.SourceRange, of source: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.utf8)
    }
    var bytes: [UInt8] = []
    for line in range.line...range.endLine {
      let start = line == range.line ? range.column - 1 : 0
      let end = line == range.endLine ? range.endColumn - 1 : lines[line - 1].count
      bytes += lines[line - 1][start..<end]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func squeezed(_ text: String) -> String {
    text.filter { !$0.isWhitespace }
  }
}
