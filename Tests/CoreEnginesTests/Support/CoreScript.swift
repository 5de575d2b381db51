import Foundation
import Testing

/// A shell script that stands in for a core, in a folder of its own; both are deleted with this.
final class CoreScript {
  let path: String

  /// - Parameter text: what it does, as a shell reads it.
  init(_ text: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "core-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.appending(path: "core").path
    try replace(with: text)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }

  /// Puts another file in its place.
  func replace(with text: String, permissions: Int = 0o700) throws {
    try? FileManager.default.removeItem(atPath: path)
    try #require(
      FileManager.default.createFile(
        atPath: path, contents: Data(Self.script(text).utf8),
        attributes: [.posixPermissions: permissions]))
  }

  /// Writes into the file itself.
  func overwrite(with text: String) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(Self.script(text).utf8))
    try file.close()
  }

  static func script(_ text: String) -> String { "#!/bin/sh\n\(text)\n" }
}
