public import CoverageData
import Foundation
import SwiftIfConfig
import SwiftOperators
import SwiftParser

/// The modules that are instrumented together: their ids are counted through, so that one process
/// can hold them all.
public struct ModuleSet {
  /// A module's name, and the folder of its sources from that of the package.
  public struct Module {
    public let name: String
    public let folder: String

    public init(name: String, folder: String) {
      self.name = name
      self.folder = folder
    }
  }

  /// An instrumented source, and where it belongs in the folder of the copies.
  public struct Copy {
    public let path: String
    public let text: [UInt8]
  }

  let units: [SourceUnit]
  let places: [String]

  /// Reads the sources of the modules.
  /// - Parameters:
  ///   - package: the folder that all paths are given from.
  ///   - flags: the names that `#if` finds defined.
  public init(_ modules: [Module], package: String, flags: [String]) throws(InstrumenterError) {
    var sources: [(path: String, place: String, module: String, text: String)] = []
    for module in modules {
      for name in try Self.sources(in: module, of: package) {
        let path = "\(module.folder)/\(name)"
        guard let data = FileManager.default.contents(atPath: "\(package)/\(path)") else {
          throw .unreadable(path)
        }
        let place = "\(module.name)/\(name.dropLast(".swift".count)).mcdc.swift"
        sources.append((path, place, module.name, String(decoding: data, as: UTF8.self)))
      }
    }
    var operators = OperatorTable.standardOperators
    for source in sources { operators.addSourceFile(Parser.parse(source: source.text)) { _ in } }
    let configuration = try BuildConfigurationReader.read(flags: flags)
    units = sources.map {
      SourceUnit(
        path: $0.path, module: $0.module, text: $0.text, operators: operators,
        configuration: configuration)
    }
    places = sources.map(\.place)
  }

  private static func sources(
    in module: Module, of package: String
  ) throws(InstrumenterError) -> [String] {
    let folder = "\(package)/\(module.folder)"
    guard let names = FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String })
    else { throw .unreadable(module.folder) }
    let sources = names.filter { $0.hasSuffix(".swift") }.sorted()
    guard !sources.isEmpty else { throw .noSources(module.folder) }
    return sources
  }

  /// Copies that hold mutants, and what each mutant changes.
  public func mutated() -> (copies: [Copy], manifest: MutantManifest) {
    var manifest = MutantManifest()
    var copies: [Copy] = []
    for (unit, place) in zip(units, places) {
      let mutation = Mutation(unit, into: manifest)
      copies.append(Copy(path: place, text: mutation.run()))
      manifest = mutation.manifest
    }
    return (copies, manifest)
  }

  /// The copies, and what there is to cover in them.
  public func instrumented() -> (copies: [Copy], manifest: CoverageManifest) {
    var manifest = CoverageManifest()
    var copies: [Copy] = []
    for (unit, place) in zip(units, places) {
      let instrumentation = Instrumentation(unit, into: manifest)
      copies.append(Copy(path: place, text: instrumentation.run()))
      manifest = instrumentation.manifest
    }
    return (copies, manifest)
  }
}
