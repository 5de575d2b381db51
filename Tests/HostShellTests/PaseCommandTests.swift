import HostShell
import OperatingSystem
import Testing

/// `matter-sim pase`, as a user runs it.
struct PaseCommandTests {
  private func run(_ options: String) throws -> StartedProgram.Outcome {
    let words = options.split(separator: " ").map(String.init)
    return try StartedProgram("matter-sim", ["pase"] + words).finish(within: 120)
  }

  /// The messages in the order in which they were sent, each once.
  private static let handshake = [
    "PBKDFParamRequest", "PBKDFParamResponse", "Pake1", "Pake2", "Pake3", "StatusReport",
    "EchoRequest", "EchoResponse", "StatusReport",
  ]

  @Test(arguments: ["", "--core inprocess", "--passcode 1 --iterations 2000", "--seed 12"])
  func itPairsTalksAndCloses(options: String) throws {
    let outcome = try run(options)
    #expect(outcome.end == .exited(status: 0))
    #expect(outcome.lastLine.hasPrefix("PASE OK  commissioner session "))
    var lines = outcome.output.split(separator: "\n")[...]
    for message in Self.handshake {
      let index = lines.firstIndex { $0.contains(" → ") && $0.contains(" \(message) ") }
      lines = lines[(try #require(index, "\(message) in order") + 1)...]
    }
    #expect(outcome.output.contains("closed by the peer"))
  }

  @Test func theSaltMayHave32Bytes() throws {
    let salt = String(repeating: "a5", count: 32)
    #expect(try run("--salt \(salt)").end == .exited(status: 0))
  }

  @Test func jsonIsOneObjectALineAndHasBothSessions() throws {
    let outcome = try run("--format json")
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.end == .exited(status: 0))
    #expect(lines.allSatisfy { $0.hasPrefix(#"{"event":""#) && $0.hasSuffix("}") })
    #expect(lines.contains { $0.contains(#""event":"message_sent","party":"device""#) })
    let result = #"{"event":"result","result":"PASE OK","reason":null,"commissioner_session":"#
    #expect(outcome.lastLine.hasPrefix(result))
    #expect(outcome.lastLine.contains(#","device_session":"#))
    #expect(outcome.lastLine.contains(#","elapsed_us":"#))
  }

  @Test func aWireThatLosesEverythingFailsWithTheReason() throws {
    let outcome = try run("--drop 1")
    #expect(outcome.end == .exited(status: 1))
    #expect(
      outcome.lastLine
        == "PASE FAILED: the device does not answer: no transmission of a message was acknowledged")
    let transmissions = outcome.output.split(separator: "\n").filter {
      $0.contains("PBKDFParamRequest") && $0.contains("lost on the wire")
    }
    #expect(transmissions.count == 5)
  }

  @Test func theSameSeedHasTheSameFaults() throws {
    let options = "--drop 0.3 --duplicate 0.3 --seed 4 --format json"
    let runs = try [run(options), run(options)].map { outcome in
      // Only the first datagram of each side is sure to be the same: later ones depend on time.
      outcome.output.split(separator: "\n").first { $0.contains("message_sent") }.map {
        String($0).prefix(while: { $0 != "}" }).split(separator: ",").dropFirst(3)
      }
    }
    #expect(runs[0] != nil)
    #expect(runs[0] == runs[1])
  }

  @Test func aSeedIsAnnouncedAsInsecure() throws {
    let outcome = try run("--seed 3")
    #expect(outcome.errors.contains("INSECURE"))
  }

  @Test func noSecretIsPrinted() throws {
    let outcome = try run("--passcode 34567890 --format json")
    #expect(outcome.end == .exited(status: 0))
    #expect(!outcome.output.contains("34567890"))
    #expect(!outcome.errors.contains("34567890"))
  }

  @Test(arguments: [
    ("--passcode 11111111", "--passcode"), ("--iterations 999", "--iterations"),
    ("--salt 000102030405060708090a0b0c0d0e", "--salt"), ("--drop 1.5", "--drop"),
    ("--core wrong", "--core"), ("--delay -1", "--delay"), ("--port 3", "--port"),
  ])
  func aWrongValueIsNamed(options: String, name: String) throws {
    let outcome = try run(options)
    #expect(outcome.end == .exited(status: 2))
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("matter-sim: "))
    #expect(outcome.errors.contains(name))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }
}
