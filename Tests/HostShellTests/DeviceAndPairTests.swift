import CoreSeam
import Glibc
import HostShell
import OperatingSystem
import Testing
import TraceFormat

/// `matter-sim device` and `matter-sim pair`, as users run them beside each other.
struct DeviceAndPairTests {
  /// A device that serves, and the port that it serves on.
  private struct Serving {
    let program: StartedProgram
    let port: String

    init(_ options: [String] = []) throws {
      program = try StartedProgram("matter-sim", ["device", "--port", "0"] + options)
      try #require(program.waits(for: options.contains("json") ? "window_open" : "window open"))
      port = try #require(Self.port(in: program.text))
    }

    private static func port(in text: String) -> String? {
      let beginnings = ["UDP port ", #""port":"#]
      let range = beginnings.lazy.compactMap { text.firstRange(of: $0) }.first
      return range.map { String(text[$0.upperBound...].prefix { $0.isNumber }) }
    }

    func pair(_ options: [String]) throws -> StartedProgram.Outcome {
      try StartedProgram("matter-sim", ["pair"] + options).finish(within: 120)
    }
  }

  @Test(arguments: ["[::1]", "127.0.0.1", "localhost"])
  func aMessageComesBack(host: String) throws {
    guard host != "[::1]" || PeerAddress.hasIPv6Loopback else { return }
    let device = try Serving()
    let outcome = try device.pair([
      "\(host):\(device.port)", "--passcode", "20202021", "--message", "Grüße",
    ])
    #expect(outcome.end == .exited(status: 0))
    #expect(outcome.output.contains("the device answered: Grüße\n"))
    #expect(outcome.lastLine.hasPrefix("PASE OK  session "))
    #expect(device.program.waits(for: "closed by the peer"))
  }

  @Test func aLinkLocalAddressWithItsInterfaceReachesTheDevice() throws {
    let device = try Serving()
    guard let own = LinkLocal.address(port: try #require(UInt16(device.port))) else { return }
    let outcome = try device.pair(["\(own)", "--passcode", "20202021"])
    #expect(outcome.end == .exited(status: 0))
  }

  @Test func theWindowOpensAgainForTheNext() throws {
    let device = try Serving()
    let address = "127.0.0.1:\(device.port)"
    for _ in 0..<3 {
      #expect(
        try device.pair([address, "--passcode", "20202021"]).end == .exited(status: 0))
    }
    device.program.signal(SIGINT)
    #expect(device.program.finish().end == .exited(status: 0))
  }

  @Test func aCodeStandsForThePasscode() throws {
    let device = try Serving()
    let address = "127.0.0.1:\(device.port)"
    for options in [
      ["MT:Y.K90AFN00KA0648G00", "--address", address],
      ["3497-011-2332", "--address", address], [address, "--code", "34970112332"],
    ] {
      #expect(try device.pair(options).end == .exited(status: 0))
    }
  }

  @Test func theWrongPasscodeFailsOnBothSidesAndTheRightOneStillPairs() throws {
    let device = try Serving()
    let address = "127.0.0.1:\(device.port)"
    for attempt in 1...2 {
      let outcome = try device.pair([address, "--passcode", "20202022"])
      #expect(outcome.end == .exited(status: 1))
      #expect(
        outcome.lastLine
          == "PASE FAILED: wrong passcode: the device was set up with another one")
      #expect(
        device.program.waits(
          for: "attempt \(attempt) of 20 failed: the commissioner used another passcode"))
    }
    #expect(try device.pair([address, "--passcode", "20202021"]).end == .exited(status: 0))
  }

  @Test func afterTwentyWrongPasscodesTheRightOneIsRefused() throws {
    let device = try Serving()
    let address = "127.0.0.1:\(device.port)"
    for _ in 0..<20 {
      #expect(try device.pair([address, "--passcode", "1"]).end == .exited(status: 1))
    }
    #expect(device.program.waits(for: "window closed: too many attempts failed"))
    let refused = try device.pair([address, "--passcode", "20202021"])
    #expect(refused.end == .exited(status: 1))
    #expect(refused.lastLine.hasPrefix("PASE FAILED: "))
  }

  @Test func onceEndsWithTheSession() throws {
    let device = try Serving(["--once"])
    let outcome = try device.pair(["127.0.0.1:\(device.port)", "--passcode", "20202021"])
    #expect(outcome.end == .exited(status: 0))
    let ended = device.program.finish()
    #expect(ended.end == .exited(status: 0))
    #expect(ended.lastLine.hasPrefix("PASE OK  session "))
    #expect(ended.lastLine.hasSuffix("closed by the peer"))
  }

  @Test func onceStoppedBeforeASessionHasFailed() throws {
    let device = try Serving(["--once"])
    device.program.signal(SIGINT)
    let ended = device.program.finish()
    #expect(ended.end == .exited(status: 1))
    #expect(ended.lastLine == "PASE FAILED: interrupted before there was a session")
  }

  @Test func thePortInUseIsNamed() throws {
    let device = try Serving()
    let second = try StartedProgram("matter-sim", ["device", "--port", device.port]).finish()
    #expect(second.end == .exited(status: 2))
    #expect(second.errors.contains("UDP port \(device.port) is in use"))
  }

  @Test func theCoreAndThenTheCodesComeBeforeAnythingElse() throws {
    let device = try Serving(["--format", "json"])
    let lines = device.program.text.split(separator: "\n")
    try #require(lines.count >= 2)
    #expect(lines[0].hasPrefix(#"{"event":"core","core":"native","engine":null,"sha256":""#))
    #expect(
      lines[1].contains(
        #""qr":"MT:Y.K90AFN00KA0648G00","manual":"34970112332"}"#))
  }

  @Test(arguments: [
    (["[::1]:5540"], "--passcode"), (["34970112332"], "--address"),
    (["127.0.0.1", "--passcode", "1", "--code", "34970112332"], "--code"),
    (["34970112332", "--address", "127.0.0.1", "--passcode", "1"], "--passcode"),
    (["127.0.0.1", "--passcode", "1", "--address", "127.0.0.1"], "--address"),
    (["no-such-host.invalid", "--passcode", "1"], "no-such-host.invalid"),
    (["[fe80::1]:5540", "--passcode", "1"], "interface"),
    (["[::1:5540", "--passcode", "1"], "bracket"),
    (["127.0.0.1", "--passcode", "1", "--timeout", "0"], "--timeout"),
  ])
  func aWrongRequestIsNamed(words: [String], name: String) throws {
    let outcome = try StartedProgram("matter-sim", ["pair"] + words).finish()
    #expect(outcome.end == .exited(status: 2))
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(name))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func aDeviceThatIsNotThereIsSaidNotToAnswer() throws {
    let silent = try UDPEndpoint(.only(.loopback4(port: 0)), loop: EventLoop())
    let address = try #require(silent.addresses.first)
    let outcome = try StartedProgram(
      "matter-sim", ["pair", "\(address)", "--passcode", "20202021"]
    ).finish()
    #expect(outcome.end == .exited(status: 1))
    #expect(outcome.lastLine.hasPrefix("PASE FAILED: the device does not answer"))
  }

  @Test func theTimeoutEndsTheRun() throws {
    let silent = try UDPEndpoint(.only(.loopback4(port: 0)), loop: EventLoop())
    let address = try #require(silent.addresses.first)
    let outcome = try StartedProgram(
      "matter-sim", ["pair", "\(address)", "--passcode", "20202021", "--timeout", "1"]
    ).finish()
    #expect(outcome.end == .exited(status: 1))
    #expect(outcome.lastLine == "PASE FAILED: not done after 1 s")
  }
}
