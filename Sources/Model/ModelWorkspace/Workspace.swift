package import AADL
package import ModelAnalysis
internal import ModelDiagram
package import SeamGenerator

/// The model of a package and what is made of it: `aadl/` below the package's folder, and the
/// files that the generators write.
package struct Workspace: Sendable {
  package static let modelFolder = "aadl"
  package static let coreFolder = "Sources/Core/MatterCore"
  package static let diagramPath = "aadl/loopback.svg"
  package static let reportPath = "wit/mapping-report.txt"

  /// The folder of the package.
  package let root: String
  package let model: Model
  package let check: ModelCheck

  /// Reads the model below `root`, and the Swift of the core beside it.
  /// - Parameter modelFolder: where the AADL is, when not in the package.
  package init(root: String, modelFolder: String? = nil) throws(FileError) {
    self.root = root
    let folder = modelFolder ?? Self.path(Self.modelFolder, in: root)
    let files = try FileSystem.files(in: folder, ending: ".aadl")
    guard !files.isEmpty else { throw FileError(path: folder, reason: "there is no .aadl file") }
    var sources: [SourceText] = []
    for file in files {
      sources.append(SourceText(name: file, bytes: try FileSystem.read(file)))
    }
    model = Model(sources)
    var core: [SwiftSource] = []
    let coreFolder = Self.path(Self.coreFolder, in: root)
    guard FileSystem.exists(coreFolder) else {
      throw FileError(
        path: root,
        reason: "there is no \(Self.coreFolder) here; give the package's folder with --package")
    }
    for file in try FileSystem.files(in: coreFolder, ending: ".swift", deeply: true) {
      let text = String(decoding: try FileSystem.read(file), as: UTF8.self)
      core.append(SwiftSource(path: file, text: text))
    }
    check = ModelCheck(model, core: core)
  }

  // MARK: what is made

  package var witFiles: [GeneratedFile] { check.seam.map { [WITGenerator($0).file()] } ?? [] }

  package var swiftFiles: [GeneratedFile] {
    check.seam.map { seam in
      SwiftGenerator(seam).files() + CanonicalGenerator(seam).files()
        + ComponentGenerator(seam).files() + [CanonicalTestGenerator(seam).file()]
        + SwiftTestGenerator(seam).files()
    } ?? []
  }

  package var report: GeneratedFile? {
    check.seam.map {
      GeneratedFile(path: Self.reportPath, text: MappingReport($0, model).text)
    }
  }

  /// The picture of the system that holds the most.
  package var diagram: GeneratedFile? {
    let largest = check.systems.max { $0.components.count < $1.components.count }
    return largest.map { GeneratedFile(path: Self.diagramPath, text: SVGWriter($0).text) }
  }

  package var allFiles: [GeneratedFile] {
    witFiles + swiftFiles + [report, diagram].compactMap { $0 }
  }

  // MARK: on disk

  /// Writes the files, and removes those that were generated before and are no more.
  package func write(_ files: [GeneratedFile]) throws(FileError) {
    for file in files {
      try FileSystem.write(Array(file.text.utf8), to: Self.path(file.path, in: root))
    }
    for path in try leftOver(beside: files) { try FileSystem.remove(path) }
  }

  /// Where the disk has something else than the generators make.
  package func differences(from files: [GeneratedFile]) throws(FileError) -> [Difference] {
    var found: [Difference] = []
    for file in files {
      let path = Self.path(file.path, in: root)
      guard FileSystem.exists(path) else {
        found.append(.missing(file.path))
        continue
      }
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      if let difference = Difference.first(in: file.path, disk: text, model: file.text) {
        found.append(difference)
      }
    }
    return found + (try leftOver(beside: files)).map { .leftOver($0) }
  }

  /// Files in the folders of generated Swift that no generator makes.
  private func leftOver(beside files: [GeneratedFile]) throws(FileError) -> [String] {
    let made = Set(files.map { Self.path($0.path, in: root) })
    var found: [String] = []
    let folders = [
      SwiftGenerator.folder, WebAssemblyPorts.folder, SwiftTestGenerator.folder,
      CanonicalGenerator.folder,
      CanonicalGenerator.adapterFolder, CanonicalGenerator.mailboxFolder,
      CanonicalGenerator.wireFolder,
    ]
    for folder in folders {
      let path = Self.path(folder, in: root)
      guard made.contains(where: { $0.hasPrefix(path) }) else { continue }
      guard FileSystem.exists(path) else { continue }
      found += try FileSystem.files(in: path, ending: ".swift").filter { !made.contains($0) }
    }
    return found
  }

  private static func path(_ path: String, in root: String) -> String {
    root.isEmpty || root == "." ? path : root + "/" + path
  }
}
