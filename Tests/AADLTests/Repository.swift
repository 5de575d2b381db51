import AADL
import Foundation

/// Where the model of this package is.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every text of the model.
  static func modelTexts() throws -> [SourceText] {
    let folder = root.appending(path: "aadl")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".aadl") }.sorted()
      .map { name in
        SourceText(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
      }
  }
}
