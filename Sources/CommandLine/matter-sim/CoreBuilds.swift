import CommandLineInterface
import HostShell
import PortTrace

/// The builds of the core that this program can run here.
enum CoreBuilds {
  /// A name for `--core`, and the build that it stands for here.
  struct Entry {
    let core: CoreChoice
    let build: Result<CoreBuild, CoreBuild.Failure>
  }

  static func all(_ cores: [CoreChoice]) -> [Entry] {
    cores.map { core in
      Entry(core: core, build: Result { () throws(CoreBuild.Failure) in try CoreBuild(of: core) })
    }
  }
}

extension CoreBuilds.Entry {
  /// One line: the name, then the hash and the engine, or why there is none.
  var words: String {
    let name = "\(core)".padded(to: 15)
    switch build {
    case .success(let build):
      return name + "sha256 " + hexadecimal(build.hash)
        + (build.engine.map { "  " + $0.name } ?? "")
    case .failure(.notFound(let error)): return name + "not here: \(error)"
    case .failure(.unreadable(let error)): return name + "not here: \(error)"
    }
  }

  var json: JSONFields {
    let head: JSONFields = ["core": .string("\(core)")]
    switch build {
    case .success(let build):
      return head + ["available": true, "file": .string(build.file)] + build.json
    case .failure(let error):
      return head + ["available": false, "reason": .string("\(error)")]
    }
  }
}
