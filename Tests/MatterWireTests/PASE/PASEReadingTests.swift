import CoreDriver
import MatterBytes
import MatterWire
import Testing

/// What is accepted and what is refused when PASE messages are read: the observed behaviour of the
/// CHIP SDK's initiator, and the rules for TLV in general.
struct PASEReadingTests {
  static let unsignedFields = PASEField.allCases.filter {
    switch $0.content {
    case .unsigned, .sessionID: true
    case .bytes, .salt, .bool, .structure: false
    }
  }
  static let byteFields = PASEField.allCases.filter {
    switch $0.content {
    case .bytes, .salt: true
    case .unsigned, .sessionID, .bool, .structure: false
    }
  }

  @Test(arguments: PASEMessageKind.allCases)
  func widerIntegersLengthsAndTagsReadTheSame(kind: PASEMessageKind) throws {
    let canonical = kind.tree.encoded
    #expect(try kind.rewritten(canonical) == canonical)
    for seed in 0..<200 {
      var wide = PlainTLVEncoder(widths: SplitMix64(seed: UInt64(seed)))
      #expect(try kind.rewritten(wide.encode(kind.tree)) == canonical, "seed \(seed)")
    }
  }

  @Test(arguments: ["2503 57de", "2603 57de0000", "2703 57de000000000000"])
  func aSessionIDCanBeAnyElementThatItFits(element: String) throws {
    let bytes =
      Array(KnownMessages.responseBytes[..<71]) + hex(element)
      + KnownMessages.responseBytes[75...]
    #expect(KnownMessages.responseBytes[71...74].elementsEqual(hex("2503 57de")))
    #expect(try PBKDFParamResponse.parse(bytes.span) == KnownMessages.response)
  }

  @Test(arguments: unsignedFields)
  func aSignedElementIsNoUnsignedField(field: PASEField) {
    let bytes = field.changed { _ in .signed(5) }
    #expect(throws: PASEMessageError.wrongType(field)) { try field.parse(bytes) }
  }

  @Test(arguments: unsignedFields)
  func theLargestValueFits(field: PASEField) throws {
    let largest: UInt64 = field.content == .unsigned(bits: 32) ? 0xFFFF_FFFF : 0xFFFF
    let bytes = field.changed { _ in .unsigned(largest) }
    #expect(try field.place.0.rewritten(bytes) == bytes)
    for tooLarge in [largest + 1, 1 << 32, .max] where tooLarge > largest {
      let bytes = field.changed { _ in .unsigned(tooLarge) }
      #expect(throws: PASEMessageError.tooLarge(field)) { try field.parse(bytes) }
    }
  }

  @Test(arguments: byteFields)
  func textStandsForOctets(field: PASEField) throws {
    let bytes = field.changed { content in
      guard case .octets(let bytes) = content else { return nil }
      return .utf8(bytes)
    }
    let (kind, _) = field.place
    #expect(try kind.rewritten(bytes) == kind.tree.encoded)
  }

  @Test(arguments: byteFields)
  func aByteFieldOfAnotherLengthIsRefused(field: PASEField) {
    guard case .bytes(let length) = field.content else { return }
    for wrong in [0, 1, length - 1, length + 1, 255, 256] {
      let bytes = field.changed { _ in .octets([UInt8](repeating: 4, count: wrong)) }
      #expect(throws: PASEMessageError.wrongLength(field)) { try field.parse(bytes) }
    }
  }

  @Test(arguments: PASEField.allCases)
  func noFieldTakesAnElementOfAnotherType(field: PASEField) {
    let types: [TLVNode.Content] = [
      .signed(1), .unsigned(1), .bool(true), .float32(0), .float64(0), .octets([1]), .utf8([1]),
      .null, .container(.structure, []), .container(.array, []), .container(.list, []),
    ]
    for content in types where !suits(content, field) {
      let bytes = field.changed { _ in content }
      #expect(throws: PASEMessageError.wrongType(field), "\(content)") { try field.parse(bytes) }
    }
  }

  private func suits(_ content: TLVNode.Content, _ field: PASEField) -> Bool {
    switch (content, field.content) {
    case (.unsigned, .unsigned), (.unsigned, .sessionID), (.bool, .bool): true
    case (.octets, .bytes), (.octets, .salt), (.utf8, .bytes), (.utf8, .salt): true
    case (.container(.structure, _), .structure): true
    default: false
    }
  }

  @Test(arguments: 0...32)
  func aSaltOfUpToThirtyTwoBytesIsKept(length: Int) throws {
    let salt = [UInt8](repeating: 7, count: length)
    let bytes = PASEField.salt.changed { _ in .octets(salt) }
    let parsed = try PBKDFParamResponse.parse(bytes.span)
    #expect(Array(try #require(parsed.pbkdfParameters).salt.span) == salt)
  }

  @Test(arguments: [33, 64, 255, 256])
  func aLongerSaltIsRefused(length: Int) {
    let bytes = PASEField.salt.changed { _ in .octets([UInt8](repeating: 7, count: length)) }
    #expect(throws: PASEMessageError.saltTooLong) { try PBKDFParamResponse.parse(bytes.span) }
  }

  @Test(arguments: PASEMessageKind.allCases)
  func bytesBehindTheMessageAreIgnored(kind: PASEMessageKind) throws {
    let bytes = kind.tree.encoded
    #expect(try kind.rewritten(bytes + [0, 0]) == bytes)
    #expect(try kind.rewritten(bytes + [0xFF]) == bytes)
    #expect(try kind.rewritten(bytes + bytes) == bytes)
  }

  @Test func bytesBehindAMessageAreNoneOfItsAbsentFields() throws {
    let stray = PASEMessageKind.sessionParameters.encoded + [0xFF]
    let request = KnownMessages.requestBytes
    #expect(try PBKDFParamRequest.parse((request + stray).span) == KnownMessages.request)
    let response = KnownMessages.responseBytes
    #expect(try PBKDFParamResponse.parse((response + stray).span) == KnownMessages.response)
  }

  @Test func membersBehindAStructureAreNoneOfItsAbsentFields() throws {
    var request = KnownMessages.request
    request.sessionParameters = SessionParameters()
    let bytes = KnownMessages.requestBytes.dropLast() + hex("3505 18 2406 01 3407 18")
    #expect(try PBKDFParamRequest.parse(bytes.span) == request)
  }

  @Test(arguments: PASEMessageKind.allCases)
  func everyPrefixOfAMessageIsRefused(kind: PASEMessageKind) throws {
    let bytes = kind.tree.encoded
    for count in bytes.indices {
      #expect(throws: PASEMessageError.self) { try kind.rewritten(Array(bytes[..<count])) }
    }
    #expect(try kind.rewritten(bytes) == bytes)
  }

  @Test(arguments: PASEMessageKind.allCases, [[], [4], [5]] as [[UInt8]])
  func unknownMembersAtTheEndAreSkipped(kind: PASEMessageKind, path: [UInt8]) throws {
    let unknown: [TLVNode] = [
      TLVNode(.context(10), .octets([1, 2, 3])),
      .structure(
        [
          TLVNode(.context(1), .null), TLVNode(.context(1), .null),
          .array([.list([])], tag: .context(0)),
        ],
        tag: .context(11)),
      TLVNode(.context(255), .float64(1)),
      TLVNode(.fullyQualified(vendor: 1, profile: 2, number: 3), .bool(true)),
      TLVNode(.commonProfile(1), .container(.array, [.structure([])])),
    ]
    let bytes = kind.tree.changingMembers(at: path) { $0 += unknown }.encoded
    #expect(try kind.rewritten(bytes) == kind.tree.encoded)
  }

  @Test(arguments: PASEMessageKind.allCases)
  func tagsOutOfOrderAreRefused(kind: PASEMessageKind) {
    let count: Int
    if case .container(_, let members) = kind.tree.content {
      count = members.count
    } else {
      count = 0
    }
    for index in 1..<max(count, 1) {
      let bytes = kind.tree.changingMembers(at: []) { $0.swapAt(index - 1, index) }.encoded
      #expect(throws: PASEMessageError.self) { try kind.rewritten(bytes) }
    }
  }

  @Test(arguments: PASEField.allCases)
  func aTagTwiceIsRefused(field: PASEField) {
    let (kind, path) = field.place
    let bytes = kind.tree.changingMembers(at: path) { members in
      guard let index = members.firstIndex(where: { $0.tag == .context(field.tag) }) else { return }
      members.insert(members[index], at: index)
    }.encoded
    #expect(throws: PASEMessageError.tagsOutOfOrder) { try kind.rewritten(bytes) }
  }

  @Test(arguments: PASEMessageKind.allCases)
  func unknownMembersAreHeldToTheOrderToo(kind: PASEMessageKind) {
    for tags in [[20, 20], [20, 19], [20, 1], [255, 255]] as [[UInt8]] {
      let bytes = kind.tree.changingMembers(at: []) {
        $0 += tags.map { TLVNode(.context($0), .null) }
      }.encoded
      #expect(throws: PASEMessageError.tagsOutOfOrder) { try kind.rewritten(bytes) }
    }
  }

  @Test(arguments: PASEMessageKind.allCases)
  func aContextTagBehindAProfileTagIsOutOfOrder(kind: PASEMessageKind) {
    let bytes = kind.tree.changingMembers(at: []) {
      $0 += [TLVNode(.commonProfile(1), .null), TLVNode(.context(200), .null)]
    }.encoded
    #expect(throws: PASEMessageError.tagsOutOfOrder) { try kind.rewritten(bytes) }
  }

  @Test func aProfileTagBeforeAFieldHidesIt() {
    let bytes = PASEMessageKind.pake2.tree.changingMembers(at: []) {
      $0.insert(TLVNode(.commonProfile(1), .null), at: 1)
    }.encoded
    #expect(throws: PASEMessageError.missing(.cB)) { try Pake2.parse(bytes.span) }
  }

  @Test(arguments: [[], [4], [5]] as [[UInt8]])
  func tagZeroIsNoField(path: [UInt8]) {
    let bytes = PASEMessageKind.response.tree.changingMembers(at: path) {
      $0.insert(TLVNode(.context(0), .null), at: 0)
    }.encoded
    #expect(throws: PASEMessageError.unknownLeadingTag) {
      try PBKDFParamResponse.parse(bytes.span)
    }
  }

  @Test(arguments: [
    "", "14", "04 2a", "16 18", "17 18", "55 0100 18", "75 01000000 18", "d5 0000 0000 0100 18",
  ])
  func onlyAnAnonymousStructureIsAMessage(text: String) {
    #expect(throws: PASEMessageError.notAStructure) { try Pake3.parse(hex(text).span) }
  }

  @Test func anEmptyStructureLacksItsFirstField() {
    #expect(throws: PASEMessageError.missing(.cA)) { try Pake3.parse(hex("15 18").span) }
    #expect(throws: PASEMessageError.missing(.initiatorRandom)) {
      try PBKDFParamRequest.parse(hex("15 18").span)
    }
  }

  @Test func anyPasscodeIDIsKept() throws {
    let bytes = PASEField.passcodeID.changed { _ in .unsigned(1) }
    #expect(try PBKDFParamRequest.parse(bytes.span).passcodeID == 1)
  }

  @Test func theOtherRandomAndParametersAreKeptForTheInitiatorToJudge() throws {
    let bytes = PASEField.iterations.changed { _ in .unsigned(1) }
    #expect(try PBKDFParamResponse.parse(bytes.span).pbkdfParameters?.iterations == 1)
  }
}
