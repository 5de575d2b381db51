import Foundation
import Testing

/// Every example in the help is a command line that works as it stands.
@Suite(.timeLimit(.minutes(3)))
struct ExampleTests {
  /// A command, by the words that lead to it, and its example.
  struct Example: CustomTestStringConvertible {
    let command: String
    let line: String

    var testDescription: String { command }
  }

  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// These run long, or for ever: the tests below say what becomes of them.
  private static let special: Set = ["matter-sim device", "matter-sim pair", "matter-sim coverage"]

  static let all: [Example] = {
    do {
      return try examples(of: ["matter-sim"])
    } catch {
      return [Example(command: "matter-sim --help", line: "false # \(error)")]
    }
  }()

  /// Those of a command and of the commands below it.
  private static func examples(of words: [String]) throws -> [Example] {
    let line = (words.dropFirst() + ["--help"]).joined(separator: " ")
    let lines = try MatterSimProcess.run(line).output.split(
      separator: "\n", omittingEmptySubsequences: false)
    func section(_ title: String) -> ArraySlice<Substring> {
      guard let start = lines.firstIndex(of: Substring(title + ":")) else { return [] }
      return lines[(start + 1)...].prefix { $0.hasPrefix("  ") }
    }
    let example = section("Example").first.map { $0.trimmingPrefix("  ") } ?? "false # no example"
    let own = Example(command: words.joined(separator: " "), line: String(example))
    // What is further in continues a summary.
    let names = section("Commands").filter { !$0.hasPrefix("   ") }.compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    return [own] + (try names.flatMap { try examples(of: words + [$0]) })
  }

  /// A folder that looks like the package and may be written to.
  private func withPackage(_ body: (URL) throws -> Void) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "example-\(UUID())")
    try manager.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? manager.removeItem(at: folder) }
    for name in ["Package.swift", "Sources", "Tests", "aadl", "traces", "wit"] {
      try manager.copyItem(
        at: Self.package.appending(path: name), to: folder.appending(path: name))
    }
    try manager.createSymbolicLink(
      at: folder.appending(path: ".build"),
      withDestinationURL: Self.package.appending(path: ".build"))
    try body(folder)
  }

  private func shell(_ line: String, in folder: URL) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec " + line]
    process.currentDirectoryURL = folder
    let tool = try MatterSimProcess.executable().deletingLastPathComponent().path
    process.environment = ["PATH": tool + ":/usr/bin:/bin", "HOME": NSHomeDirectory()]
      .merging(ProcessInfo.processInfo.environment) { mine, other in
        mine.hasPrefix(tool) ? tool + ":" + other : other
      }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  @Test func everyCommandHasAnExampleOfItsOwn() {
    #expect(Self.all.count > 15)
    for example in Self.all {
      #expect(example.line.hasPrefix("matter-sim "), "\(example.command)")
    }
  }

  @Test(arguments: all.filter { !special.contains($0.command) })
  func theExampleWorks(_ example: Example) throws {
    try withPackage { folder in
      let process = try shell(example.line, in: folder)
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let said = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(
        process.terminationStatus == 0, "\(example.line): \(String(decoding: said, as: UTF8.self))")
    }
  }

  /// The device of the one example is paired with by the other.
  @Test func aDeviceAndACommissionerMeet() throws {
    let device = try #require(Self.all.first { $0.command == "matter-sim device" })
    let pair = try #require(Self.all.first { $0.command == "matter-sim pair" })
    let listening = try shell(device.line, in: Self.package)
    let output = Pipe()
    listening.standardOutput = output
    try listening.run()
    defer { listening.waitUntilExit() }
    defer { listening.interrupt() }
    var said = ""
    while !said.contains("window open") {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "\(said)")
      said += String(decoding: more, as: UTF8.self)
    }
    let commissioner = try shell(pair.line, in: Self.package)
    try commissioner.run()
    commissioner.waitUntilExit()
    #expect(commissioner.terminationStatus == 0)
  }

  /// It instruments the core and builds it, which takes minutes; `tools/test` does the same. Its
  /// command line is understood, and its traces are there.
  @Test func theCoverageOfTheTracesIsAskedForRightly() throws {
    let example = try #require(Self.all.first { $0.command == "matter-sim coverage" })
    #expect(example.line == "matter-sim coverage traces/*.pcapng --format html")
    let process = try shell(example.line + " --help", in: Self.package)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
