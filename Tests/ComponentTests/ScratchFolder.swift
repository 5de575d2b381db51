import Foundation

/// A folder of its own for one test, gone when nothing holds it any more.
final class ScratchFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "component-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func file(_ name: String) -> URL { url.appending(path: name) }

  /// A new file with this content.
  func file(_ name: String, _ content: Data) throws -> String {
    let file = file(name)
    try content.write(to: file)
    return file.path
  }
}
