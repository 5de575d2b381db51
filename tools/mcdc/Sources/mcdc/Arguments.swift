import Instrumenter

/// What is wrong with a call of the command.
struct UsageError: Error {
  let message: String
}

/// The arguments of `mcdc instrument`.
struct Arguments {
  private(set) var modules: [ModuleSet.Module] = []
  private(set) var package = "."
  private(set) var output = ""
  private(set) var manifest = ""
  private(set) var flags: [String] = []

  init(_ arguments: [String]) throws(UsageError) {
    guard arguments.first == "instrument" else { throw UsageError(message: usage) }
    var rest = arguments.dropFirst()
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else {
        throw UsageError(message: "\(option) needs a value; see mcdc --help")
      }
      switch option {
      case "--module": modules.append(try Self.module(value))
      case "--package": package = value
      case "--output": output = value
      case "--manifest": manifest = value
      case "-D": flags.append(value)
      default: throw UsageError(message: "there is no option \(option); see mcdc --help")
      }
    }
    guard !modules.isEmpty, !output.isEmpty, !manifest.isEmpty else {
      throw UsageError(message: usage)
    }
  }

  private static func module(_ text: String) throws(UsageError) -> ModuleSet.Module {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else {
      throw UsageError(message: "--module \(text) is not NAME=FOLDER")
    }
    return ModuleSet.Module(name: String(parts[0]), folder: String(parts[1]))
  }
}
