public import OperatingSystem

/// Why a file that should hold a core is not read.
public enum CoreReadError: Error, Equatable, Sendable {
  case system(SystemError)
  /// It is a folder, a device or a pipe.
  case notAFile
  /// It has more bytes than any core.
  case tooLarge
}

extension CoreReadError: CustomStringConvertible {
  /// Half a line, to stand after the file's name.
  public var description: String {
    switch self {
    case .system(let error): "\(error)"
    case .notAFile: "it is a folder, a device or a pipe"
    case .tooLarge: "it is larger than any core"
    }
  }
}
