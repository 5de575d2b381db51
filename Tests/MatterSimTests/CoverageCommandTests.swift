import Foundation
import Testing

/// `matter-sim coverage` as a user runs it, on a small package whose script has the data ready.
struct CoverageCommandTests {
  @Test func whatIsFullyCoveredIsReportedAndSucceeds() throws {
    try SmallPackage.with { package in
      let run = try package.coverage("good.pcapng other.pcapng")
      #expect(run.exitStatus == 0)
      #expect(run.output.hasPrefix("MC/DC by masking, 2 inputs: no gap\n"))
      // What the script says is no result.
      #expect(run.errors == "replayed good.pcapng other.pcapng\n")
    }
  }

  @Test func aRunWithoutTheTraceThatAloneCoversARowFailsAndNamesTheRow() throws {
    try SmallPackage.with { package in
      let run = try package.coverage("good.pcapng")
      #expect(run.exitStatus == 1)
      #expect(
        run.output.contains(
          """
          Sources/Core/Alpha/Gate.swift:2:9 guard in opens()
            a && b
            row   1 2  outcome       hits  events
              1   T T  true             1  good #3
              2   F -  false            1  good #4
            ✓ 1  a: rows 1 and 2
            ✗ condition 2, "b", is not shown to decide; it would be by the row TF → F (a true, b false)
          """))
      #expect(
        run.errors.hasSuffix("matter-sim: Alpha is covered to 50 %, and 100 % is required\n"))
    }
  }

  @Test func otherFormatsNameTheRowOnStandardError() throws {
    try SmallPackage.with { package in
      let run = try package.coverage("good.pcapng --format lcov")
      #expect(run.exitStatus == 1)
      #expect(run.output.contains("\nMCDC:2,2,f,0,1,b\n"))
      #expect(run.errors.contains("\"a && b\" in opens(): condition 2, \"b\", is not shown"))
    }
  }

  @Test(arguments: [("50", Int32(0)), ("50.01", 1), ("Alpha=50", 0), ("Alpha=51", 1), ("0", 0)])
  func theLevelRequiredCanBeGiven(_ level: String, _ status: Int32) throws {
    try SmallPackage.with { package in
      let run = try package.coverage("good.pcapng --require \(level)")
      #expect(run.exitStatus == status)
    }
  }

  @Test func theJustificationsOfThePackageAreUsed() throws {
    try SmallPackage.with { package in
      try package.write(
        """
        [{"file": "Sources/Core/Alpha/Gate.swift", "function": "opens()", "text": "a && b",
          "condition": "a", "reason": "a cannot be so", "because": "Gate"}]
        """, to: "tools/coverage-justifications.json")
      let run = try package.coverage("good.pcapng other.pcapng")
      #expect(run.exitStatus == 1)
      #expect(run.errors.contains("it is covered; delete the justification"))
    }
  }

  @Test func pagesGoBelowTheBuildFolderOfThePackage() throws {
    try SmallPackage.with { package in
      let run = try package.coverage("good.pcapng other.pcapng --format html")
      #expect(run.exitStatus == 0)
      #expect(run.output == "\(package.root)/.build/coverage/index.html\n")
      #expect(FileManager.default.fileExists(atPath: "\(package.root)/.build/coverage/index.html"))
    }
  }

  @Test func aScriptThatFailsIsToldInOneLine() throws {
    try SmallPackage.with { package in
      let run = try package.coverage("broken.pcapng")
      #expect(run.exitStatus == 1)
      #expect(run.output == "")
      #expect(
        run.errors == """
          broken.pcapng cannot be replayed
          matter-sim: tools/coverage ended with status 1; what it said above tells why

          """)
    }
  }

  @Test(arguments: [
    ("coverage", Int32(2), "TRACE"),
    ("coverage x --format xml", 2, "this is one of text, json, lcov, html"),
    ("coverage x --require 101", 2, "a level is a percentage from 0 to 100"),
    ("coverage x --criterion maskin", 2, "did you mean masking?"),
    ("coverage x --package /usr", 1, "there is no tools/coverage; give the folder of matter-sim"),
  ])
  func aWrongCommandLineIsToldInOneLine(
    _ line: String, _ status: Int32, _ message: String
  ) throws {
    let run = try MatterSimProcess.run(line)
    #expect(run.exitStatus == status)
    #expect(run.output == "")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func aTraceThatIsNotThereIsToldBeforeAnythingIsBuilt() throws {
    try SmallPackage.with { package in
      let run = try package.coverage("missing.pcapng")
      #expect(run.exitStatus == 1)
      #expect(run.errors.contains("missing.pcapng: No such file or directory"))
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }

  @Test func helpHasAnExample() throws {
    let run = try MatterSimProcess.run("coverage --help")
    #expect(run.exitStatus == 0)
    #expect(run.output.contains("matter-sim coverage traces/*.pcapng --format html"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}

/// A package with one decision, whose script leaves what `good.pcapng` and `other.pcapng` meet of
/// it.
private struct SmallPackage {
  let root: String

  static func with(_ body: (SmallPackage) throws -> Void) throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    let package = SmallPackage(root: "\(temporary)/coverage-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: package.root) }
    try package.write("a\n  guard a && b else { return }\n", to: "Sources/Core/Alpha/Gate.swift")
    try package.write(manifest, to: "manifest.json")
    try package.write(raw(inputs: ["good.pcapng"]), to: "1.json")
    try package.write(raw(inputs: ["good.pcapng", "other.pcapng"]), to: "2.json")
    for trace in ["good", "other", "broken"] { try package.write("", to: "\(trace).pcapng") }
    try package.write(script, to: "script")
    try package.installScript()
    try body(package)
  }

  func coverage(_ words: String) throws -> MatterSimProcess.Outcome {
    let words = words.split(separator: " ").map { word in
      word.hasSuffix(".pcapng") ? "\(root)/\(word)" : String(word)
    }
    return try MatterSimProcess.run(
      "coverage --package \(root) " + words.joined(separator: " "))
  }

  func write(_ text: String, to path: String) throws {
    let url = URL(filePath: "\(root)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Another process writes the program: one that this process had open for writing cannot be run
  /// while a child of a test beside this one still holds its descriptor.
  private func installScript() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/install")
    process.arguments = ["-D", "-m", "700", "\(root)/script", "\(root)/tools/coverage"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let script = """
    #!/bin/sh
    cd "$(dirname "$0")/.."
    [ "$1" = --raw-only ] || exit 9
    shift
    names=
    for trace; do names="$names $(basename "$trace")"; done
    case $names in *broken*) echo "broken.pcapng cannot be replayed" >&2; exit 1;; esac
    mkdir -p .build/mcdc
    cp manifest.json .build/mcdc/manifest.json
    cp $#.json .build/mcdc/raw.json
    echo replayed$names

    """

  private static let manifest = """
    {"format": "mcdc-manifest-1",
     "files": [{"path": "Sources/Core/Alpha/Gate.swift", "module": "Alpha"}],
     "decisions": [{"id": 0, "file": 0, "kind": "guard", "function": "opens()", "text": "a && b",
       "range": {"line": 2, "column": 9, "endLine": 2, "endColumn": 15},
       "expression": {"and": [{"condition": 0}, {"condition": 1}]},
       "conditions": [
         {"text": "a", "kind": "boolean",
          "range": {"line": 2, "column": 9, "endLine": 2, "endColumn": 10}},
         {"text": "b", "kind": "boolean",
          "range": {"line": 2, "column": 14, "endLine": 2, "endColumn": 15}}]}],
     "branches": [], "refusals": [], "assertions": []}
    """

  /// The second input alone meets the row TF → F.
  private static func raw(inputs: [String]) -> String {
    let rows = [
      #"{"decision": 0, "evaluated": 3, "values": 3, "outcome": true, "hits": 1, "events": [[0, 3]]}"#,
      #"{"decision": 0, "evaluated": 1, "values": 0, "outcome": false, "hits": 1, "events": [[0, 4]]}"#,
      #"{"decision": 0, "evaluated": 3, "values": 1, "outcome": false, "hits": 1, "events": [[1, 7]]}"#,
    ]
    return """
      {"format": "mcdc-raw-1", "inputs": \(inputs), "branches": [],
       "rows": [\(rows.prefix(inputs.count + 1).joined(separator: ", "))]}
      """
  }
}
