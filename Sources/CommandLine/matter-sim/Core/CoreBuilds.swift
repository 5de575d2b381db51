import CommandLineInterface
import CoreEngines
import TraceFormat
import Words

/// The builds of the core that this program can run here.
enum CoreBuilds {
  /// A name for `--core`, and the core that it stands for here.
  struct Entry {
    let core: CoreChoice
    let opened: Result<OpenedCore, CoreStartError>
  }

  static func all(_ cores: [CoreChoice]) -> [Entry] {
    cores.map { core in
      Entry(
        core: core,
        opened: Result { () throws(CoreStartError) in try CoreCatalogue.open(core) })
    }
  }
}

extension CoreBuilds.Entry {
  /// One line: the name, then the hash and the engine, or why there is none.
  var words: String {
    let name = "\(core)".padded(to: 15)
    switch opened {
    case .success(let core):
      return name + "sha256 " + hexadecimal(core.build.hash)
        + (core.build.engine.map { "  " + $0.name } ?? "")
    case .failure(let error): return name + "not here: \(error)"
    }
  }

  var json: JSONFields {
    let head: JSONFields = ["core": .string("\(core)")]
    switch opened {
    case .success(let core):
      return head + ["available": true, "file": .string(core.path)] + core.build.json
    case .failure(let error):
      return head + ["available": false, "reason": .string("\(error)")]
    }
  }
}
