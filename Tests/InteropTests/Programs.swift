import Foundation

/// Where the programs of the tests are.
enum Programs {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let package = tests.deletingLastPathComponent().deletingLastPathComponent()

  /// `matter-sim`, built beside the test program.
  static func matterSim() throws -> URL {
    let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return try existing(products.appending(path: "matter-sim"))
  }

  /// The Python that has the real peers' packages.
  static func python() throws -> URL {
    try existing(package.appending(path: ".build/interop/venv/bin/python3"))
  }

  /// One of the scripts beside these tests.
  static func peer(_ name: String) throws -> String {
    try existing(tests.appending(path: "Peers/\(name)")).path
  }

  /// A new, empty file for what a process says on standard error.
  static func newLog(of program: String) throws -> URL {
    let folder = package.appending(path: ".build/logs")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let name = URL(filePath: program).deletingPathExtension().lastPathComponent
    let log = folder.appending(path: "\(name)-\(UUID().uuidString.prefix(8)).log")
    try Data().write(to: log)
    return log
  }

  private static func existing(_ file: URL) throws -> URL {
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw ChildError.missing(file.path)
    }
    return file
  }
}
