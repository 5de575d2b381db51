import MatterBytes
import MatterWire
import Testing

struct TLVWriterTests {
  @Test(arguments: tlvExamples)
  func anExampleOfTheSpecificationIsWritten(node: TLVNode, text: String) throws {
    #expect(try writtenTLV(.list([node])) == [0x17] + hex(text) + [0x18])
  }

  @Test(arguments: [
    (UInt64(0), "04 00"), (255, "04 ff"), (256, "05 0001"), (65535, "05 ffff"),
    (65536, "06 00000100"), (0xFFFF_FFFF, "06 ffffffff"), (0x1_0000_0000, "07 0000000001000000"),
    (.max, "07 ffffffffffffffff"),
  ])
  func anUnsignedIntegerTakesTheNarrowestWidth(value: UInt64, text: String) throws {
    #expect(try writtenTLV(TLVNode(.anonymous, .unsigned(value))) == hex(text))
  }

  @Test(arguments: [
    (Int64(127), "00 7f"), (-128, "00 80"), (128, "01 8000"), (-129, "01 7fff"),
    (32767, "01 ff7f"), (-32768, "01 0080"), (32768, "02 00800000"), (-32769, "02 ff7fffff"),
    (2_147_483_647, "02 ffffff7f"), (-2_147_483_648, "02 00000080"),
    (2_147_483_648, "03 0000008000000000"), (-2_147_483_649, "03 ffffff7fffffffff"),
    (.max, "03 ffffffffffffff7f"), (.min, "03 0000000000000080"),
  ])
  func aSignedIntegerTakesTheNarrowestWidth(value: Int64, text: String) throws {
    #expect(try writtenTLV(TLVNode(.anonymous, .signed(value))) == hex(text))
  }

  @Test(arguments: [(0, "00"), (255, "00 ff"), (256, "01 0001"), (65535, "01 ffff")])
  func aLengthTakesTheNarrowestWidth(count: Int, text: String) throws {
    let string = [UInt8](repeating: 0x61, count: count)
    let head = count == 0 ? [0, 0] : hex(text)
    var octets = TLVWriter<65540>()
    try octets.write(octets: string.span, tag: .anonymous)
    #expect(Array(octets.finish().span) == [head[0] + 0x10] + head[1...] + string)
    var text = TLVWriter<65540>()
    try text.write(utf8: string.span, tag: .anonymous)
    #expect(Array(text.finish().span) == [head[0] + 0x0C] + head[1...] + string)
  }

  @Test func aLengthOfSeventeenBitsTakesFourBytes() throws {
    let string = [UInt8](repeating: 0x61, count: 65536)
    var writer = TLVWriter<65541>()
    try writer.write(octets: string.span, tag: .anonymous)
    #expect(Array(writer.finish().span) == hex("12 00000100") + string)
  }

  @Test(arguments: [
    (TLVTag.commonProfile(65535), "54 ffff"), (.commonProfile(65536), "74 00000100"),
    (.implicitProfile(65535), "94 ffff"), (.implicitProfile(65536), "b4 00000100"),
    (.fullyQualified(vendor: 1, profile: 2, number: 65535), "d4 0100 0200 ffff"),
    (.fullyQualified(vendor: 1, profile: 2, number: 65536), "f4 0100 0200 00000100"),
    (.context(255), "34 ff"), (.anonymous, "14"),
  ])
  func aTagTakesTheNarrowestForm(tag: TLVTag, text: String) throws {
    #expect(try writtenTLV(.list([TLVNode(tag, .null)])) == [0x17] + hex(text) + [0x18])
  }

  /// A filler of 2 and more bytes leaves ever less room for one of each, 63 bytes in all.
  @Test(arguments: 0...63)
  func whateverDoesNotFitIsRefused(shortage: Int) throws {
    var writer = TLVWriter<65>()
    try writer.write(octets: [UInt8](repeating: 0, count: shortage).span, tag: .anonymous)
    if shortage == 0 {
      try writer.write(.structure(Self.oneOfEach))
      #expect(writer.finish().count == 65)
    } else {
      #expect(throws: ByteError.capacityExceeded) {
        try writer.write(.structure(Self.oneOfEach))
      }
    }
  }

  static let oneOfEach: [TLVNode] = [
    TLVNode(.context(0), .signed(-129)), TLVNode(.context(1), .unsigned(70000)),
    TLVNode(.context(2), .bool(true)), TLVNode(.context(3), .float32(1)),
    TLVNode(.commonProfile(4), .float64(2)), TLVNode(.commonProfile(70000), .utf8([0x61])),
    TLVNode(.fullyQualified(vendor: 1, profile: 2, number: 3), .octets([1, 2, 3])),
    TLVNode(.fullyQualified(vendor: 1, profile: 2, number: 70000), .null),
    .array([.list([])], tag: .context(9)),
  ]

  @Test func misplacingAnElementIsACallersFault() async {
    await #expect(processExitsWith: .failure) {
      var writer = TLVWriter<64>()
      try writer.writeNull(tag: .context(1))
    }
    await #expect(processExitsWith: .failure) {
      var writer = TLVWriter<64>()
      try writer.startContainer(.structure, tag: .anonymous)
      try writer.writeNull(tag: .anonymous)
    }
    await #expect(processExitsWith: .failure) {
      var writer = TLVWriter<64>()
      try writer.startContainer(.array, tag: .anonymous)
      try writer.writeNull(tag: .context(1))
    }
  }

  @Test func misplacingAnEndIsACallersFault() async {
    await #expect(processExitsWith: .failure) {
      var writer = TLVWriter<64>()
      try writer.endContainer()
    }
    await #expect(processExitsWith: .failure) {
      var writer = TLVWriter<64>()
      try writer.startContainer(.list, tag: .anonymous)
      _ = writer.finish()
    }
    await #expect(processExitsWith: .failure) {
      var writer = TLVWriter<64>()
      for _ in 0..<17 { try writer.startContainer(.list, tag: .anonymous) }
    }
  }
}
