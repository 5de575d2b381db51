import CommandLineInterface
import Onboarding
import Testing

struct NetworkAddressTests {
  @Test(arguments: [
    ("[::1]:5541", NetworkAddress(host: .ipv6("::1", scope: nil), port: 5541)),
    ("[::1]", NetworkAddress(host: .ipv6("::1", scope: nil))),
    ("::1", NetworkAddress(host: .ipv6("::1", scope: nil))),
    ("::", NetworkAddress(host: .ipv6("::", scope: nil))),
    ("2001:db8::7:5540", NetworkAddress(host: .ipv6("2001:db8::7:5540", scope: nil))),
    ("::ffff:127.0.0.1", NetworkAddress(host: .ipv6("::ffff:127.0.0.1", scope: nil))),
    ("[fe80::1%eth0]:5540", NetworkAddress(host: .ipv6("fe80::1", scope: "eth0"), port: 5540)),
    ("[fe80::1%2]:1", NetworkAddress(host: .ipv6("fe80::1", scope: "2"), port: 1)),
    ("fe80::1%br-lan.7", NetworkAddress(host: .ipv6("fe80::1", scope: "br-lan.7"))),
    ("127.0.0.1:65535", NetworkAddress(host: .ipv4("127.0.0.1"), port: 65535)),
    ("127.0.0.1", NetworkAddress(host: .ipv4("127.0.0.1"))),
    ("lamp.local:5541", NetworkAddress(host: .name("lamp.local"), port: 5541)),
    ("lamp", NetworkAddress(host: .name("lamp"))),
    ("lamp.local.", NetworkAddress(host: .name("lamp.local."))),
    ("3com.example", NetworkAddress(host: .name("3com.example"))),
    ("_x.a-b", NetworkAddress(host: .name("_x.a-b"))),
  ])
  func addressesAreRead(text: String, address: NetworkAddress) throws {
    #expect(try NetworkAddress(parsing: text) == address)
    #expect(try NetworkAddress(parsing: address.description) == address)
  }

  @Test func thePortIsMattersUnlessOneIsGiven() throws {
    #expect(try NetworkAddress(parsing: "lamp").port == 5540)
  }

  @Test(arguments: [
    ("", AddressError.empty),
    ("[::1", .missingBracket), ("[", .missingBracket),
    ("[::1]5541", .textBehindBracket), ("[::1]]:5541", .textBehindBracket),
    ("[::1]:", .badPort), ("[::1]:0", .badPort), ("[::1]:65536", .badPort), ("lamp:", .badPort),
    ("lamp:+1", .badPort), ("lamp:http", .badPort), ("127.0.0.1:99999", .badPort),
    ("[127.0.0.1]:5540", .badIPv6), ("[]", .badIPv6), ("[lamp]", .badIPv6), ("::1::", .badIPv6),
    ("lamp:5540:1", .badIPv6), ("%eth0", .badIPv6), ("[::1]:5540:", .badPort), (":::1", .badIPv6),
    ("lamp%eth0", .badIPv6), ("127.0.0.1%lo", .badIPv6), ("::1 ", .badIPv6),
    ("fe80::1%", .badScope), ("fe80::1%eth0:5540", .badScope), ("fe80::1%a b", .badScope),
    ("fe80::1%a%b", .badScope), ("[fe80::1%[]", .badScope), ("fe80::1%../x", .badScope),
    ("127.0.0.256", .badIPv4), ("127.1", .badIPv4), ("2130706433", .badIPv4),
    ("1.2.3.4.5", .badIPv4),
    ("10.0.0.1.", .badIPv4),
    ("lamp..local", .badName), (".", .badName), (".lamp", .badName), ("-lamp", .badName),
    ("lamp-", .badName), ("la mp", .badName), ("lämp", .badName), ("lamp/x", .badName),
    (":5540", .badName), ("]", .badName), ("0x7f000001/", .badName),
    (String(repeating: "a", count: 64), .badName),
    (String(repeating: "a.", count: 128), .badName),
  ])
  func whatIsNoAddressIsRefusedWithTheReason(text: String, error: AddressError) {
    #expect(throws: error) { try NetworkAddress(parsing: text) }
  }

  @Test(arguments: AddressError.allCases)
  func everyReasonIsOneLine(_ error: AddressError) {
    #expect(!error.message.isEmpty)
    #expect(!error.message.contains("\n"))
  }
}

struct PairingTargetTests {
  @Test func anAddressOrACodeIsATarget() throws {
    let parse = ValueParser<PairingTarget>.pairingTarget.parse
    #expect(try parse("[::1]:5541") == .address(NetworkAddress(parsing: "[::1]:5541")))
    #expect(try parse("lamp") == .address(NetworkAddress(parsing: "lamp")))
    #expect(try parse("3497-011-2332") == .code(SetupCode(parsing: "34970112332")))
    #expect(
      try parse("MT:Y.K90AFN00KA0648G00") == .code(SetupCode(parsing: "MT:Y.K90AFN00KA0648G00")))
  }

  @Test(arguments: [
    ("34970112333", "the check digit (digit 11) is 3, but 2 would fit the others;"),
    ("2130706433", "a manual code has 11 or 21 digits, this one 10"),
    ("mt:Y.K90AFN00KA0648G00", "a QR code begins with MT: in capitals"),
    ("[::1", "the bracket is not closed; write [::1]:5540"),
  ])
  func aWrongTargetIsReportedAsWhatItIsMeantToBe(text: String, reason: String) {
    let problem = #expect(throws: ValueProblem.self) {
      try ValueParser<PairingTarget>.pairingTarget.parse(text)
    }
    #expect(problem?.reason.hasPrefix(reason) == true)
  }
}
