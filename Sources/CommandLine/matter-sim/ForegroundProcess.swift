import CommandLineInterface
import Glibc

/// A program that runs in the place of this one until it ends, in the same process group: the
/// terminal's Ctrl-C ends both.
enum ForegroundProcess {
  /// Runs a program that reads nothing, and whose standard output is this one's standard error.
  /// - Returns: its exit status, or 128 and the number of the signal that ended it.
  static func run(_ path: String, _ arguments: [String]) throws(CommandFailure) -> Int32 {
    let id = try start(path, arguments)
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else {
        throw CommandFailure("\(printable(path)): \(systemMessage(errno))")
      }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  private static func start(
    _ path: String, _ arguments: [String]
  ) throws(CommandFailure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    // This program ignores SIGPIPE; that is not for others.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var restored = sigset_t()
    unsafe sigemptyset(&restored)
    unsafe sigaddset(&restored, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &restored)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words = unsafe ([path] + arguments).map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    unsafe words.append(nil)
    var id: pid_t = 0
    let result = unsafe posix_spawn(&id, path, &actions, &attributes, words, environ)
    guard result == 0 else {
      throw CommandFailure("\(printable(path)): \(systemMessage(result))")
    }
    return id
  }
}
