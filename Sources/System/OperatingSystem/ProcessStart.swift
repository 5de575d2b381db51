import Glibc

/// What a program is started with.
struct ProcessStart {
  /// What becomes of a standard file of the program.
  enum StandardFile {
    /// The same as this descriptor here.
    case copy(of: Int32)
    /// A file with nothing in it.
    case empty
  }

  /// What is different for the program from what holds for this process.
  struct Signals: OptionSet {
    let rawValue: Int32

    /// It is in a process group of its own: the SIGINT of the terminal is for this process only.
    static let ownGroup = Signals(rawValue: POSIX_SPAWN_SETPGROUP)
    /// Signals that the thread here has blocked are not blocked there.
    static let noneBlocked = Signals(rawValue: POSIX_SPAWN_SETSIGMASK)
    /// A reader that goes away ends the program, as programs expect.
    static let brokenPipeEnds = Signals(rawValue: POSIX_SPAWN_SETSIGDEF)
  }

  let path: String
  /// What the program is told that it is called; nil for its path.
  var name: String?
  /// Without the program's name.
  let arguments: [String]
  /// As `NAME=value`; nil for all that this process has.
  var environment: [String]?
  /// Standard input, output and error, in this order; those left out are as here.
  let files: [StandardFile]
  /// What the program finds under the same number as this process.
  var inherited: FileDescriptor?
  let signals: Signals

  /// Starts the program.
  /// - Returns: the id of its process.
  func run() throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in zip(Int32(0)..., files) {
      switch file {
      case .copy(let descriptor):
        unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, number)
      case .empty:
        unsafe posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDONLY, 0)
      }
    }
    if let inherited {
      // That it is to be closed when a program starts is forgotten.
      unsafe posix_spawn_file_actions_adddup2(&actions, inherited.number, inherited.number)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe posix_spawnattr_setsigmask(&attributes, &set)
    unsafe sigaddset(&set, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &set)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(signals.rawValue))

    var id: pid_t = 0
    let result = unsafe Self.withCStrings([name ?? path] + arguments) { arguments in
      guard let environment else {
        return unsafe posix_spawn(&id, path, &actions, &attributes, arguments, environ)
      }
      return unsafe Self.withCStrings(environment) { environment in
        unsafe posix_spawn(&id, path, &actions, &attributes, arguments, environment)
      }
    }
    guard result == 0 else { throw SystemError(number: result) }
    return id
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
