import MatterWire
import Testing

struct TLVReaderTests {
  @Test(arguments: tlvExamples)
  func anExampleOfTheSpecificationIsRead(node: TLVNode, text: String) throws {
    // Read as the only member of a list, since a context tag needs a container.
    #expect(try readTrees([0x17] + hex(text) + [0x18]) == [.list([node])])
  }

  @Test func emptyInputHoldsNoElement() throws {
    #expect(try readTrees([]) == [])
  }

  @Test func elementsCanFollowOneAnother() throws {
    #expect(
      try readTrees(hex("04 2a 14")) == [
        TLVNode(.anonymous, .unsigned(42)), TLVNode(.anonymous, .null),
      ])
  }

  @Test(arguments: [
    ("04 ff", UInt64(255)), ("05 0100", 1), ("05 0080", 0x8000), ("06 01000000", 1),
    ("06 ffffffff", 0xFFFF_FFFF), ("07 0100000000000000", 1), ("07 ffffffffffffffff", .max),
    ("07 0807060504030201", 0x0102_0304_0506_0708),
  ])
  func anUnsignedIntegerCanHaveAnyWidth(text: String, value: UInt64) throws {
    #expect(try readTrees(hex(text)) == [TLVNode(.anonymous, .unsigned(value))])
  }

  @Test(arguments: [
    ("00 80", Int64(-128)), ("00 7f", 127), ("01 ffff", -1), ("01 ff7f", 32767),
    ("01 0080", -32768), ("02 feffffff", -2), ("02 00000080", -2_147_483_648),
    ("02 ffffff7f", 2_147_483_647), ("03 fdffffffffffffff", -3), ("03 0000000000000080", .min),
    ("03 ffffffffffffff7f", .max), ("03 0807060504030201", 0x0102_0304_0506_0708),
  ])
  func aSignedIntegerCanHaveAnyWidth(text: String, value: Int64) throws {
    #expect(try readTrees(hex(text)) == [TLVNode(.anonymous, .signed(value))])
  }

  @Test(arguments: ["0c 02", "0d 0200", "0e 02000000", "0f 0200000000000000"])
  func aTextsLengthCanHaveAnyWidth(head: String) throws {
    #expect(try readTrees(hex(head + "6869")) == [TLVNode(.anonymous, .utf8([0x68, 0x69]))])
  }

  @Test(arguments: ["10 02", "11 0200", "12 02000000", "13 0200000000000000"])
  func anOctetStringsLengthCanHaveAnyWidth(head: String) throws {
    #expect(try readTrees(hex(head + "6869")) == [TLVNode(.anonymous, .octets([0x68, 0x69]))])
  }

  @Test func textNeedNotBeValidUTF8() throws {
    #expect(try readTrees(hex("0c 02 c328")) == [TLVNode(.anonymous, .utf8([0xC3, 0x28]))])
  }

  @Test func anEmptyStringIsAString() throws {
    #expect(try readTrees(hex("10 00")) == [TLVNode(.anonymous, .octets([]))])
  }

  @Test(arguments: [("84 0100 2a", UInt32(1)), ("a4 a0860100 2a", 100_000)])
  func implicitTagsNeedAnAgreedProfile(text: String, number: UInt32) throws {
    #expect(throws: TLVError.implicitTagWithoutProfile) { try readTrees(hex(text)) }
  }

  @Test func aTagNumberCanBeWiderThanItNeedsToBe() throws {
    #expect(
      try readTrees(hex("64 01000000 2a")) == [TLVNode(.commonProfile(1), .unsigned(42))])
    #expect(
      try readTrees(hex("e4 f1ff edde 01000000 2a")) == [
        TLVNode(.fullyQualified(vendor: 0xFFF1, profile: 0xDEED, number: 1), .unsigned(42))
      ])
  }

  @Test func anArraysMembersAreFlatAndAnonymous() throws {
    #expect(
      try readTrees(hex("16 15 18 16 14 18 18")) == [
        .array([.structure([]), .array([TLVNode(.anonymous, .null)])])
      ])
  }

  @Test func skippingAContainerEndsBehindIt() throws {
    let bytes = hex("17 15 240104 18 042a 18 14")
    var reader = TLVReader(bytes.span)
    _ = try reader.next()
    let inner = try #require(try reader.next())
    try reader.skipValue(of: inner)
    #expect(reader.depth == 1)
    #expect(reader.offset == 6)
    let number = try #require(try reader.next())
    try reader.skipValue(of: number)
    #expect(number == TLVElement(tag: .anonymous, value: .unsigned(42)))
    #expect(reader.offset == 8)
    #expect(try reader.nextMember() == nil)
    #expect(reader.depth == 0)
    #expect(try reader.next() == TLVElement(tag: .anonymous, value: .null))
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test func theMembersOfAContainerEndWithIt() throws {
    var reader = TLVReader(hex("16 0401 0402 18 14").span)
    _ = try reader.next()
    #expect(try reader.nextMember() == TLVElement(tag: .anonymous, value: .unsigned(1)))
    #expect(try reader.nextMember() == TLVElement(tag: .anonymous, value: .unsigned(2)))
    #expect(try reader.nextMember() == nil)
    #expect(try reader.nextMember() == TLVElement(tag: .anonymous, value: .null))
    #expect(try reader.nextMember() == nil)
  }

  @Test func sixteenContainersAreAccepted() throws {
    let bytes = Array(repeating: UInt8(0x16), count: 16) + Array(repeating: 0x18, count: 16)
    var reader = TLVReader(bytes.span)
    let outermost = try #require(try reader.next())
    try reader.skipValue(of: outermost)
    #expect(reader.offset == 32)
  }

  @Test(arguments: [UInt8(0x16), 0x17])
  func theSeventeenthContainerIsRefused(opening: UInt8) {
    let bytes = Array(repeating: opening, count: 17) + Array(repeating: 0x18, count: 17)
    #expect(throws: TLVError.tooDeep) { try readTrees(bytes) }
  }

  /// 1 and 15 containers deep below the outermost.
  @Test(arguments: [(1, 615), (15, 41)])
  func skippingADatagramOfContainersTakesAStepAByte(depth: Int, times: Int) throws {
    let tower = [UInt8](repeating: 0x16, count: depth) + [UInt8](repeating: 0x18, count: depth)
    let bytes = [0x16] + Array(repeatElement(tower, count: times).joined()) + [0x18]
    #expect(bytes.count == 1232)
    var reader = TLVReader(bytes.span)
    let outermost = try #require(try reader.next())
    try reader.skipValue(of: outermost)
    #expect(reader.offset == 1232)
    #expect(reader.stepCount == 1232)
  }

  @Test(arguments: tlvExamples)
  func everyPrefixOfAnElementIsAnError(node: TLVNode, text: String) throws {
    let bytes = [0x17] + hex(text) + [0x18]
    for count in 1..<bytes.count {
      #expect(throws: TLVError.self) { try readTrees(Array(bytes[..<count])) }
    }
    #expect(try readTrees(bytes) == [.list([node])])
  }
}
