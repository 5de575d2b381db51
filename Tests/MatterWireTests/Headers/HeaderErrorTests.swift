import MatterWire
import Testing

struct HeaderErrorTests {
  /// Message headers that fail in the given way.
  static func provoking(_ error: HeaderError) -> [String] {
    switch error {
    case .truncated: ["", "00 0000 00 010000", "04 0000 00 01000000 00", "00 0000 20 01000000 03"]
    case .unsupportedVersion: ["10 0000 00 01000000", "f0 0000 00 01000000"]
    case .reservedDestination: ["03 0000 00 01000000 0000000000000000", "07 0000 00 01000000"]
    case .reservedSessionType: ["00 0000 02 01000000", "00 0000 03 01000000"]
    case .extensionsOverrun: ["00 0000 20 01000000 0100", "00 0000 20 01000000 ffff 00"]
    }
  }

  @Test(arguments: HeaderError.allCases)
  func everyHeaderErrorCanHappen(error: HeaderError) {
    for text in Self.provoking(error) {
      #expect(throws: error) { try MessageHeader.parse(hex(text).span) }
    }
  }

  @Test func aProtocolHeaderCanBeTruncatedOrOverrun() {
    #expect(throws: HeaderError.truncated) {
      try ProtocolHeader.parse(hex("08 20 0000 0000 01").span)
    }
    #expect(throws: HeaderError.extensionsOverrun) {
      try ProtocolHeader.parse(hex("08 20 0000 0000 0200 aa").span)
    }
  }
}
