/// What `--help` prints.
enum HelpText {
  private static let width = 80
  private static let indent = 26

  static func of(_ tool: Tool) -> String {
    let commands = tool.commands.map { row($0.name, $0.summary) }
    let options = [
      row("--help", "print this help; after a command, that command's"),
      row("--version", "print the version"),
    ]
    return """
      \(tool.name): \(tool.summary)

      Usage: \(tool.name) COMMAND [OPTIONS]

      Commands:
      \(commands.joined(separator: "\n"))

      Options:
      \(options.joined(separator: "\n"))

      Example:
        \(tool.example)
      """
  }

  /// - Parameter path: the names that lead to the command, the tool's first.
  static func of(_ command: Command, path: [String]) -> String {
    var sections = [sentence(command.summary), "Usage: " + usage(of: command, path: path)]
    if case .group(let commands) = command.body {
      let rows = commands.map { row($0.name, $0.summary) }
      sections.append("Commands:\n" + rows.joined(separator: "\n"))
    }
    if let operand = command.operand {
      sections.append(row(operand.name + (operand.isList ? "…" : ""), operand.summary))
    }
    let options = command.options.map { row(synopsis(of: $0), summary(of: $0)) }
    sections.append("Options:\n" + options.joined(separator: "\n"))
    sections.append("Example:\n  " + command.example)
    return sections.joined(separator: "\n\n")
  }

  private static func usage(of command: Command, path: [String]) -> String {
    var words = path
    if case .group = command.body { words.append("COMMAND") }
    words += command.options.filter { $0.presence == .required }.map { synopsis(of: $0) }
    words.append("[OPTIONS]")
    if let operand = command.operand {
      words.append(operand.name + (operand.isList ? "…" : ""))
    }
    return words.joined(separator: " ")
  }

  private static func synopsis(of option: any OptionDeclaration) -> String {
    "--" + option.name + (option.valueName.map { " " + $0 } ?? "")
  }

  private static func summary(of option: any OptionDeclaration) -> String {
    switch option.presence {
    case .optional: option.summary
    case .required: option.summary + " (required)"
    case .defaulted(let text): option.summary + " (default: \(text))"
    case .repeated: option.summary + " (may be repeated)"
    }
  }

  private static func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }

  /// A name and what it means, in two columns; a long name has a line to itself.
  private static func row(_ name: String, _ meaning: String) -> String {
    let margin = String(repeating: " ", count: indent)
    let lines = wrapped(meaning, to: width - indent).joined(separator: "\n" + margin)
    let left = "  " + name
    return left.count < indent - 1
      ? left + String(repeating: " ", count: indent - left.count) + lines
      : left + "\n" + margin + lines
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines.count - 1
      if lines[last].isEmpty {
        lines[last] = String(word)
      } else if lines[last].count + 1 + word.count <= width {
        lines[last] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
