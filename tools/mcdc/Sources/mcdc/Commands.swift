import CoverageData
import CoverageReport
import Foundation
import Instrumenter
import MCDCKernel

enum Commands {
  private static let rewriting: Set<String> = [
    "--module", "--package", "--output", "--manifest", "-D",
  ]

  static func instrument(_ rest: ArraySlice<String>) throws {
    let arguments = try Arguments(rest, options: rewriting)
    let manifestPath = try arguments.needed("--manifest")
    let (copies, manifest) = try modules(arguments).instrumented()
    try CopyFolder(path: arguments.needed("--output")).hold(copies)
    try manifest.write(path: manifestPath)
    let conditions = manifest.decisions.reduce(0) { $0 + $1.conditions.count }
    print(
      "\(manifest.files.count) files, \(manifest.decisions.count) decisions with \(conditions) "
        + "conditions, \(manifest.branches.count) branches, \(manifest.refusals.count) refused")
    for refusal in manifest.refusals {
      let file = manifest.files[refusal.file].path
      print("\(file):\(refusal.range.line):\(refusal.range.column): \(refusal.reason)")
    }
  }

  static func mutate(_ rest: ArraySlice<String>) throws {
    let arguments = try Arguments(rest, options: rewriting)
    let manifestPath = try arguments.needed("--manifest")
    let (copies, manifest) = try modules(arguments).mutated()
    try CopyFolder(path: arguments.needed("--output")).hold(copies)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      try encoder.encode(manifest).write(to: URL(filePath: manifestPath))
    } catch {
      throw InstrumenterError.unwritable(manifestPath)
    }
    print("\(copies.count) files, \(manifest.mutants.count) mutants")
  }

  /// - Returns: whether what is required was reached.
  static func report(_ rest: ArraySlice<String>) throws -> Bool {
    let arguments = try Arguments(
      rest,
      options: [
        "--manifest", "--raw", "--package", "--justifications", "--criterion", "--format",
        "--output", "--required",
      ], flags: ["--all"])
    var request = ReportRequest(
      manifest: try arguments.needed("--manifest"), raw: try arguments.needed("--raw"),
      sources: arguments.last("--package") ?? ".")
    request.justifications = arguments.last("--justifications")
    request.output = arguments.last("--output")
    request.showsEverything = arguments.has("--all")
    if let name = arguments.last("--criterion") {
      request.criterion = try choice(name, "--criterion")
    }
    if let name = arguments.last("--format") { request.format = try choice(name, "--format") }
    request.required = try arguments.all("--required").map { text in
      guard let level = RequiredLevel(text) else {
        throw UsageError(message: "--required \(text) is neither 97.5 nor MatterCore=100")
      }
      return level
    }
    let result = try request.run()
    print(result.standardOutput, terminator: "")
    for shortfall in result.shortfalls {
      FileHandle.standardError.write(Data("mcdc: \(shortfall)\n".utf8))
    }
    return result.isSufficient
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ option: String
  ) throws(UsageError) -> Choice {
    guard let choice = Choice(rawValue: name) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(message: "\(option) \(name) is none of \(names)")
    }
    return choice
  }

  private static func modules(_ arguments: Arguments) throws -> ModuleSet {
    let modules = try arguments.all("--module").map { text in
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw UsageError(message: "--module \(text) is not NAME=FOLDER")
      }
      return ModuleSet.Module(name: String(parts[0]), folder: String(parts[1]))
    }
    guard !modules.isEmpty else { throw UsageError(message: "--module is missing") }
    return try ModuleSet(
      modules, package: arguments.last("--package") ?? ".", flags: arguments.all("-D"))
  }
}
