import OperatingSystem

/// Why a line could not be written to standard output.
package enum OutputError: ToolError, Equatable {
  /// The reader has gone.
  case closed
  case system(SystemError)

  package var message: String {
    switch self {
    case .closed: ""
    case .system(let error): "standard output: \(error)"
    }
  }

  package var exitCode: ExitCode {
    switch self {
    case .closed: .outputClosed
    case .system: .failed
    }
  }
}
