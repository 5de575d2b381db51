import Glibc

/// Standard input, output and error, whether or not their other side made them non-blocking.
enum StandardFiles {
  /// Waits for bytes.
  /// - Returns: how many there are, 0 at the end; nil when the input cannot be read.
  static func read(into buffer: inout [UInt8]) -> Int? {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      }
      if count >= 0 { return count }
      guard waitedOut(errno, on: STDIN_FILENO, for: POLLIN) else { return nil }
    }
  }

  /// Writes all of `bytes` to standard output.
  /// - Returns: whether it is still read.
  static func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Glibc.write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if !waitedOut(errno, on: STDOUT_FILENO, for: POLLOUT) {
        return false
      }
    }
    return true
  }

  /// Writes a line to standard error. If that cannot be, the exit status still tells.
  static func complain(_ line: String) {
    let bytes = Array(line.utf8)
    _ = unsafe bytes.withUnsafeBytes { bytes in
      unsafe Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }

  /// Whether the error was one that passes: a signal, or a non-blocking pipe that was not ready and
  /// now is.
  private static func waitedOut(_ error: Int32, on descriptor: Int32, for event: Int32) -> Bool {
    switch error {
    case EINTR: return true
    case EAGAIN:
      var waiting = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      return unsafe poll(&waiting, 1, -1) >= 0 || errno == EINTR
    default: return false
    }
  }
}
