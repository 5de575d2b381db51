import Glibc

/// Why a line could not be written to standard output.
package enum OutputError: ToolError, Equatable {
  /// The reader has gone.
  case closed
  /// The system's error number.
  case system(Int32)

  package var message: String {
    switch self {
    case .closed: ""
    case .system(let number): "standard output: " + systemMessage(number)
    }
  }

  package var exitCode: ExitCode {
    switch self {
    case .closed: .outputClosed
    case .system: .failed
    }
  }
}

/// The system's words for one of its error numbers.
package func systemMessage(_ number: Int32) -> String {
  guard let words = unsafe strerror(number) else { return "error \(number)" }
  return unsafe String(cString: words)
}
