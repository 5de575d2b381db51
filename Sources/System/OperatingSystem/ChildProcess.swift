public import Glibc
import Synchronization

/// A process that this one started, and the host's ends of its three standard pipes.
public struct ChildProcess {
  public let input: Int32
  public let output: Int32
  public let errors: Int32
  public let id: pid_t

  /// Between making a pipe and marking it as not inheritable another thread must not start a
  /// process: that one would keep the pipe open and hide the end of its other side.
  private static let starting = Mutex(())

  /// Starts the program at `path`.
  /// - Parameter arguments: without the program's name.
  public init(path: String, arguments: [String] = []) throws(SystemError) {
    self = try Self.starting.withLock { _ throws(SystemError) in
      try Self(starting: path, arguments)
    }
  }

  private init(starting path: String, _ arguments: [String]) throws(SystemError) {
    var pipes: [PipeEnds] = []
    do throws(SystemError) {
      for _ in 0..<3 { pipes.append(try PipeEnds()) }
      id = try ProcessStart(
        path: path, arguments: arguments, environment: Self.environment(),
        files: [
          .copy(of: pipes[0].reading), .copy(of: pipes[1].writing), .copy(of: pipes[2].writing),
        ],
        // In a process group of its own, the core does not get the SIGINT of the terminal: the host
        // can still close its sessions.
        signals: [.ownGroup, .noneBlocked]
      ).run()
    } catch {
      for pipe in pipes { pipe.close() }
      throw error
    }
    (input, output, errors) = (pipes[0].writing, pipes[1].reading, pipes[2].reading)
    for end in [pipes[0].reading, pipes[1].writing, pipes[2].writing] { _ = close(end) }
    for end in [input, output, errors] { PipeEnds.makeNonBlocking(end) }
  }

  /// How the process ended, once it has: looks for at most `patience` microseconds, and then ends
  /// the process itself.
  public func reap(patience: UInt64) -> ProcessEnd {
    let limit = MonotonicClock.now() + patience
    var status: Int32 = 0
    while true {
      let result = unsafe waitpid(id, &status, WNOHANG)
      if result == id { return ProcessEnd(waitStatus: status) }
      if result < 0 && errno != EINTR { return .exited(status: 0) }
      if MonotonicClock.now() > limit { _ = kill(id, SIGKILL) }
      usleep(200)
    }
  }

  /// What the process gets to see: where libraries are, and that a crash is to end it at once.
  private static func environment() -> [String] {
    var environment = ["SWIFT_BACKTRACE=enable=no"]
    for name in ["PATH", "LD_LIBRARY_PATH"] {
      if let value = unsafe getenv(name) {
        unsafe environment.append(name + "=" + String(cString: value))
      }
    }
    return environment
  }
}
