import Glibc
import Synchronization

/// A process that this one started, and the host's ends of its three standard pipes.
package struct ChildProcess {
  package let input: Int32
  package let output: Int32
  package let errors: Int32
  package let id: pid_t

  /// Between making a pipe and marking it as not inheritable another thread must not start a
  /// process: that one would keep the pipe open and hide the end of its other side.
  private static let starting = Mutex(())

  /// Starts the program at `path`.
  /// - Parameter arguments: without the program's name.
  package init(path: String, arguments: [String] = []) throws(CoreStartError) {
    do throws(SystemError) {
      self = try Self.starting.withLock { _ throws(SystemError) in
        try Self(starting: path, arguments)
      }
    } catch {
      throw .program(path: path, error)
    }
  }

  private init(starting path: String, _ arguments: [String]) throws(SystemError) {
    var pipes: [PipeEnds] = []
    do throws(SystemError) {
      for _ in 0..<3 { pipes.append(try PipeEnds()) }
      id = try Self.spawn(
        path, arguments, ends: [pipes[0].reading, pipes[1].writing, pipes[2].writing])
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
  package func reap(patience: UInt64) -> CoreLoss.ProcessEnd {
    let limit = MonotonicClock.now() + patience
    var status: Int32 = 0
    while true {
      let result = unsafe waitpid(id, &status, WNOHANG)
      if result == id { return CoreLoss.ProcessEnd(waitStatus: status) }
      if result < 0 && errno != EINTR { return .exited(status: 0) }
      if MonotonicClock.now() > limit { _ = kill(id, SIGKILL) }
      usleep(200)
    }
  }

  /// - Parameter ends: what becomes standard input, output and error.
  private static func spawn(
    _ path: String, _ arguments: [String], ends: [Int32]
  ) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, end) in ends.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
    }
    // In a process group of its own, the core does not get the SIGINT of the terminal: the host
    // can still close its sessions.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    // Signals that the thread here has blocked are none of its business.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

    var id: pid_t = 0
    let result = unsafe withCStrings([path] + arguments) { arguments in
      unsafe withCStrings(environment()) { environment in
        unsafe posix_spawn(&id, path, &actions, &attributes, arguments, environment)
      }
    }
    guard result == 0 else { throw SystemError(number: result) }
    return id
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

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = unsafe strings.map { unsafe strdup($0) }
    defer { unsafe pointers.forEach { unsafe free($0) } }
    unsafe pointers.append(nil)
    return unsafe body(pointers)
  }
}
