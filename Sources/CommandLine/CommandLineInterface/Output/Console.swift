import Glibc
import OperatingSystem

/// Where a command writes: results to standard output, complaints to standard error.
///
/// Lines go out whole and at once. When the reader of standard output has gone, writing throws,
/// and the command unwinds as it would for any other error.
package struct Console: Sendable {
  package let format: OutputFormat
  package let style: TextStyle
  private let output: Int32
  private let errors: Int32

  /// - Parameters:
  ///   - output: the file descriptor for results.
  ///   - errors: the file descriptor for complaints.
  package init(
    output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO,
    format: OutputFormat = .text, style: TextStyle
  ) {
    self.output = output
    self.errors = errors
    self.format = format
    self.style = style
  }

  /// The same console for the format that a command was asked for.
  package func using(_ format: OutputFormat) -> Console {
    Console(output: output, errors: errors, format: format, style: style)
  }

  /// Writes one result in the format that was asked for.
  /// - Parameters:
  ///   - text: one line or several, without the last line's end.
  ///   - json: an object, for one line.
  package func report(
    text: @autoclosure () -> String, json: @autoclosure () -> JSONValue
  ) throws(OutputError) {
    switch format {
    case .text: try write(text())
    case .json: try write(json().text)
    }
  }

  /// Writes what is not a result, such as help, as it stands.
  package func write(_ text: String) throws(OutputError) {
    try Self.write(text + "\n", to: output)
  }

  /// Writes one line of complaint to standard error. That nobody reads it is no error.
  package func complain(_ message: String) {
    try? Self.write("matter-sim: \(message)\n", to: errors)
  }

  private static func write(_ text: String, to descriptor: Int32) throws(OutputError) {
    do throws(SystemError) {
      try FileDescriptor(descriptor).write(text)
    } catch {
      throw error.isBrokenPipe ? .closed : .system(error)
    }
  }
}
