/// One subcommand: what it takes, what help says of it, and what it does.
package struct Command: Sendable {
  /// What a command does once its command line has been read.
  package typealias Run = @Sendable (Arguments, Console) throws -> ExitCode

  /// A command either runs or only gathers others below its name.
  package enum Body: Sendable {
    case run(Run)
    case group([Command])
  }

  package let name: String
  /// One line, without a final stop.
  package let summary: String
  package let options: [any OptionDeclaration]
  package let operand: (any OperandDeclaration)?
  /// A command line that works as it stands.
  package let example: String
  package let body: Body

  /// A command that runs. `--help` and `--format` need not be declared: every command has them. One
  /// with formats of its own declares its own `--format`, and writes them as text.
  package init(
    name: String,
    summary: String,
    options: [any OptionDeclaration] = [],
    operand: (any OperandDeclaration)? = nil,
    example: String,
    run: @escaping Run
  ) {
    self.name = name
    self.summary = summary
    let hasFormat = options.contains { $0.name == CommonOptions.format.name }
    self.options = options + (hasFormat ? [] : [CommonOptions.format]) + [CommonOptions.help]
    self.operand = operand
    self.example = example
    body = .run(run)
  }

  /// A command that gathers others.
  package init(name: String, summary: String, example: String, commands: [Command]) {
    self.name = name
    self.summary = summary
    self.options = [CommonOptions.help]
    operand = nil
    self.example = example
    body = .group(commands)
  }
}
