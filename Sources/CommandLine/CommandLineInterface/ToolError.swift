/// An error that the tool reports in one line before it exits.
package protocol ToolError: Error {
  /// One line without a final stop: which value was wrong and what to do. Empty: nothing is said.
  var message: String { get }
  var exitCode: ExitCode { get }
}

/// Why a command whose command line was right could not do what it was asked.
package struct CommandFailure: ToolError, Equatable {
  package let message: String
  package let exitCode: ExitCode

  package init(_ message: String, exitCode: ExitCode = .failed) {
    self.message = message
    self.exitCode = exitCode
  }
}
