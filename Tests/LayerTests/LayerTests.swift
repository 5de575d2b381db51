import Foundation
import Testing

/// The folders of `Sources` are layers: what a file imports stands in its own layer or in one below.
struct LayerTests {
  /// From the lowest up.
  private static let layers = [
    "Core", "System", "Forms", "Traces", "Engines", "Host", "Model", "Simulation", "Evidence",
    "CommandLine",
  ]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// A Swift source, by its path below `Sources`.
  private struct Source {
    let path: String
    let layer: String
    let module: String
    let imports: [String]

    /// - Parameter path: layer, module, and file at least.
    init?(_ path: String) throws {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count > 2, path.hasSuffix(".swift") else { return nil }
      self.path = path
      layer = parts[0]
      // Canaries and the composed programs are modules in a folder of their own.
      module = ["Canaries", "composition"].contains(parts[1]) ? parts[2] : parts[1]
      let text = try String(contentsOf: LayerTests.sources.appending(path: path), encoding: .utf8)
      imports = text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), keyword < 2 else { return nil }
        return words.dropFirst(keyword + 1).first.map(String.init)
      }
    }
  }

  private func swiftSources() throws -> [Source] {
    let files = try #require(FileManager.default.enumerator(atPath: Self.sources.path))
    return try files.compactMap { $0 as? String }.sorted().compactMap { try Source($0) }
  }

  @Test func everyFolderOfSourcesIsALayer() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(folders.sorted() == Self.layers.sorted())
  }

  @Test func noFileImportsFromALayerAboveItsOwn() throws {
    let sources = try swiftSources()
    let layerOfModule = Dictionary(
      sources.map { ($0.module.replacing("-", with: "_"), $0.layer) }, uniquingKeysWith: { $1 })
    var checked = 0
    for source in sources {
      let own = try #require(Self.layers.firstIndex(of: source.layer), "\(source.path)")
      for name in source.imports {
        guard let imported = layerOfModule[name] else { continue }
        let height = try #require(Self.layers.firstIndex(of: imported))
        #expect(height <= own, "\(source.path) imports \(name), which is of \(imported) above it")
        checked += 1
      }
    }
    #expect(checked > 500, "the imports have been read")
  }

  /// The core knows nothing but itself: no Foundation, no C library.
  @Test func theCoreImportsNothingFromOutside() throws {
    let core = try swiftSources().filter { $0.layer == "Core" }
    let modules = Set(core.map(\.module))
    #expect(modules.count >= 5)
    for source in core {
      for name in source.imports {
        #expect(modules.contains(name), "\(source.path) imports \(name)")
      }
    }
  }
}
