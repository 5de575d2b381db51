import Glibc
public import OperatingSystem

/// Why a trace file cannot be made.
public enum TraceFileError: Error, Equatable, Sendable {
  /// There is a file of this name, which is not to be lost.
  case exists
  case system(SystemError)
}

/// A file that only its owner can read, and to which whole blocks are appended.
final class TraceFile {
  private let file: FileDescriptor

  /// - Parameter replacing: whether a file that has the name already is to make room.
  init(path: String, replacing: Bool) throws(TraceFileError) {
    if replacing { unsafe unlink(path) }
    do throws(SystemError) {
      file = try FileDescriptor(
        opening: path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND, mode: 0o600)
    } catch {
      throw error.number == EEXIST ? .exists : .system(error)
    }
    // The mode holds whatever the umask is.
    _ = fchmod(file.number, 0o600)
  }

  deinit {
    file.close()
  }

  func append(_ bytes: [UInt8]) throws(SystemError) {
    try file.write(bytes.span)
  }
}
