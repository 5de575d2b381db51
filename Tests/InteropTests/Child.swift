import Foundation

/// A process that a test talks to in lines, and that never outlives the test.
final class Child {
  /// What errors call it: the command and where its log is.
  let name: String
  private let process = Process()
  private let input = Pipe()
  private let lines: LineQueue

  /// Starts `executable`, runs `body` with it, and ends it if it still runs.
  /// Its standard error goes to a file in .build/logs that errors name.
  static func with<Result>(
    _ executable: URL, _ arguments: [String], body: (Child) async throws -> Result
  ) async throws -> Result {
    let child = try Child(executable, arguments)
    defer { child.kill() }
    return try await body(child)
  }

  private init(_ executable: URL, _ arguments: [String]) throws {
    let output = Pipe()
    let log = try Programs.newLog(of: arguments.first ?? executable.lastPathComponent)
    name = ([executable.path] + arguments).joined(separator: " ") + " (log in \(log.path))"
    lines = LineQueue(reading: output.fileHandleForReading)
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: log)
    try Self.withoutBlockedSignals { try process.run() }
  }

  /// Tests run in threads that block all signals, and a process inherits that from the thread that
  /// starts it; a shell would not start it so.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// The next line, or `nil` at the end of the output.
  /// - Throws: `ChildError.silent` when none comes in time.
  func line(within limit: Duration = .seconds(30)) async throws -> String? {
    let deadline = ContinuousClock.now + limit
    while true {
      switch lines.next() {
      case .line(let line): return line
      case .end: return nil
      case .nothingYet: break
      }
      guard ContinuousClock.now < deadline else { throw ChildError.silent(name, limit) }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Reads lines until one is wanted, and returns it.
  /// - Throws: `ChildError.ended` when the output ends before, `silent` when it takes too long.
  func line(
    within limit: Duration = .seconds(30), where isWanted: (String) -> Bool
  ) async throws -> String {
    let deadline = ContinuousClock.now + limit
    while let line = try await line(within: deadline - .now) {
      if isWanted(line) { return line }
    }
    throw ChildError.ended(name)
  }

  /// The lines that have come until now and were not yet taken.
  func linesSoFar() -> [String] {
    var taken: [String] = []
    while case .line(let line) = lines.next() { taken.append(line) }
    return taken
  }

  func send(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
  }

  func closeInput() throws {
    try input.fileHandleForWriting.close()
  }

  /// Asks it to end, as a user does with Ctrl-C.
  func interrupt() {
    process.interrupt()
  }

  /// The exit status, once it has ended; a signal counts as 128 and its number.
  /// - Throws: `ChildError.running` when it does not end in time.
  func exitStatus(within limit: Duration = .seconds(30)) async throws -> Int32 {
    let deadline = ContinuousClock.now + limit
    while process.isRunning {
      guard ContinuousClock.now < deadline else { throw ChildError.running(name, limit) }
      try await Task.sleep(for: .milliseconds(2))
    }
    let status = process.terminationStatus
    return process.terminationReason == .exit ? status : 128 + status
  }

  private func kill() {
    guard process.isRunning else { return }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
