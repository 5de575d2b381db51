/// What is wrong with a call of the command.
struct UsageError: Error {
  let message: String
}

/// The options of a command: each with a value, but for the flags.
struct Arguments {
  private var values: [String: [String]] = [:]
  private var flags: Set<String> = []

  init(
    _ arguments: ArraySlice<String>, options: Set<String>, flags known: Set<String> = []
  ) throws(UsageError) {
    var rest = arguments
    while let option = rest.popFirst() {
      if known.contains(option) {
        flags.insert(option)
        continue
      }
      guard options.contains(option) else {
        throw UsageError(message: "there is no option \(option); see mcdc --help")
      }
      guard let value = rest.popFirst() else {
        throw UsageError(message: "\(option) needs a value; see mcdc --help")
      }
      values[option, default: []].append(value)
    }
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  func all(_ option: String) -> [String] { values[option] ?? [] }

  func last(_ option: String) -> String? { values[option]?.last }

  func needed(_ option: String) throws(UsageError) -> String {
    guard let value = last(option) else {
      throw UsageError(message: "\(option) is missing; see mcdc --help")
    }
    return value
  }
}
