import Glibc
import HostShell
import OperatingSystem

/// A program of the package in a process of its own, watched from outside.
final class StartedProgram {
  /// What it wrote, and how it ended.
  struct Outcome {
    let end: ProcessEnd
    let output: String
    let errors: String
    /// How many bytes it wrote to standard output, text or not.
    let byteCount: Int

    var lastLine: String { output.split(separator: "\n").last.map(String.init) ?? "" }
  }

  private let child: ChildProcess
  private var output: [UInt8] = []
  private var errors: [UInt8] = []
  private var inputIsOpen = true
  private var outputIsOpen = true
  private var isReaped = false

  /// - Parameter name: a program that stands beside the one that runs the tests.
  init(_ name: String, _ arguments: [String] = []) throws {
    child = try ChildProcess(
      path: RunningProgram.sibling(name), arguments: arguments)
  }

  deinit {
    if inputIsOpen { close(child.input) }
    if outputIsOpen { close(child.output) }
    close(child.errors)
    if !isReaped {
      kill(child.id, SIGKILL)
      _ = child.reap(patience: 5_000_000)
    }
  }

  var id: pid_t { child.id }

  /// What was read of its output so far.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Writes to its standard input. That it does not read to the end is no error.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(child.input, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&waiting, 1, 5000)
      } else {
        return
      }
    }
  }

  /// Writes to its standard input, and reads its output whenever it takes no more.
  func writeWhileReading(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(child.input, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno != EAGAIN || !read() {
        return
      }
    }
  }

  func closeInput() {
    close(child.input)
    inputIsOpen = false
  }

  /// Nobody reads its standard output any more.
  func closeOutput() {
    close(child.output)
    outputIsOpen = false
  }

  func signal(_ number: Int32) {
    kill(child.id, number)
  }

  /// Reads until its output holds `text`.
  /// - Returns: whether it does, within 20 s.
  func waits(for text: String) -> Bool {
    let limit = MonotonicClock.now() + 20_000_000
    while MonotonicClock.now() < limit {
      if self.text.contains(text) { return true }
      guard read() else { break }
    }
    return self.text.contains(text)
  }

  /// Reads all that it writes, and waits until it has ended.
  /// - Parameter seconds: after this it is killed.
  func finish(within seconds: UInt64 = 60) -> Outcome {
    let limit = MonotonicClock.now() + seconds * 1_000_000
    while MonotonicClock.now() < limit, read() {}
    if MonotonicClock.now() >= limit { kill(child.id, SIGKILL) }
    let end = child.reap(patience: 5_000_000)
    isReaped = true
    while read() {}
    return Outcome(
      end: end, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self), byteCount: output.count)
  }

  /// Waits up to 200 ms for something to read, and reads it.
  /// - Returns: false when both outputs are at their end.
  private func read() -> Bool {
    var waiting = [child.errors, outputIsOpen ? child.output : -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    _ = unsafe poll(&waiting, 2, 200)
    let isErrorsOver = waiting[0].revents != 0 && Self.read(child.errors, into: &errors)
    let isOutputOver = waiting[1].revents != 0 && Self.read(child.output, into: &output)
    return !(isErrorsOver && (isOutputOver || !outputIsOpen))
  }

  /// - Returns: whether the end is reached.
  private static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
    }
    if count > 0 { bytes += buffer.prefix(count) }
    return count == 0
  }
}
