public import CoreSeam

/// How a core ended that was not told to.
public enum CoreLoss: Error, Equatable, Sendable {
  /// How a process came to its end.
  public enum ProcessEnd: Equatable, Sendable {
    case exited(status: Int32)
    case killed(signal: Int32)

    /// - Parameter waitStatus: what `waitpid` says of a process that has ended.
    init(waitStatus: Int32) {
      let signal = waitStatus & 0x7F
      self = signal == 0 ? .exited(status: (waitStatus >> 8) & 0xFF) : .killed(signal: signal)
    }
  }

  /// Its process ended. `complaint` is the last line that it wrote to standard error.
  case ended(ProcessEnd, complaint: String?)
  /// It wrote what is no frame.
  case unreadableFrame(SeamError)
}

extension CoreLoss: CustomStringConvertible {
  /// Half a line, to stand after "the core process".
  public var description: String {
    switch self {
    case .ended(let end, let complaint): Self.words(for: end) + (complaint.map { ": " + $0 } ?? "")
    case .unreadableFrame(let error): "wrote a frame that cannot be read (\(error))"
    }
  }

  private static func words(for end: ProcessEnd) -> String {
    switch end {
    case .exited(let status): "exited with status \(status)"
    case .killed(let signal): "was killed by signal \(signal)"
    }
  }
}
