import MatterBytes
import MatterWire
import Testing

/// Whole messages against known bytes.
struct PASEMessageTests {
  @Test func theKnownRequestIsReadAndWritten() throws {
    let bytes = KnownMessages.requestBytes
    #expect(try PBKDFParamRequest.parse(bytes.span) == KnownMessages.request)
    #expect(
      written { out in KnownMessages.request.write(into: &out) } == bytes)
  }

  @Test func theFieldsOfTheKnownRequestAreRight() throws {
    let bytes = KnownMessages.requestBytes
    let request = try PBKDFParamRequest.parse(bytes.span)
    #expect(Array(request.initiatorRandom.span) == KnownMessages.initiatorRandom)
    #expect(request.initiatorSessionID == 0x47)
    #expect(request.passcodeID == 0)
    #expect(!request.hasPBKDFParameters)
    #expect(request.sessionParameters == nil)
  }

  @Test func theCHIPControllersRequestIsReadAndWritten() throws {
    let bytes = KnownMessages.chipRequestBytes
    #expect(try PBKDFParamRequest.parse(bytes.span) == KnownMessages.chipRequest)
    #expect(
      written { out in KnownMessages.chipRequest.write(into: &out) }
        == bytes)
  }

  @Test func theKnownResponseIsReadAndWritten() throws {
    let bytes = KnownMessages.responseBytes
    let response = try KnownMessages.response
    #expect(try PBKDFParamResponse.parse(bytes.span) == response)
    #expect(written { out in response.write(into: &out) } == bytes)
  }

  @Test func theFieldsOfTheKnownResponseAreRight() throws {
    let bytes = KnownMessages.responseBytes
    let response = try PBKDFParamResponse.parse(bytes.span)
    #expect(Array(response.initiatorRandom.span) == KnownMessages.initiatorRandom)
    #expect(Array(response.responderRandom.span) == KnownMessages.responderRandom)
    #expect(response.responderSessionID == 0xde57)
    let parameters = try #require(response.pbkdfParameters)
    #expect(parameters.iterations == 1000)
    #expect(Array(parameters.salt.span) == KnownMessages.salt)
    #expect(response.sessionParameters == nil)
  }

  @Test func aResponseCanLackItsParameters() throws {
    let bytes = Array(KnownMessages.responseBytes[..<75]) + [0x18]
    let response = try PBKDFParamResponse.parse(bytes.span)
    #expect(response.pbkdfParameters == nil)
    #expect(response.responderSessionID == 0xde57)
    #expect(written { out in response.write(into: &out) } == bytes)
  }

  @Test func aRequestCanSayThatItHasTheParameters() throws {
    let bytes = PASEField.hasPBKDFParameters.changed { _ in .bool(true) }
    #expect(try PBKDFParamRequest.parse(bytes.span).hasPBKDFParameters)
  }

  @Test func pake1IsSeventyBytes() throws {
    let message = Pake1(pA: KnownMessages.pA.inline())
    let bytes = hex("15 300141") + KnownMessages.pA + [0x18]
    #expect(written { out in message.write(into: &out) } == bytes)
    #expect(bytes.count == Pake1.maximumLength)
    #expect(bytes.count == 70)
    #expect(try Pake1.parse(bytes.span) == message)
  }

  @Test func pake2IsAHundredAndFiveBytes() throws {
    let message = Pake2(pB: KnownMessages.pB.inline(), cB: KnownMessages.cB.inline())
    let bytes = hex("15 300141") + KnownMessages.pB + hex("300220") + KnownMessages.cB + [0x18]
    #expect(written { out in message.write(into: &out) } == bytes)
    #expect(bytes.count == Pake2.maximumLength)
    #expect(bytes.count == 105)
    #expect(try Pake2.parse(bytes.span) == message)
  }

  @Test func pake3IsThirtySevenBytes() throws {
    let message = Pake3(cA: KnownMessages.cA.inline())
    let bytes = hex("15 300120") + KnownMessages.cA + [0x18]
    #expect(written { out in message.write(into: &out) } == bytes)
    #expect(bytes.count == Pake3.maximumLength)
    #expect(bytes.count == 37)
    #expect(try Pake3.parse(bytes.span) == message)
  }

  @Test func theLongestMessagesHaveTheLengthsThatAreStated() throws {
    let parameters = SessionParameters(
      idleIntervalMilliseconds: .max, activeIntervalMilliseconds: .max,
      activeThresholdMilliseconds: .max, dataModelRevision: .max, interactionModelRevision: .max,
      specificationVersion: .max, maxPathsPerInvoke: .max, supportedTransports: .max,
      maxTCPMessageSize: .max)
    let request = PBKDFParamRequest(
      initiatorRandom: KnownMessages.initiatorRandom.inline(), initiatorSessionID: .max,
      passcodeID: .max, hasPBKDFParameters: true, sessionParameters: parameters)
    let requestBytes = written { out in request.write(into: &out) }
    #expect(requestBytes.count == PBKDFParamRequest.maximumLength)
    #expect(try PBKDFParamRequest.parse(requestBytes.span) == request)
    let response = PBKDFParamResponse(
      initiatorRandom: KnownMessages.initiatorRandom.inline(),
      responderRandom: KnownMessages.responderRandom.inline(), responderSessionID: .max,
      pbkdfParameters: PBKDFParameterSet(iterations: .max, salt: try BoundedBytes(zeros: 32)),
      sessionParameters: parameters)
    let responseBytes = written { out in response.write(into: &out) }
    #expect(responseBytes.count == PBKDFParamResponse.maximumLength)
    #expect(try PBKDFParamResponse.parse(responseBytes.span) == response)
  }

  @Test func messagesDifferWhenAnyFieldDoes() throws {
    for field in PASEField.allCases {
      let (kind, _) = field.place
      let bytes = field.changed { content in
        switch content {
        case .octets(let bytes): .octets(bytes.dropLast() + [bytes[bytes.count - 1] ^ 1])
        case .unsigned(let value): .unsigned(value + 1)
        case .bool(let value): .bool(!value)
        case .signed, .float32, .float64, .utf8, .null, .container: nil
        }
      }
      #expect(try Self.equal(kind, kind.tree.encoded, kind.tree.encoded))
      #expect(try !Self.equal(kind, kind.tree.encoded, bytes), "\(field)")
    }
  }

  @Test func responsesDifferWhenTheEchoedRandomDoes() throws {
    var response = try KnownMessages.response
    response.initiatorRandom[31] ^= 1
    #expect(try response != KnownMessages.response)
  }

  private static func equal(
    _ kind: PASEMessageKind, _ left: [UInt8], _ right: [UInt8]
  ) throws -> Bool {
    switch kind {
    case .request:
      try PBKDFParamRequest.parse(left.span) == PBKDFParamRequest.parse(right.span)
    case .response:
      try PBKDFParamResponse.parse(left.span) == PBKDFParamResponse.parse(right.span)
    case .pake1: try Pake1.parse(left.span) == Pake1.parse(right.span)
    case .pake2: try Pake2.parse(left.span) == Pake2.parse(right.span)
    case .pake3: try Pake3.parse(left.span) == Pake3.parse(right.span)
    }
  }

  @Test func aMessageWithoutRoomIsACallersFault() async {
    await #expect(processExitsWith: .failure) {
      var bytes = BoundedBytes<36>()
      Pake3(cA: KnownMessages.cA.inline()).write(into: &bytes)
    }
  }

  @Test(arguments: [
    (UInt32(0), "24 01 00"), (255, "24 01 ff"), (256, "25 01 0001"), (65535, "25 01 ffff"),
    (65536, "26 01 00000100"), (.max, "26 01 ffffffff"),
  ])
  func anIntegerTakesTheNarrowestWidth(value: UInt32, text: String) throws {
    var request = KnownMessages.request
    request.sessionParameters = SessionParameters(idleIntervalMilliseconds: value)
    let bytes = written { out in request.write(into: &out) }
    #expect(bytes == KnownMessages.requestBytes.dropLast() + hex("3505") + hex(text) + hex("18 18"))
  }

  @Test func absentSessionParametersDifferFromEmptyOnes() throws {
    var request = KnownMessages.request
    request.sessionParameters = SessionParameters()
    let bytes = written { out in request.write(into: &out) }
    #expect(bytes == KnownMessages.requestBytes.dropLast() + hex("3505 18 18"))
    #expect(try PBKDFParamRequest.parse(bytes.span) == request)
    #expect(request != KnownMessages.request)
  }
}
