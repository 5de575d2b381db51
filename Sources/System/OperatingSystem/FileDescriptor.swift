public import Glibc

/// The number of an open file, pipe or terminal. Reading and writing wait for as long as they must,
/// even where another process has made the file non-blocking.
public struct FileDescriptor: Equatable, Sendable {
  /// As the system's calls take it.
  public let number: Int32

  public init(_ number: Int32) {
    self.number = number
  }

  public static let standardInput = FileDescriptor(STDIN_FILENO)
  public static let standardOutput = FileDescriptor(STDOUT_FILENO)
  public static let standardError = FileDescriptor(STDERR_FILENO)

  /// Opens a file, which no process that is started inherits.
  /// - Parameters:
  ///   - flags: as `open` takes them: how it is used, and whether it is made or emptied.
  ///   - mode: who may use a file that is made here, as far as the umask lets them.
  public init(opening path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
    number = unsafe open(path, flags | O_CLOEXEC, mode)
    guard number >= 0 else { throw .last }
  }

  /// Whoever uses the descriptor from now on gets an error, or another file.
  public func close() {
    _ = Glibc.close(number)
  }

  /// Waits for bytes.
  /// - Returns: how many there are now at the front of `buffer`; 0 at the end of the input.
  public func read(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(number, bytes.baseAddress, bytes.count)
      }
      if count >= 0 { return count }
      try waitOut(.last, for: POLLIN)
    }
  }

  /// Everything up to the end.
  /// - Parameter limit: once there are more bytes than this the rest is left.
  public func readToEnd(limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      var front = piece.mutableSpan
      let count = try read(into: &front)
      guard count > 0 else { break }
      bytes += piece.prefix(count)
    }
    return bytes
  }

  /// Writes all of `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.extracting(droppingFirst: written).withUnsafeBytes { bytes in
        unsafe Glibc.write(number, bytes.baseAddress, bytes.count)
      }
      if count >= 0 {
        written += count
      } else {
        try waitOut(.last, for: POLLOUT)
      }
    }
  }

  /// Writes all of `text`, as UTF-8.
  public func write(_ text: String) throws(SystemError) {
    try write(Array(text.utf8).span)
  }

  /// Returns once the call may be tried again: at once after a signal, and after a wait where the
  /// file is non-blocking and was not ready. Any other error is thrown.
  private func waitOut(_ error: SystemError, for event: Int32) throws(SystemError) {
    switch error.number {
    case EINTR: return
    case EAGAIN:
      var waiting = pollfd(fd: number, events: Int16(event), revents: 0)
      guard unsafe poll(&waiting, 1, -1) >= 0 || errno == EINTR else { throw .last }
    default: throw error
    }
  }
}
