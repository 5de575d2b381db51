/// What is wrong with a command line.
package enum UsageError: ToolError, Equatable {
  case unknownCommand(String, closest: String?)
  /// A command that only gathers others was given none of them.
  case missingCommand(below: String, oneOf: [String])
  case unknownOption(String, closest: String?)
  case missingValue(of: String, valueName: String)
  /// A flag was given a value.
  case unwantedValue(of: String, text: String)
  case repeatedOption(String)
  case invalidValue(of: String, text: String, reason: String)
  case missingOption(String, valueName: String)
  case missingOperand(String)
  case unexpectedOperand(String)

  package var exitCode: ExitCode { .usage }

  package var message: String {
    switch self {
    case .unknownCommand(let name, let closest):
      "there is no command \(quoted(name))" + hint(closest, otherwise: "--help lists them")
    case .missingCommand(let name, let commands):
      "\(name) needs one of: " + commands.joined(separator: ", ")
    case .unknownOption(let option, let closest):
      "unknown option \(printable(option))" + hint(closest, otherwise: "--help lists the options")
    case .missingValue(let option, let valueName):
      "\(option) needs a value: \(option) \(valueName)"
    case .unwantedValue(let option, let text):
      "\(option) takes no value, but was given \(quoted(text))"
    case .repeatedOption(let option):
      "\(option) is given more than once"
    case .invalidValue(let name, let text, let reason):
      "\(name) \(text.isEmpty ? "''" : printable(text)): \(escaped(reason))"
    case .missingOption(let option, let valueName):
      "\(option) \(valueName) is missing"
    case .missingOperand(let name):
      "\(name) is missing"
    case .unexpectedOperand(let text):
      "unexpected argument \(quoted(text))"
    }
  }

  private func hint(_ closest: String?, otherwise: String) -> String {
    closest.map { "; did you mean \($0)?" } ?? "; \(otherwise)"
  }

  private func quoted(_ text: String) -> String { "'\(printable(text))'" }
}
