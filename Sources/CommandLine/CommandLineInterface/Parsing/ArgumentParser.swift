/// Reads the words after a command's name as that command declares them.
struct ArgumentParser {
  private let command: Command
  private var words: ArraySlice<String>
  private var arguments: Arguments

  /// - Throws: the first thing wrong, from left to right; then what is missing.
  static func parse(
    _ words: ArraySlice<String>, for command: Command
  ) throws(UsageError) -> Arguments {
    var parser = ArgumentParser(
      command: command, words: words, arguments: Arguments(declaring: command.options))
    try parser.readWords()
    try parser.checkNothingIsMissing()
    return parser.arguments
  }

  /// Whether help is asked for, however wrong the other words are.
  static func asksForHelp(_ words: ArraySlice<String>) -> Bool {
    words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  private mutating func readWords() throws(UsageError) {
    while let word = words.popFirst() {
      if word == "--" {
        while let operand = words.popFirst() { try readOperand(operand) }
      } else if word.hasPrefix("-") && word != "-" {
        try readOption(word)
      } else {
        try readOperand(word)
      }
    }
  }

  private mutating func readOption(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let written = String(parts[0])
    let attached = parts.count == 2 ? String(parts[1]) : nil
    guard let option = command.options.first(where: { "--" + $0.name == written }) else {
      throw .unknownOption(
        written, closest: Suggestion.closest(toOption: written, among: command.options))
    }
    if option.presence != .repeated && arguments.has(option) {
      throw .repeatedOption(written)
    }
    let text = try value(of: option, attached: attached)
    do throws(ValueProblem) {
      arguments.add(try option.value(of: text), toOption: option.name)
    } catch {
      throw .invalidValue(of: written, text: text, reason: error.reason)
    }
  }

  /// The text of an option's value: attached with `=`, or else the next word. Empty for a flag.
  private mutating func value(
    of option: any OptionDeclaration, attached: String?
  ) throws(UsageError) -> String {
    let written = "--" + option.name
    guard let valueName = option.valueName else {
      if let attached { throw .unwantedValue(of: written, text: attached) }
      return ""
    }
    if let attached { return attached }
    guard let next = words.first, !next.hasPrefix("--") else {
      throw .missingValue(of: written, valueName: valueName)
    }
    words.removeFirst()
    return next
  }

  private mutating func readOperand(_ text: String) throws(UsageError) {
    guard let operand = command.operand else { throw .unexpectedOperand(text) }
    if arguments.operandCount == 1 && !operand.isList { throw .unexpectedOperand(text) }
    do throws(ValueProblem) {
      arguments.addOperand(try operand.value(of: text))
    } catch {
      throw .invalidValue(of: operand.name, text: text, reason: error.reason)
    }
  }

  private func checkNothingIsMissing() throws(UsageError) {
    for option in command.options where option.presence == .required {
      if !arguments.has(option) {
        throw .missingOption("--" + option.name, valueName: option.valueName ?? "")
      }
    }
    if let operand = command.operand, arguments.operandCount == 0 {
      throw .missingOperand(operand.name)
    }
  }
}
