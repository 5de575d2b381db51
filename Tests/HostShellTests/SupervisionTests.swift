import Glibc
import HostShell
import OperatingSystem
import Testing

/// What becomes of the processes when one of them goes.
struct SupervisionTests {
  /// A run whose handshake takes seconds, as nothing arrives.
  private func startLongHandshake() throws -> StartedProgram {
    let program = try StartedProgram("matter-sim", ["pase", "--drop", "1"])
    try #require(program.waits(for: "PBKDFParamRequest"))
    return program
  }

  @Test func aCoreKilledDuringTheHandshakeEndsTheHostWithStatus3() throws {
    let program = try startLongHandshake()
    let cores = ProcessTable.children(of: program.id)
    try #require(cores.count == 2)
    kill(cores[0], SIGKILL)
    let outcome = program.finish()
    #expect(outcome.end == .exited(status: 3))
    #expect(outcome.lastLine.hasPrefix("PASE FAILED: the core process of the "))
    #expect(outcome.lastLine.hasSuffix(" was killed by signal 9"))
    #expect(outcome.errors.contains("was killed by signal 9; it had no session"))
    #expect(!ProcessTable.exists(cores[1]))
  }

  @Test func killingTheHostEndsItsCores() throws {
    let program = try startLongHandshake()
    let cores = ProcessTable.children(of: program.id)
    try #require(cores.count == 2)
    program.signal(SIGKILL)
    #expect(program.finish().end == .killed(signal: SIGKILL))
    #expect(becomesTrue { !cores.contains(where: ProcessTable.exists) })
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsARunCleanly(number: Int32) throws {
    let program = try startLongHandshake()
    let cores = ProcessTable.children(of: program.id)
    program.signal(number)
    let outcome = program.finish()
    #expect(outcome.end == .exited(status: 1))
    #expect(outcome.lastLine == "PASE FAILED: interrupted")
    #expect(!cores.contains(where: ProcessTable.exists))
  }

  @Test func aReaderThatGoesAwayEndsTheRunQuietly() throws {
    let program = try startLongHandshake()
    let cores = ProcessTable.children(of: program.id)
    program.closeOutput()
    let outcome = program.finish()
    #expect(outcome.end == .exited(status: 141))
    #expect(outcome.errors == "")
    #expect(!cores.contains(where: ProcessTable.exists))
  }

  @Test func aCoreThatIsNoProgramIsNamed() throws {
    let outcome = try StartedProgram(
      "matter-sim", ["pase", "--core", "/no/such/core"]
    ).finish()
    #expect(outcome.end == .exited(status: 3))
    #expect(
      outcome.errors
        == "matter-sim: the core /no/such/core cannot be read: No such file or directory\n")
  }

  @Test func aCoreThatExitsIsQuoted() throws {
    let script = try Script("echo 'out of luck' >&2; exit 9")
    let outcome = try StartedProgram("matter-sim", ["pase", "--core", script.path]).finish()
    #expect(outcome.end == .exited(status: 3))
    #expect(outcome.errors.contains("exited with status 9: out of luck"))
  }

  @Test func anIdleDeviceAndItsCoreDoNotWakeUp() throws {
    let program = try StartedProgram("matter-sim", ["device", "--port", "0"])
    try #require(program.waits(for: "window open"))
    let core = try #require(ProcessTable.children(of: program.id).first)
    // Its first second holds what follows the window's opening.
    usleep(300_000)
    let before = [program.id, core].map(ProcessTable.wakeUps)
    usleep(2_000_000)
    let after = [program.id, core].map(ProcessTable.wakeUps)
    #expect(before.allSatisfy { $0 != nil })
    #expect(before == after)
    program.signal(SIGTERM)
    #expect(program.finish().end == .exited(status: 0))
  }
}
