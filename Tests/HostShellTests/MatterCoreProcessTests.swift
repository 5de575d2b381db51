import CoreDriver
import CoreSeam
import Glibc
import HostShell
import MatterBytes
import OperatingSystem
import Testing

/// The process `matter-core`, given what a broken or hostile host might give.
struct MatterCoreProcessTests {
  private func run(_ input: [UInt8]) throws -> StartedProgram.Outcome {
    let program = try StartedProgram("matter-core")
    program.write(input)
    program.closeInput()
    return program.finish()
  }

  private func bytes(of event: InEvent) -> [UInt8] {
    let frame = event.frame().bytes
    return frame.span.indices.map { frame[$0] }
  }

  @Test func theEndOfTheInputIsAnOrderlyEnd() throws {
    let outcome = try run([])
    #expect(outcome.end == .exited(status: 0))
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
  }

  @Test func anEventIsAnsweredBeforeTheEnd() throws {
    let outcome = try run(bytes(of: .clock(1)))
    #expect(outcome.end == .exited(status: 0))
    let wanted = OutEvent.entropyWanted(256).frame().bytes
    #expect(outcome.output.utf8.count >= wanted.count)
  }

  @Test(
    arguments: [
      ([0, 0, 0, 0], "a frame is empty: it must hold at least its port"),
      ([0, 0, 0x04, 0xD9], "a frame is longer than any can be"),
      ([0xFF, 0xFF, 0xFF, 0xFF], "a frame is longer than any can be"),
      ([0, 0, 0, 1, 0x09], "a frame names no in-port of the core"),
      ([0, 0, 0, 1, 0x81], "a frame names no in-port of the core"),
      ([0, 0, 0, 2, 0x02, 1], "a frame is too short for its value"),
      ([0, 0, 0, 10, 0x02, 1, 2, 3, 4, 5, 6, 7, 8, 9], "a frame is longer than its value"),
      (
        [0, 0, 0, 3, 0x03, 65, 0],
        "a frame holds a byte string that is too long for its type"
      ),
      ([0, 0, 0, 2, 0x01, 2], "a frame holds a case, flag or enumeration that is unknown"),
    ] as [([UInt8], String)])
  func aFrameThatCannotBeReadEndsTheProcess(input: [UInt8], message: String) throws {
    let outcome = try run(bytes(of: .clock(1)) + input)
    #expect(outcome.end == .exited(status: 65))
    #expect(outcome.errors == "matter-core: \(message)\n")
  }

  @Test(arguments: [1, 3, 4, 5, 12])
  func anEndWithinAFrameEndsTheProcess(length: Int) throws {
    let outcome = try run(bytes(of: .clock(1)) + bytes(of: .clock(2)).prefix(length))
    #expect(outcome.end == .exited(status: 65))
    #expect(outcome.errors == "matter-core: the input ends within a frame\n")
  }

  @Test func framesMayArriveByteByByte() throws {
    let whole = try run(bytes(of: .clock(1)) + bytes(of: .clock(0)))
    let program = try StartedProgram("matter-core")
    for byte in bytes(of: .clock(1)) + bytes(of: .clock(0)) {
      program.write([byte])
      usleep(200)
    }
    program.closeInput()
    let split = program.finish()
    #expect(split.end == .exited(status: 0))
    #expect(split.output == whole.output)
  }

  @Test func nobodyToReadTheOutputIsAQuietEnd() throws {
    let program = try StartedProgram("matter-core")
    program.closeOutput()
    program.write(bytes(of: .clock(1)))
    let outcome = program.finish()
    #expect(outcome.end == .exited(status: 0))
    #expect(outcome.errors == "")
  }

  @Test func aReaderThatIsSlowLosesNothing() throws {
    // Each step back of the clock is answered by a notice; more of them than a pipe holds.
    let count = 20_000
    let steps = bytes(of: .clock(10)) + (0..<count).flatMap { _ in bytes(of: .clock(9)) }
    let notice = OutEvent.message(.notice(.inputRejected(.clockWentBack))).frame().bytes.count
    let program = try StartedProgram("matter-core")
    // The pipes are full long before all is written, and reading begins only then.
    program.writeWhileReading(steps)
    program.closeInput()
    let outcome = program.finish()
    #expect(outcome.end == .exited(status: 0))
    let first = try run(bytes(of: .clock(10))).byteCount
    #expect(outcome.byteCount == first + count * notice)
  }

  @Test func randomBytesNeverKillTheProcess() throws {
    var generator = SplitMix64(seed: 2026)
    for run in 0..<2000 {
      let length = Int.random(in: 0...200, using: &generator)
      var input = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      // Most of the time the lengths are plausible, so that the values are reached.
      if run % 4 != 0 { input = bytes(of: .clock(1)) + [0, 0, 0, UInt8(length % 64)] + input }
      let outcome = try self.run(input)
      guard case .exited(let status) = outcome.end else {
        Issue.record("run \(run): \(outcome.end) on \(input)")
        continue
      }
      #expect([0, 65].contains(status), "run \(run) on \(input)")
    }
  }
}
