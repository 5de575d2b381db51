import HostShell
import Testing
import TraceFormat

struct PeerAddressTests {
  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1:5540"),
    ("::1", "[::1]:5540"),
    ("2001:db8::5:1", "[2001:db8::5:1]:5540"),
    ("fe80::1%lo", "[fe80::1%1]:5540"),
  ])
  func numbersAreTakenAsTheyAre(host: String, text: String) throws {
    #expect("\(try PeerAddress.resolve(host: host, port: 5540))" == text)
  }

  @Test func anInterfaceMayBeGivenByNumber() throws {
    #expect(
      try PeerAddress.resolve(host: "fe80::1%1", port: 1)
        == PeerAddress(host: .v6(upper: 0xFE80 << 48, lower: 1, scope: 1), port: 1))
  }

  @Test func anIPv4AddressWithinIPv6IsThatOfIPv4() throws {
    #expect(
      try PeerAddress.resolve(host: "::ffff:127.0.0.1", port: 5540) == .loopback4(port: 5540))
  }

  @Test func theNameOfThisMachineIsOnItsLoopback() throws {
    let address = try PeerAddress.resolve(host: "localhost", port: 5540)
    #expect(address == .loopback4(port: 5540) || address == .loopback6(port: 5540))
  }

  @Test func aLinkLocalAddressNeedsItsInterface() {
    #expect(throws: ResolutionError.missingScope(host: "fe80::1")) {
      try PeerAddress.resolve(host: "fe80::1", port: 5540)
    }
  }

  @Test(arguments: ["no-such-host.invalid", "fe80::1%no-such-interface", "1.2.3.4.5"])
  func whatCannotBeResolvedIsNamed(host: String) {
    let error = #expect(throws: ResolutionError.self) {
      try PeerAddress.resolve(host: host, port: 5540)
    }
    #expect(error.map { "\($0)" }?.hasPrefix(host + ": ") == true)
  }

  @Test(arguments: [
    (UInt64(0xFE80) << 48, UInt32(0), true), (0xFEBF << 48, 0, true), (0xFE80 << 48, 2, false),
    (0xFEC0 << 48, 0, false), (0xFE7F << 48, 0, false), (0xFD00 << 48, 0, false),
  ])
  func onlyLinkLocalAddressesLackAScope(upper: UInt64, scope: UInt32, lacks: Bool) {
    let address = PeerAddress(host: .v6(upper: upper, lower: 1, scope: scope), port: 1)
    #expect(address.lacksScope == lacks)
  }
}
