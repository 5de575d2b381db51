import ReferencePASE
import Testing

/// The reference party against published bytes and against itself on the other library.
@Suite struct ReferencePartyTests {
  @Test(arguments: ReferenceLibrary.allCases)
  func theReferenceSealsThePublishedMessage(_ library: ReferenceLibrary) throws {
    let crypto = try ReferenceCrypto(library)
    let key = [UInt8](hex: "66633197439c17b97e10ee47c808804a")
    let wire = [UInt8](
      hex: """
        00020000f243e90031b566ec8b5bf417e480f3d5115919b5239135370bf9bf69551175877719fcf35d4b471fb0
        5ebeb510adc6789450e5d2e080efa83af0a6af1b0235a7d1c632
        """)
    let message = ReferenceMessage(
      sessionID: 2, counter: 0x00e9_43f2, isFromInitiator: true, wantsAcknowledgement: true,
      opcode: 0x08, exchangeID: 0x0070, protocolID: 1,
      payload: [UInt8](
        hex: """
          152800280136021537002400002401302402021835012400002c010257572402032503b80b18181818
          """))
    #expect(try message.sealed(key: key, crypto: crypto) == wire)
    #expect(try ReferenceMessage(sealed: wire, key: key, crypto: crypto) == message)
    var altered = wire
    altered[4] ^= 1
    #expect(throws: ReferenceError.rejected) {
      try ReferenceMessage(sealed: altered, key: key, crypto: crypto)
    }
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func theReferenceSealsCloseSessionAsComputedElsewhere(_ library: ReferenceLibrary) throws {
    let wire = try ReferenceMessage(
      sessionID: 0x3039, counter: 0x0a0b_0c0d, isFromInitiator: true, wantsAcknowledgement: false,
      opcode: 0x40, exchangeID: 0x1234, payload: ReferenceStatusReport.closeSession.encoded
    ).sealed(
      key: [UInt8](hex: "b03f700bae9a3fd1a72a55e10d73b0a6"), crypto: ReferenceCrypto(library))
    #expect(
      wire.hex
        == "003930000d0c0b0a00f82a3a8738ab9ba7f81f8fbd493de94d9d3c828d42e5ecab152b9338e8")
  }

  @Test func unsecuredHeadersAreThePublishedOnes() throws {
    let request = ReferenceMessage(
      counter: 0x17f2_4f0a, source: 0x5263_6acb_a7c8_a07e, isFromInitiator: true,
      wantsAcknowledgement: true, opcode: 0x20, exchangeID: 0x64d3, payload: [1, 2, 3])
    #expect(request.unsecured.hex == "040000000a4ff2177ea0c8a7cb6a63520520d3640000010203")
    #expect(try ReferenceMessage(unsecured: request.unsecured) == request)
    let reply = ReferenceMessage(
      counter: 0x7912_8721, destination: 0x5263_6acb_a7c8_a07e, isFromInitiator: false,
      wantsAcknowledgement: true, acknowledged: 0x17f2_4f0a, opcode: 0x21, exchangeID: 0x64d3,
      payload: [])
    #expect(reply.unsecured.hex == "01000000218712797ea0c8a7cb6a63520621d36400000a4ff217")
    #expect(try ReferenceMessage(unsecured: reply.unsecured) == reply)
  }

  @Test func publishedPBKDFMessagesDecodeAndEncodeToTheSameBytes() throws {
    let vector = PASEVector.withLeadingZeroInW0
    let request = try ReferencePBKDFParamRequest(decoding: vector.request)
    #expect(!request.hasParameters)
    #expect(request.encoded == vector.request)
    let response = try ReferencePBKDFParamResponse(decoding: vector.response)
    #expect(response.parameters == ReferencePBKDFParameters(iterations: 1000, salt: vector.salt))
    #expect(response.encoded == vector.response)
  }

  @Test(arguments: ReferenceLibrary.allCases, ReferenceLibrary.allCases)
  func referencePartiesPairTalkAndClose(
    _ initiating: ReferenceLibrary, _ responding: ReferenceLibrary
  ) throws {
    var pair = try ReferencePair(initiating, responding, seed: 1)
    try pair.deliver(pair.commissioner.start())
    #expect(pair.commissioner.state == .established)
    #expect(pair.device.state == .established)
    #expect(pair.commissioner.retransmission == nil)
    #expect(pair.device.retransmission == nil)
    #expect(pair.commissioner.session?.keys == pair.device.session?.keys)
    #expect(pair.opcodes == [0x20, 0x21, 0x22, 0x23, 0x24, 0x40, 0x10])

    try pair.deliver(pair.commissioner.send(protocolID: 4, opcode: 1, [1, 2]))
    try pair.deliver(pair.device.send(protocolID: 4, opcode: 2, []), toCommissioner: true)
    #expect(pair.device.received.map(\.payload) == [[1, 2]])
    #expect(pair.commissioner.received.map(\.opcode) == [2])
    #expect(pair.commissioner.session?.isSettled == true)

    try pair.deliver(pair.device.close(), toCommissioner: true)
    #expect(pair.commissioner.state == .closed)
  }

  @Test(arguments: ReferenceLibrary.allCases)
  func aWrongPasscodeIsNoticedByTheCommissioner(_ library: ReferenceLibrary) throws {
    var pair = try ReferencePair(library, library, passcode: 20_202_022, seed: 2)
    try pair.deliver(pair.commissioner.start())
    #expect(pair.commissioner.state == .failed(.invalidParameter))
    #expect(pair.device.state == .failed(.reported(.invalidParameter)))
    #expect(pair.device.failedAttempts == 1)
    #expect(pair.opcodes == [0x20, 0x21, 0x22, 0x23, 0x40, 0x10])
  }

  @Test func aRetransmissionIsAcknowledgedAndHasNoOtherEffect() throws {
    var pair = try ReferencePair(.openSSL, .openSSL, seed: 3)
    let request = pair.commissioner.start()
    let response = try pair.device.receive(request)
    #expect(pair.commissioner.retransmission == request)
    let again = try pair.device.receive(request).map { try ReferenceMessage(unsecured: $0) }
    #expect(again.map(\.opcode) == [0x10])
    #expect(again.first?.acknowledged == (try ReferenceMessage(unsecured: request).counter))
    #expect(response.count == 1)
    try pair.deliver(response[0], toCommissioner: true)
    #expect(pair.commissioner.state == .established)
  }

  @Test func referencePartiesPairOverUDP() throws {
    let pair = try ReferencePair(.openSSL, .mbedTLS, seed: 4)
    let deviceSocket = try ReferenceSocket()
    var device = ReferenceEndpoint(pair.device, on: deviceSocket)
    var commissioner = ReferenceEndpoint(
      pair.commissioner, on: try ReferenceSocket(), peerPort: deviceSocket.port)
    try commissioner.start()
    for _ in 0..<100 where commissioner.party.state != .established {
      _ = try device.run(milliseconds: 10) { _ in false }
      _ = try commissioner.run(milliseconds: 10) { $0.state == .established }
    }
    #expect(commissioner.party.state == .established)
    #expect(device.party.state == .established)
    try commissioner.send(protocolID: 4, opcode: 1, [7])
    #expect(try device.run(milliseconds: 5000) { $0.received.map(\.payload) == [[7]] })
    try device.close()
    #expect(try commissioner.run(milliseconds: 5000) { $0.state == .closed })
  }
}
