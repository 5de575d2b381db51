import CommandLineInterface
import HostShell
import PortTrace

extension CoreChoice {
  /// Which build of the core it is.
  func build() throws(CommandFailure) -> CoreBuild {
    do throws(CoreBuild.Failure) {
      return try CoreBuild(of: self)
    } catch {
      let message =
        switch error {
        case .notFound(let reason): "the core \(self): \(reason)"
        case .unreadable(let reason): "the core \(self) cannot be read: \(reason)"
        }
      throw CommandFailure(message, exitCode: .coreLost)
    }
  }
}

extension CoreChoice: CustomStringConvertible {
  /// As on the command line.
  public var description: String {
    switch self {
    case .native: "native"
    case .inProcess: "inprocess"
    case .wasm(let engine): "wasm:\(engine.rawValue)"
    case .program(let path): path
    }
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
