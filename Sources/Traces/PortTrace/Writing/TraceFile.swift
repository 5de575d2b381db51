import Glibc
public import HostShell

/// Why a trace file cannot be made.
public enum TraceFileError: Error, Equatable, Sendable {
  /// There is a file of this name, which is not to be lost.
  case exists
  case system(SystemError)
}

/// A file that only its owner can read, and to which whole blocks are appended.
final class TraceFile {
  private let descriptor: Int32

  /// - Parameter replacing: whether a file that has the name already is to make room.
  init(path: String, replacing: Bool) throws(TraceFileError) {
    if replacing { unsafe unlink(path) }
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let error = SystemError(number: errno)
      throw error.number == EEXIST ? .exists : .system(error)
    }
    // The mode holds whatever the umask is.
    _ = fchmod(descriptor, 0o600)
  }

  deinit {
    _ = close(descriptor)
  }

  func append(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw SystemError(number: errno)
      }
    }
  }
}
