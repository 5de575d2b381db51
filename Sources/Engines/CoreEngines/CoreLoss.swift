public import CoreSeam
public import OperatingSystem

/// How a core ended that was not told to.
public enum CoreLoss: Error, Equatable, Sendable {
  /// Its process ended. `complaint` is the last line that it wrote to standard error.
  case ended(ProcessEnd, complaint: String?)
  /// It wrote what is no frame.
  case unreadableFrame(SeamError)
  /// Its engine has loaded another module than the one that was opened, or did not say which.
  case otherModule
}

extension CoreLoss: CustomStringConvertible {
  /// Half a line, to stand after "the core process".
  public var description: String {
    switch self {
    case .ended(let end, let complaint): Self.words(for: end) + (complaint.map { ": " + $0 } ?? "")
    case .unreadableFrame(let error): "wrote a frame that cannot be read (\(error))"
    case .otherModule: "did not load the module that was hashed for it"
    }
  }

  private static func words(for end: ProcessEnd) -> String {
    switch end {
    case .exited(let status): "exited with status \(status)"
    case .killed(let signal): "was killed by signal \(signal)"
    }
  }
}
