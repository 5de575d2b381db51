import Foundation

/// The programs that were built with the tests, run as a user runs them.
enum Programs {
  struct Outcome: Equatable {
    let exitStatus: Int32
    let output: String
    let errors: String

    var lines: [Substring] { output.split(separator: "\n") }
  }

  /// A program that stands beside the one that runs the tests.
  static func built(_ name: String) throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests).deletingLastPathComponent().appending(path: name)
  }

  /// Runs `matter-sim` with the words of `line` until it ends.
  static func matterSim(_ line: String) throws -> Outcome {
    try run(built("matter-sim"), line)
  }

  static func run(_ program: URL, _ line: String) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = line.split(separator: " ").map(String.init)
    let output = Pipe()
    let errors = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What the tool says on standard error fits in the pipe's buffer, so it can wait its turn.
    let outputBytes = try output.fileHandleForReading.readToEnd() ?? Data()
    let errorBytes = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      exitStatus: process.terminationStatus, output: String(decoding: outputBytes, as: UTF8.self),
      errors: String(decoding: errorBytes, as: UTF8.self))
  }
}
