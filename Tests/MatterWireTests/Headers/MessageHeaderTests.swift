import MatterBytes
import MatterWire
import Testing

/// Known bytes: matter.js `MessageCodecTest.ts`, rs-matter `proto_hdr.rs`.
struct MessageHeaderTests {
  @Test func anInitiatorsUnsecuredHeaderNamesItsSource() throws {
    let bytes = hex("040000000a4ff2177ea0c8a7cb6a6352")
    let header = MessageHeader(
      sessionID: 0, messageCounter: 0x17f2_4f0a, source: NodeID(0x5263_6acb_a7c8_a07e))
    let parsed = try MessageHeader.parse((bytes + [1, 2, 3]).span)
    #expect(parsed.header == header)
    #expect(parsed.headerLength == 16)
    #expect(parsed.payloadOffset == 16)
    #expect(written { out in header.write(into: &out) } == bytes)
  }

  @Test func aRespondersUnsecuredHeaderNamesItsDestination() throws {
    let bytes = hex("01000000218712797ea0c8a7cb6a6352")
    let header = MessageHeader(
      sessionID: 0, messageCounter: 0x7912_8721,
      destination: NodeID(0x5263_6acb_a7c8_a07e))
    #expect(try MessageHeader.parse(bytes.span).header == header)
    #expect(written { out in header.write(into: &out) } == bytes)
  }

  @Test(arguments: [
    ("00020000f243e900", UInt16(2), UInt32(0x00e9_43f2)),
    ("003930000d0c0b0a", 0x3039, 0x0a0b_0c0d),
  ])
  func aSecureUnicastHeaderIsEightBytes(text: String, session: UInt16, counter: UInt32) throws {
    let header = MessageHeader(sessionID: session, messageCounter: counter)
    let parsed = try MessageHeader.parse((hex(text) + hex("31b566")).span)
    #expect(parsed.header == header)
    #expect(parsed.headerLength == 8)
    #expect(parsed.payloadOffset == 8)
    #expect(written { out in header.write(into: &out) } == hex(text))
  }

  @Test func aGroupHeaderIsReadAndNeverWritten() throws {
    let bytes = hex("06 3412 01 78563412 0807060504030201 cdab")
    let parsed = try MessageHeader.parse(bytes.span)
    #expect(parsed.header.securityFlags.sessionType == .group)
    #expect(parsed.header.source == NodeID(0x0102_0304_0506_0708))
    #expect(parsed.header.destination == nil)
    #expect(parsed.header.destinationGroup == 0xabcd)
    #expect(parsed.headerLength == 18)
    #expect(
      written { out in parsed.header.write(into: &out) }
        == hex("04 3412 00 78563412 0807060504030201"))
    for count in bytes.indices {
      #expect(throws: HeaderError.truncated) {
        try MessageHeader.parse(bytes.span.extracting(first: count))
      }
    }
  }

  @Test(arguments: [nil, NodeID(7)], [nil, NodeID(9)])
  func everyKindOfAddressingSurvivesTheWire(source: NodeID?, destination: NodeID?) throws {
    let header = MessageHeader(
      sessionID: 0xFFFE, messageCounter: .max, source: source, destination: destination)
    let bytes = written { out in header.write(into: &out) }
    #expect(bytes.count <= MessageHeader.maximumLength)
    let parsed = try MessageHeader.parse(bytes.span)
    #expect(parsed.header == header)
    #expect(parsed.headerLength == bytes.count)
    for count in bytes.indices {
      #expect(throws: HeaderError.truncated) {
        try MessageHeader.parse(bytes.span.extracting(first: count))
      }
    }
  }

  @Test func extensionsAreSkippedAndLeftOutOfTheHeader() throws {
    let bytes = hex("04 0000 20 01000000 7ea0c8a7cb6a6352  0300 aabbcc  0520")
    let parsed = try MessageHeader.parse(bytes.span)
    #expect(parsed.header.securityFlags.hasExtensions)
    #expect(parsed.headerLength == 16)
    #expect(parsed.payloadOffset == 21)
    #expect(parsed.header.source == NodeID(0x5263_6acb_a7c8_a07e))
  }

  @Test func anEmptyBlockOfExtensionsIsSkipped() throws {
    let parsed = try MessageHeader.parse(hex("00 0000 20 01000000 0000").span)
    #expect(parsed.headerLength == 8)
    #expect(parsed.payloadOffset == 10)
  }

  @Test func theSecurityFlagsAreReported() throws {
    func flags(_ byte: String) throws -> SecurityFlags {
      try MessageHeader.parse(hex("00 0100 \(byte) 01000000 0000").span).header.securityFlags
    }
    #expect(try flags("80").hasPrivacy)
    #expect(try !flags("7d").hasPrivacy)
    #expect(try flags("20").hasExtensions)
    #expect(try !flags("dd").hasExtensions)
    #expect(try flags("00").sessionType == .unicast)
    #expect(try flags("01").sessionType == .group)
  }

  @Test func reservedBitsAreIgnoredAndKeptForTheNonce() throws {
    let parsed = try MessageHeader.parse(hex("08 0100 1c 01000000").span)
    #expect(parsed.headerLength == 8)
    #expect(parsed.header.source == nil)
    #expect(parsed.header.destination == nil)
    #expect(parsed.header.securityFlags.rawValue == 0x1c)
    #expect(parsed.header.securityFlags.sessionType == .unicast)
  }

  @Test func noSecurityFlagIsEverWritten() throws {
    let parsed = try MessageHeader.parse(hex("08 0100 fd 01000000 0100 00").span)
    #expect(
      written { out in parsed.header.write(into: &out) }
        == hex("00 0100 00 01000000"))
  }

  @Test(arguments: 1...15)
  func anUnknownVersionIsRefused(version: UInt8) {
    #expect(throws: HeaderError.unsupportedVersion) {
      try MessageHeader.parse(([version << 4] + hex("0000 00 01000000")).span)
    }
  }

  @Test func aHeaderWithoutRoomIsACallersFault() async {
    await #expect(processExitsWith: .failure) {
      var bytes = BoundedBytes<7>()
      MessageHeader(sessionID: 1, messageCounter: 2).write(into: &bytes)
    }
  }
}
