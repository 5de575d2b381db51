import Glibc

/// A program that runs in the place of this one until it ends, in the same process group: the
/// terminal's Ctrl-C ends both.
public enum ForegroundProcess {
  /// Runs a program that reads nothing, and whose standard output is this one's standard error.
  public static func run(
    _ path: String, _ arguments: [String]
  ) throws(SystemError) -> ProcessEnd {
    // This program may ignore SIGPIPE; that is not for others.
    let start = ProcessStart(
      path: path, arguments: arguments, files: [.empty, .copy(of: STDERR_FILENO)],
      signals: .brokenPipeEnds)
    let id = try start.run()
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { throw .last }
    }
    return ProcessEnd(waitStatus: status)
  }
}
