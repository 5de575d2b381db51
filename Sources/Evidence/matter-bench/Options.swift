/// What the command line asks for.
struct Options {
  var format = Format.text
  var effort = Effort.usual

  enum Request: Error {
    case help
    /// Says which argument was wrong and what to give instead.
    case wrongUsage(String)
  }

  static let help = """
    Usage: tools/bench [--format text|json] [--quick]

    Measures the core's cryptography beside OpenSSL and mbedTLS, and prints one table.

      --format json   one JSON object a line instead of a table
      --quick         a short run with rough figures

    Example: tools/bench --format json
    """

  init(_ arguments: [String]) throws(Request) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h":
        throw .help
      case "--quick":
        effort = .quick
      case "--format":
        let value = rest.popFirst() ?? ""
        guard let format = Format(rawValue: value) else {
          throw .wrongUsage("--format '\(value)': give text or json")
        }
        self.format = format
      default:
        throw .wrongUsage("\(argument) is no option of this; see --help")
      }
    }
  }
}
