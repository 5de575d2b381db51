import Foundation
import Testing

/// Runs the programs of the toolchain.
enum Toolchain {
  struct Failure: Error, CustomStringConvertible {
    let command: String
    let output: String
    var description: String { "\(command) failed:\n\(output)" }
  }

  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures").path

  /// - Returns: what the program printed; it must end well.
  @discardableResult
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> String {
    let (status, output) = try finish(program, arguments, environment: environment)
    guard status == 0 else {
      throw Failure(
        command: ([program] + arguments.prefix(3)).joined(separator: " "), output: output)
    }
    return output
  }

  /// - Returns: how the program ended, 0 for well, and all that it printed.
  static func finish(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let isWell = process.terminationReason == .exit && process.terminationStatus == 0
    return (isWell ? 0 : 1, String(decoding: data, as: UTF8.self))
  }

  /// The path of a program that comes with swiftc.
  static func path(of program: String) throws -> String {
    let info = try JSONSerialization.jsonObject(
      with: Data(run("swiftc", ["-print-target-info"]).utf8))
    let paths = try #require((info as? [String: Any])?["paths"] as? [String: Any])
    let resources = try #require(paths["runtimeResourcePath"] as? String)
    return URL(filePath: resources).appending(path: "../../bin/\(program)").standardized.path
  }

  static func sources(in folder: String) throws -> [String] {
    let names = try #require(FileManager.default.enumerator(atPath: folder))
      .compactMap { $0 as? String }
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }
}
