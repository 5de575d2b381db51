import MatterBytes
import MatterWire
import Testing

/// Known bytes: matter.js `MessageCodecTest.ts`, rs-matter `proto_hdr.rs`.
struct ProtocolHeaderTests {
  static let known: [(String, ProtocolHeader)] = [
    (
      "0520d3640000",
      ProtocolHeader(
        exchangeID: 0x64d3, opcode: 0x20, protocolID: .secureChannel, isFromInitiator: true,
        needsAcknowledgement: true)
    ),
    (
      "0621d36400000a4ff217",
      ProtocolHeader(
        exchangeID: 0x64d3, opcode: 0x21, protocolID: .secureChannel, isFromInitiator: false,
        needsAcknowledgement: true, acknowledgedCounter: 0x17f2_4f0a)
    ),
    (
      "050870000100",
      ProtocolHeader(
        exchangeID: 0x0070, opcode: 8, protocolID: .interactionModel, isFromInitiator: true,
        needsAcknowledgement: true)
    ),
    (
      "014034120000",
      ProtocolHeader(
        exchangeID: 0x1234, opcode: 0x40, protocolID: .secureChannel, isFromInitiator: true,
        needsAcknowledgement: false)
    ),
    (
      "0310d3640000ffffffff",
      ProtocolHeader(
        exchangeID: 0x64d3, opcode: 0x10, protocolID: .secureChannel, isFromInitiator: true,
        needsAcknowledgement: false, acknowledgedCounter: .max)
    ),
  ]

  @Test(arguments: known)
  func aKnownHeaderIsReadAndWritten(text: String, header: ProtocolHeader) throws {
    let bytes = hex(text)
    let parsed = try ProtocolHeader.parse((bytes + [9, 9]).span)
    #expect(parsed.header == header)
    #expect(parsed.payloadOffset == bytes.count)
    #expect(written { out in header.write(into: &out) } == bytes)
    #expect(bytes.count <= ProtocolHeader.maximumLength)
  }

  @Test(arguments: known)
  func everyPrefixOfAHeaderIsTruncated(text: String, header: ProtocolHeader) throws {
    let bytes = hex(text)
    for count in bytes.indices {
      #expect(throws: HeaderError.truncated) {
        try ProtocolHeader.parse(bytes.span.extracting(first: count))
      }
    }
    #expect(try ProtocolHeader.parse(bytes.span).header == header)
  }

  @Test func aVendorIsReadBeforeTheProtocolAndNeverWritten() throws {
    let bytes = hex("13 01 0200 f1ff 0400 0d0c0b0a ee")
    let parsed = try ProtocolHeader.parse(bytes.span)
    #expect(parsed.header.vendorID == 0xfff1)
    #expect(parsed.header.protocolID == .testing)
    #expect(parsed.header.acknowledgedCounter == 0x0a0b_0c0d)
    #expect(parsed.payloadOffset == 12)
    #expect(
      written { out in parsed.header.write(into: &out) }
        == hex("03 01 0200 0400 0d0c0b0a"))
    for count in 0..<12 {
      #expect(throws: HeaderError.truncated) {
        try ProtocolHeader.parse(bytes.span.extracting(first: count))
      }
    }
  }

  @Test func securedExtensionsAreSkippedAndNeverWritten() throws {
    let parsed = try ProtocolHeader.parse(hex("0d 20 d364 0000 0200 aabb 15").span)
    #expect(parsed.payloadOffset == 10)
    #expect(
      written { out in parsed.header.write(into: &out) }
        == hex("05 20 d364 0000"))
  }

  @Test func reservedExchangeFlagsAreIgnored() throws {
    let parsed = try ProtocolHeader.parse(hex("e0 20 d364 0000").span)
    #expect(!parsed.header.isFromInitiator)
    #expect(!parsed.header.needsAcknowledgement)
    #expect(parsed.header.acknowledgedCounter == nil)
    #expect(parsed.header.vendorID == nil)
    #expect(parsed.payloadOffset == 6)
  }

  @Test func theProtocolsHaveTheirNumbers() {
    let all: [ProtocolID] = [
      .secureChannel, .interactionModel, .bdx, .userDirectedCommissioning, .testing,
    ]
    #expect(all.map(\.rawValue) == [0, 1, 2, 3, 4])
  }
}
