import CorePump
import Glibc

/// Standard input and output, whether or not their other side made them non-blocking.
enum StandardPipes {
  /// Waits for bytes.
  /// - Returns: how many there are now at the front of `buffer`; 0 at the end of the input.
  static func read(into buffer: inout MutableSpan<UInt8>) throws(PipeError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      }
      if count >= 0 { return count }
      guard waitedOut(errno, on: STDIN_FILENO, for: POLLIN) else { throw .unreadable }
    }
  }

  /// Writes all of `bytes`.
  static func write(_ bytes: Span<UInt8>) throws(PipeError) {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.extracting(droppingFirst: offset).withUnsafeBytes { bytes in
        unsafe Glibc.write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
      }
      if count >= 0 {
        offset += count
      } else {
        let error = errno
        guard error != EPIPE else { throw .readerGone }
        guard waitedOut(error, on: STDOUT_FILENO, for: POLLOUT) else { throw .unwritable }
      }
    }
  }

  /// Whether the error was one that passes: a signal, or a non-blocking pipe that was not ready
  /// and now is.
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
