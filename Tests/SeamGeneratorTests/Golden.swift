import AADL
import Foundation
import SeamGenerator

/// A small model and everything that is to be made from it, in files to be compared whole.
struct Golden: CustomStringConvertible {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static let all = [
    "alias", "bytes", "enumeration", "event_ports", "flags", "keywords", "list", "optional_ports",
    "record", "result", "scalars", "variant", "wit_only_scalars",
  ].map(Golden.init)

  let name: String

  var description: String { name }

  var file: URL { Self.folder.appending(path: name) }

  func text(_ file: String) throws -> String {
    try String(contentsOf: self.file.appending(path: file), encoding: .utf8)
  }

  func read() throws -> (seam: Seam?, diagnostics: [Diagnostic]) {
    let seam = try SourceText(
      name: "seam.aadl",
      text: String(
        contentsOf: Self.folder.deletingLastPathComponent().deletingLastPathComponent()
          .deletingLastPathComponent().appending(path: "aadl/seam.aadl"), encoding: .utf8))
    let model = Model([seam, SourceText(name: "model.aadl", text: try text("model.aadl"))])
    let read = SeamReader.read(model)
    return (read.seam, model.diagnostics + read.diagnostics)
  }

  /// What the Swift generators make, in one text; or why they make nothing.
  static func swift(_ seam: Seam) -> String {
    let diagnostics = SwiftGenerator(seam).diagnostics
    guard diagnostics.isEmpty else {
      return diagnostics.map { $0.text + "\n" }.joined()
    }
    return (SwiftGenerator(seam).files() + SwiftTestGenerator(seam).files()).map {
      "// ==== \($0.path)\n\($0.text)"
    }.joined()
  }

  /// What the component generators make of the core, in one text.
  static func component(_ seam: Seam) -> String {
    let canBeSwift = SwiftGenerator(seam).diagnostics.isEmpty
    let swift = canBeSwift ? CanonicalGenerator(seam).files() : []
    let own = [CanonicalGenerator.folder, CanonicalGenerator.adapterFolder]
    let files = swift + ComponentGenerator(seam).files()
    return files.filter { file in own.contains { file.path.hasPrefix($0) } }.map {
      "==== \($0.path)\n\($0.text)"
    }.joined()
  }
}
