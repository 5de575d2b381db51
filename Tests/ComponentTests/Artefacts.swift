import Foundation

/// What tools/wasm has built, and where else the tests find things.
enum Artefacts {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func folder() throws -> URL {
    try existing(package.appending(path: ".build/wasm"), made: "tools/wasm")
  }

  /// One of the files of that folder.
  static func file(_ name: String) throws -> URL {
    try existing(folder().appending(path: name), made: "tools/wasm")
  }

  static func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: file(name))
  }

  static func tool(_ name: String) -> String {
    package.appending(path: "tools/\(name)").path
  }

  /// The Python that has the packages of tools/requirements.txt.
  static func python() throws -> String {
    let path = ".build/interop/venv/bin/python3"
    return try existing(package.appending(path: path), made: "tools/test").path
  }

  /// A program built beside the test program.
  static func product(_ name: String) throws -> String {
    let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return try existing(products.appending(path: name), made: "swift build").path
  }

  private static func existing(_ file: URL, made command: String) throws -> URL {
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw Missing(description: "\(file.path) is not there: run \(command) first")
    }
    return file
  }
}
