import Foundation

/// Where things are, and how to run programs.
enum Place {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The tool, built beside the test program.
  static var matterSim: String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "matter-sim").path
  }

  /// The independent reader of WIT, installed by tools/test.
  static var componentizePy: String {
    root.appending(path: ".build/interop/venv/bin/componentize-py").path
  }

  /// A new, empty folder for `body`, which is removed afterwards.
  @discardableResult
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "matter-sim-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// A copy of everything that the model's commands read and write.
  @discardableResult
  static func withPackage<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try withFolder { folder in
      let paths = [
        "aadl", "wit", "Sources/Core", "Sources/Forms", "Sources/Engines/CoreEngines",
        "Tests/CoreSeamTests",
      ]
      for path in paths {
        let copy = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: root.appending(path: path), to: copy)
      }
      return try body(folder)
    }
  }

  /// Replaces text in a file; nothing to replace is an error.
  static func replace(_ old: String, with new: String, in file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    guard text.contains(old) else { throw NotFound(text: old, file: file.path) }
    try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
  }

  struct NotFound: Error {
    let text: String
    let file: String
  }
}

/// A program that has run to its end: its exit status, and all that it wrote.
struct Finished {
  let status: Int32
  let output: String

  init(_ executable: String, _ arguments: [String], in folder: URL = Place.root) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [executable] + arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: bytes, as: UTF8.self)
  }
}
