import Foundation

/// A program that runs to its end.
enum Program {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The lines that it writes.
  static func output(_ path: String, _ arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        description: "\(path) \(arguments.joined(separator: " ")) ended with "
          + "\(process.terminationStatus); run tools/test once, it installs what is missing")
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
