import AADL
import CommandLineInterface
import ModelAnalysis
import ModelWorkspace
import SeamGenerator
import Words

/// `matter-sim model`: check the AADL model, and make what is generated from it.
enum ModelCommand {
  static let command = Command(
    name: "model",
    summary: "check the AADL model, and make the seam from it",
    example: "matter-sim model check",
    commands: [
      check,
      generator(
        "wit", summary: "write the WIT package of the seam", example: "matter-sim model wit"
      ) { $0.witFiles },
      generator(
        "swift", summary: "write the Swift of the seam and the tests of its codec",
        example: "matter-sim model swift"
      ) { $0.swiftFiles },
      generator(
        "report", summary: "write down what the model says and WIT cannot",
        example: "matter-sim model report"
      ) { [$0.report].compactMap { $0 } },
      generator(
        "diagram", summary: "draw the composed system as SVG",
        example: "matter-sim model diagram"
      ) { [$0.diagram].compactMap { $0 } },
    ])

  /// Analyses, and a comparison of everything generated with what is on disk.
  private static let check = Command(
    name: "check",
    summary: "analyse the model, and compare the generated files with it",
    options: [package, folder],
    example: "matter-sim model check --package ."
  ) { arguments, console in
    let workspace = try workspace(arguments)
    try show(workspace.check.diagnostics, on: console)
    guard !workspace.check.hasErrors else { return .failed }
    let files = workspace.allFiles
    let differences = try attempt { () throws(FileError) in
      try workspace.differences(from: files)
    }
    for difference in differences {
      try console.report(
        text: difference.message, json: ["difference": .string(difference.message)])
    }
    guard differences.isEmpty else { return .failed }
    let systems = workspace.check.systems.count
    try console.report(
      text: "\(systems) systems checked, \(files.count) generated files are as the model has them",
      json: ["systems": .integer(systems), "files": .integer(files.count)])
    return .done
  }

  private static func generator(
    _ name: String, summary: String, example: String,
    making files: @escaping @Sendable (Workspace) -> [GeneratedFile]
  ) -> Command {
    Command(
      name: name, summary: summary, options: [package, folder], example: example
    ) { arguments, console in
      let workspace = try workspace(arguments)
      guard !workspace.check.hasErrorsOfTheModel else {
        try show(workspace.check.diagnostics, on: console)
        return .failed
      }
      let made = files(workspace)
      try attempt { () throws(FileError) in try workspace.write(made) }
      for file in made {
        try console.report(text: file.path, json: ["file": .string(file.path)])
      }
      return .done
    }
  }

  private static let package = Option(
    "package", value: "DIR", summary: "the folder of the package", parser: .text("a folder")
  ).defaulting(to: ".", shownAs: ".")

  private static let folder = Option(
    "model", value: "DIR", summary: "the folder of the model, aadl in the package if not given",
    parser: .text("a folder"))

  private static func workspace(_ arguments: Arguments) throws(CommandFailure) -> Workspace {
    try attempt { () throws(FileError) in
      try Workspace(root: arguments[package], modelFolder: arguments[folder])
    }
  }

  private static func attempt<Value>(
    _ body: () throws(FileError) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(FileError) {
      return try body()
    } catch {
      throw CommandFailure(error.message)
    }
  }

  private static func show(
    _ diagnostics: [Diagnostic], on console: Console
  ) throws(OutputError) {
    for diagnostic in diagnostics {
      try console.report(
        text: diagnostic.text,
        json: [
          "severity": .string(diagnostic.severity.rawValue),
          "file": .string(diagnostic.location.source.name),
          "line": .integer(diagnostic.location.line),
          "column": .integer(diagnostic.location.column),
          "message": .string(diagnostic.message),
        ])
    }
  }
}
