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
  /// - Parameters:
  ///   - name: what the system's list of processes is to call it, if not by its path: the file that it
  ///     is a copy of. It finds the libraries that are beside that.
  ///   - arguments: without the program's name.
  ///   - inherited: what it finds under the same number as this process.
  public init(
    path: String, name: String? = nil, arguments: [String] = [],
    inheriting inherited: FileDescriptor? = nil
  ) throws(SystemError) {
    self = try Self.starting.withLock { _ throws(SystemError) in
      try Self(starting: path, name ?? path, arguments, inherited)
    }
  }

  private init(
    starting path: String, _ name: String, _ arguments: [String], _ inherited: FileDescriptor?
  ) throws(SystemError) {
    var pipes: [PipeEnds] = []
    do throws(SystemError) {
      for _ in 0..<3 { pipes.append(try PipeEnds()) }
      id = try ProcessStart(
        path: path, name: name, arguments: arguments,
        environment: Self.environment(librariesBeside: name == path ? nil : name),
        files: [
          .copy(of: pipes[0].reading), .copy(of: pipes[1].writing), .copy(of: pipes[2].writing),
        ],
        inherited: inherited,
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
  /// - Parameter program: the file of which the program is a copy. The system looks for libraries
  ///   beside the copy, where there are none.
  private static func environment(librariesBeside program: String?) -> [String] {
    let folder = program.flatMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } }
    let libraries = [value(of: "LD_LIBRARY_PATH"), folder].compactMap { $0 }.filter { $0 != "" }
    var environment = ["SWIFT_BACKTRACE=enable=no"]
    if let path = value(of: "PATH") { environment.append("PATH=" + path) }
    if !libraries.isEmpty {
      environment.append("LD_LIBRARY_PATH=" + libraries.joined(separator: ":"))
    }
    return environment
  }

  private static func value(of variable: String) -> String? {
    unsafe getenv(variable).map { unsafe String(cString: $0) }
  }
}
