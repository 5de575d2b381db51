/// The program: its name, its commands, and how a command line finds one of them.
package struct Tool: Sendable {
  package let name: String
  package let version: String
  /// What `--version` says after the version: further lines.
  package let details: @Sendable () -> [String]
  /// One line, without a final stop.
  package let summary: String
  package let example: String
  package let commands: [Command]

  package init(
    name: String, version: String, details: @escaping @Sendable () -> [String] = { [] },
    summary: String, example: String, commands: [Command]
  ) {
    self.name = name
    self.version = version
    self.details = details
    self.summary = summary
    self.example = example
    self.commands = commands
  }

  /// What a command line asks for.
  package enum Request: Sendable {
    case help(String)
    case version(String)
    case run(Command.Run, Arguments)
  }

  /// Does what the words after the tool's name ask for, and says in one line what went wrong.
  package func run(_ words: [String], console: Console) -> ExitCode {
    do {
      switch try request(words) {
      case .help(let text), .version(let text):
        try console.write(text)
        return .done
      case .run(let run, let arguments):
        return try run(arguments, console.using(arguments.outputFormat))
      }
    } catch {
      return report(error, to: console)
    }
  }

  /// What the words after the tool's name ask for.
  package func request(_ words: [String]) throws(UsageError) -> Request {
    guard let first = words.first else { return .help(HelpText.of(self)) }
    if first == "--help" || first == "-h" { return .help(HelpText.of(self)) }
    if first == "--version" { return .version(versionText) }
    if first.hasPrefix("-") {
      throw .unknownOption(
        first,
        closest: Suggestion.closest(to: first, among: ["--help", "--version"]))
    }
    return try find(words[...], in: commands, path: [name])
  }

  private var versionText: String {
    (["\(name) \(version)"] + details()).joined(separator: "\n")
  }

  private func find(
    _ words: ArraySlice<String>, in commands: [Command], path: [String]
  ) throws(UsageError) -> Request {
    var rest = words
    guard let first = rest.popFirst(), !first.hasPrefix("-") else {
      throw .missingCommand(
        below: path.joined(separator: " "), oneOf: commands.map(\.name))
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      throw .unknownCommand(
        first, closest: Suggestion.closest(to: first, among: commands.map(\.name)))
    }
    let path = path + [first]
    switch command.body {
    case .group(let commands):
      if let next = rest.first, next == "--help" || next == "-h" {
        return .help(HelpText.of(command, path: path))
      }
      return try find(rest, in: commands, path: path)
    case .run(let run):
      if ArgumentParser.asksForHelp(rest) { return .help(HelpText.of(command, path: path)) }
      return .run(run, try ArgumentParser.parse(rest, for: command))
    }
  }

  private func report(_ error: any Error, to console: Console) -> ExitCode {
    guard let error = error as? any ToolError else {
      console.complain(printable(String(describing: error)))
      return .failed
    }
    if !error.message.isEmpty { console.complain(error.message) }
    return error.exitCode
  }
}
