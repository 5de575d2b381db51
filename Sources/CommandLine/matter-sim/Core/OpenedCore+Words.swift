import CommandLineInterface
import CoreEngines
import TraceFormat
import Words

extension CoreChoice {
  /// The core that is to run.
  func open() throws(CommandFailure) -> OpenedCore {
    do throws(CoreStartError) {
      return try CoreCatalogue.open(self)
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension CommandFailure {
  init(_ error: CoreStartError) {
    self.init(escaped("\(error)"), exitCode: .coreLost)
  }
}

extension CoreBuild {
  /// The engine if there is one, and the hash.
  var words: String {
    (engine.map { $0.name + ", " } ?? "") + "sha256 " + hexadecimal(hash)
  }

  var json: JSONFields {
    [
      "engine": (engine?.name).map { .string($0) } ?? nil, "sha256": .string(hexadecimal(hash)),
      "sources_sha256": sourcesHash.map { .string(hexadecimal($0)) } ?? nil,
      "fuel_per_step": engine?.fuelPerStep.map { .integer(Int(clamping: $0)) } ?? nil,
    ]
  }
}
