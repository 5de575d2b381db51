import CoverageData
import Foundation
import Instrumenter
import MCDCKernel
import Testing

/// Random decisions in Swift, instrumented and judged by the kernel, and the same in C, judged by
/// the toolchain's own clang and llvm-cov: they must agree on the unique cause of every condition.
struct ClangOracleTests {
  private static let seed: UInt64 = 6
  private static let count = 2000

  @Test func theKernelAgreesWithClang() throws {
    var generator = SeededGenerator(seed: Self.seed)
    let decisions = (0..<Self.count).map { _ in RandomDecision(using: &generator) }
    let workshop = try Workshop()
    let ours = try Self.ours(decisions, in: workshop)
    let clang = try Self.clang(decisions, in: workshop)
    var covered = 0
    for (index, decision) in decisions.enumerated() {
      #expect(ours[index].count == decision.conditionCount)
      #expect(ours[index] == clang[index], "seed \(Self.seed), d\(index): \(decision.swift)")
      covered += ours[index].count { $0 }
    }
    // Neither may agree by finding nothing, or everything, covered.
    let conditions = decisions.reduce(0) { $0 + $1.conditionCount }
    #expect(covered > conditions / 5)
    #expect(covered < conditions * 4 / 5)
  }

  /// For each condition whether the kernel finds its unique cause shown.
  private static func ours(
    _ decisions: [RandomDecision], in workshop: Workshop
  ) throws -> [[Bool]] {
    let functions = decisions.enumerated().map { index, decision in
      "func d\(index)(_ v: Int) -> Bool { \(decision.swift) }"
    }
    try workshop.write(
      "func c(_ v: Int, _ i: Int) -> Bool { v >> i & 1 == 1 }\n"
        + functions.joined(separator: "\n"), to: "clean/Decisions.swift")
    let names = decisions.indices.map { "d\($0)" }.joined(separator: ", ")
    let inputs = decisions.map { "\($0.inputs)" }.joined(separator: ", ")
    try workshop.write(
      """
      import MCDCProbe
      let decisions: [(Int) -> Bool] = [\(names)]
      let inputs: [UInt64] = [\(inputs)]
      for (decision, inputs) in zip(decisions, inputs) {
        for v in 0..<64 where inputs >> v & 1 == 1 { _ = decision(v) }
      }
      for noted in MCDC.noted() {
        if case .decision(let id, let evaluated, let values, let outcome) = noted.place {
          print("decision", id, evaluated, values, outcome ? 1 : 0)
        }
      }
      """, to: "main.swift")

    let (copies, manifest) = try ModuleSet(
      [ModuleSet.Module(name: "Random", folder: "clean")], package: workshop.folder, flags: []
    ).instrumented()
    #expect(manifest.refusals.isEmpty)
    try CopyFolder(path: "\(workshop.folder)/copy").hold(copies)
    try workshop.compileProbe()
    let sources = try Toolchain.sources(in: "\(workshop.folder)/copy")
    let program = try workshop.compile(
      sources + ["\(workshop.folder)/main.swift"], as: "ours", withProbe: true)
    let rows = try Rows(Toolchain.run(program, []))

    var verdicts = [[Bool]](repeating: [], count: decisions.count)
    for decision in manifest.decisions where decision.function != "c(_:_:)" {
      let table = try DecisionTable(decision.expression, texts: decision.conditions.map(\.text))
      let index = try #require(Int(decision.function.dropFirst().prefix { $0 != "(" }))
      verdicts[index] = try table.judge(rows.decisions[decision.id] ?? [], by: .uniqueCause)
        .map(\.isCovered)
    }
    return verdicts
  }

  /// What clang and llvm-cov say of the same.
  private static func clang(
    _ decisions: [RandomDecision], in workshop: Workshop
  ) throws -> [[Bool]] {
    // A line each, so that a record's line tells the decision.
    let functions = decisions.enumerated().map { index, decision in
      "static int d\(index)(int v) { return \(decision.c); }"
    }
    let names = decisions.indices.map { "d\($0)" }.joined(separator: ", ")
    let inputs = decisions.map { "\($0.inputs)u" }.joined(separator: ", ")
    try workshop.write(
      """
      static int c(int v, int i) { return v >> i & 1; }
      \(functions.joined(separator: "\n"))
      static int (*const decisions[])(int) = {\(names)};
      static const unsigned long long inputs[] = {\(inputs)};
      int main(void) {
        for (int n = 0; n < \(decisions.count); n++)
          for (int v = 0; v < 64; v++)
            if (inputs[n] >> v & 1) decisions[n](v);
        return 0;
      }
      """, to: "decisions.c")
    let source = "\(workshop.folder)/decisions.c"

    let program = "\(workshop.folder)/clang"
    try Toolchain.run(
      Toolchain.path(of: "clang"),
      [
        "-fprofile-instr-generate", "-fcoverage-mapping", "-fcoverage-mcdc", "-w", "-o", program,
        source,
      ])
    let raw = "\(workshop.folder)/clang.profraw"
    try Toolchain.run(program, [], environment: ["LLVM_PROFILE_FILE": raw])
    let data = "\(workshop.folder)/clang.profdata"
    try Toolchain.run(
      Toolchain.path(of: "llvm-profdata"), ["merge", "-sparse", raw, "-o", data])
    let report = try Toolchain.run(
      Toolchain.path(of: "llvm-cov"), ["export", program, "-instr-profile", data])
    return try verdicts(in: report, count: decisions.count)
  }

  private static func verdicts(in report: String, count: Int) throws -> [[Bool]] {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
    let data = try #require((json["data"] as? [[String: Any]])?.first)
    let file = try #require((data["files"] as? [[String: Any]])?.first)
    let records = try #require(file["mcdc_records"] as? [[Any]])
    var verdicts = [[Bool]](repeating: [], count: count)
    for record in records {
      // The first line is the helper's.
      let index = try #require(record.first as? Int) - 2
      verdicts[index] = try #require(record.last as? [Bool])
    }
    return verdicts
  }
}
