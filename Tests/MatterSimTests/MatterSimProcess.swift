import Foundation

/// The built `matter-sim`, run as a user runs it.
enum MatterSimProcess {
  struct Outcome: Equatable {
    let exitStatus: Int32
    let output: String
    let errors: String
  }

  /// Runs it with the words of `line`, split at spaces, until it ends.
  static func run(_ line: String) throws -> Outcome {
    let process = Process()
    process.executableURL = try executable()
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
      exitStatus: process.terminationStatus,
      output: String(decoding: outputBytes, as: UTF8.self),
      errors: String(decoding: errorBytes, as: UTF8.self))
  }

  /// The tool stands beside the program that runs the tests.
  static func executable() throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "matter-sim")
  }
}
