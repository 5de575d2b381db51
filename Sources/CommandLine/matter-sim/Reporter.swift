import CommandLineInterface
import HostShell
import OperatingSystem

/// Writes results from within an event loop, where nothing can be thrown: when nobody reads them
/// any more, the loop stops, and `finish` tells why.
final class Reporter {
  private let console: Console
  private let loop: EventLoop
  private var problem: OutputError?

  init(console: Console, loop: EventLoop) {
    self.console = console
    self.loop = loop
  }

  var style: TextStyle { console.style }

  var format: OutputFormat { console.format }

  /// Writes one result.
  /// - Parameters:
  ///   - text: nil for what only programs want to know.
  ///   - json: an object.
  func report(text: @autoclosure () -> String?, json: @autoclosure () -> JSONValue) {
    guard problem == nil else { return }
    do throws(OutputError) {
      switch console.format {
      case .text:
        if let text = text() { try console.write(text) }
      case .json: try console.write(json().text)
      }
    } catch {
      problem = error
      loop.stop()
    }
  }

  /// Writes one line of complaint to standard error.
  func complain(_ message: String) {
    console.complain(message)
  }

  /// - Throws: why a result could not be written, if one could not.
  func finish() throws(OutputError) {
    if let problem { throw problem }
  }
}
