import Glibc
import OperatingSystem
import Testing

struct ProcessTests {
  @Test func aForegroundProcessTellsItsExitStatus() throws {
    #expect(try ForegroundProcess.run("/bin/sh", ["-c", "exit 3"]) == .exited(status: 3))
  }

  @Test func aSignalThatEndsAProcessIsTold() throws {
    let end = try ForegroundProcess.run("/bin/sh", ["-c", "kill -KILL $$"])
    #expect(end == .killed(signal: SIGKILL))
    #expect(end.shellStatus == 128 + SIGKILL)
  }

  @Test func aForegroundProcessHasNothingToRead() throws {
    #expect(try ForegroundProcess.run("/bin/sh", ["-c", "read line"]) == .exited(status: 1))
  }

  @Test func aProgramThatIsNotThereCannotBeStarted() {
    #expect(throws: SystemError(number: ENOENT)) {
      try ForegroundProcess.run("/nowhere/program", [])
    }
    #expect(throws: SystemError(number: ENOENT)) { try ChildProcess(path: "/nowhere/program") }
  }

  /// The arguments arrive as they are, and of the environment only what a core needs.
  @Test func aChildHasItsArgumentsAndAnEnvironmentOfItsOwn() throws {
    let child = try ChildProcess(
      path: "/bin/sh", arguments: ["-c", "printf %s \"$1 $HOME\"", "sh", "a b"])
    FileDescriptor(child.input).close()
    let output = try FileDescriptor(child.output).readToEnd(limit: 1000)
    #expect(String(decoding: output, as: UTF8.self) == "a b ")
    #expect(child.reap(patience: 5_000_000) == .exited(status: 0))
    FileDescriptor(child.output).close()
    FileDescriptor(child.errors).close()
  }

  @Test func aChildThatDoesNotEndIsEnded() throws {
    let child = try ChildProcess(path: "/bin/sh", arguments: ["-c", "sleep 60"])
    #expect(child.reap(patience: 50_000) == .killed(signal: SIGKILL))
    for end in [child.input, child.output, child.errors] { FileDescriptor(end).close() }
  }
}
