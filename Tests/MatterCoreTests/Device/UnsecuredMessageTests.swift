import CoreSeam
import MatterBytes
import MatterWire
import Testing

/// Addresses, counters and extensions of messages without keys.
@Suite struct UnsecuredMessageTests {
  private func openDevice() throws -> ScriptedCommissioner {
    let timed = TimedNode()
    try timed.openWindow()
    return ScriptedCommissioner(timed)
  }

  private func expectDropped(
    _ message: WireMessage, by peer: UnsecuredPeer, _ reason: DropReason,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try peer.send(message)
    #expect(peer.timed.takeSent().isEmpty, sourceLocation: sourceLocation)
    #expect(
      peer.timed.notices.reports.last?.fate == .dropped(reason), sourceLocation: sourceLocation)
    peer.timed.pass(milliseconds: 1000)
    #expect(peer.timed.takeSent().isEmpty, sourceLocation: sourceLocation)
  }

  @Test func aMessageThatNamesBothSidesOrNeitherVanishes() throws {
    let peer = try openDevice()
    let payload = try peer.requestBytes()
    var message = peer.message(0x20, payload, acknowledging: .nothing)
    message.header.destination = NodeID(5)
    try expectDropped(message, by: peer, .wrongAddressing)
    message.header.source = nil
    message.header.destination = nil
    try expectDropped(message, by: peer, .wrongAddressing)
    message.header.source = NodeID(peer.ephemeralNodeID)
    for isSourceNamed in [false, true] {
      // To a group: destination size 2, and the group behind the rest of the header.
      var addressed = message
      if !isSourceNamed { addressed.header.source = nil }
      var header = addressed.headerBytes
      header[0] |= 2
      try peer.timed.deliver(header + [5, 0] + addressed.text, from: peer.address)
      #expect(peer.timed.notices.reports.last?.fate == .dropped(.wrongAddressing))
    }
    try peer.send(message)
    #expect(try peer.take().map(\.opcode) == [.pbkdfParamResponse])
  }

  @Test func anAnswerForACommissionerThatThisNodeIsNotIsDropped() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    let id = device.ephemeralNodeID
    device.ephemeralNodeID = id ^ 1
    let stray = device.message(0x21, try device.responseBytes())
    try device.send(stray)
    #expect(try device.take().isEmpty)
    #expect(device.timed.notices.reports.last?.fate == .dropped(.unknownSession))
    device.ephemeralNodeID = id
    _ = try device.complete()
  }

  @Test func anAnswerOnAnotherExchangeOrInTheWrongRoleIsDropped() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    var stray = device.message(0x21, try device.responseBytes())
    stray.exchange.exchangeID &+= 1
    try device.send(stray)
    #expect(device.timed.notices.reports.last?.fate == .dropped(.unknownExchange))
    for opcode in [0x20, 0x21, 0x30] as [UInt8] {
      stray = device.message(opcode, try device.responseBytes())
      stray.exchange.isFromInitiator = true
      try device.send(stray)
      #expect(device.timed.notices.reports.last?.fate == .dropped(.unknownExchange))
    }
    #expect(try device.take().isEmpty)
    _ = try device.complete()
  }

  @Test func extensionsOfEitherHeaderAreSkipped() throws {
    let peer = try openDevice()
    let message = peer.message(0x20, try peer.requestBytes(), acknowledging: .nothing)
    var bytes = message.unsecuredBytes
    let header = message.headerBytes.count
    // SX behind the protocol header, then MX behind the message header.
    bytes[header] |= 0x08
    bytes.insert(contentsOf: [2, 0, 0xAA, 0xBB], at: header + 6)
    bytes[3] |= 0x20
    bytes.insert(contentsOf: [1, 0, 0xCC], at: header)
    try peer.timed.deliver(bytes, from: peer.address)
    #expect(try peer.take().map(\.opcode) == [.pbkdfParamResponse])
  }

  @Test func theCountersOfAPeerMayRollOver() throws {
    let peer = try openDevice()
    peer.counter = .max
    try peer.proceedToPake2()
    #expect(peer.counter == 1)
    try peer.pake3()
    #expect(try peer.take().last?.report == .sessionEstablishmentSuccess)
  }

  @Test func aPeerThatBeginsAgainFarBehindIsHeard() throws {
    let peer = try openDevice()
    peer.counter = 1_000_000
    try peer.proceedToResponse()
    try peer.report(.invalidParameter)
    try peer.take()
    peer.counter = 4
    peer.exchange += 1
    try peer.request()
    #expect(try peer.take().map(\.opcode) == [.pbkdfParamResponse])
  }

  @Test func aPeerThatBeginsAgainUnderTheSameIdPairs() throws {
    let peer = try openDevice()
    try peer.proceedToResponse()
    try peer.report(.invalidParameter)
    try peer.take()
    peer.exchange += 1
    _ = try peer.complete()
  }

  @Test func oneCounterServesAllUnsecuredMessagesOfANode() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let device = try ScriptedDevice(pairing: timed)
    let commissioner = ScriptedCommissioner(timed)
    try commissioner.proceedToResponse()
    try device.respond()
    timed.finishDerivations()
    let closed = ScriptedCommissioner(timed, ephemeralNodeID: 3, counter: 1)
    try closed.request()
    let counters = try timed.sent.map { try WireMessage(unsecured: $0.bytes).counter }
    let first = try #require(counters.first)
    #expect((1...0x1000_0000).contains(first))
    #expect(counters == (0..<4).map { first + $0 })
  }

  @Test func aNodePairsInBothRolesAtATime() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let device = try ScriptedDevice(pairing: timed)
    let commissioner = ScriptedCommissioner(timed)
    try commissioner.proceedToResponse()
    try device.proceedToPake1()
    try commissioner.pake1()
    #expect(try commissioner.takePake2())
    try device.send(.pake2, try device.pake2Bytes())
    try device.take()
    try commissioner.pake3()
    try commissioner.take()
    try commissioner.acknowledge()
    try device.report(.sessionEstablishmentSuccess)
    #expect(timed.notices.establishedCount == 2)
    for peer in [try device.securePeer(), try commissioner.securePeer()] {
      try peer.send(peer.message(isReliable: false))
    }
    #expect(timed.notices.received.count == 2)
  }

  @Test func whatThePeerSendsUnderAnEndedHandshakesIdIsStillKnownAsADuplicate() throws {
    let peer = try openDevice()
    _ = try peer.complete()
    // Twenty others come and go; the late duplicate of the first is then a stranger, and only
    // acknowledged.
    let late = peer.message(0x24, acknowledging: .nothing)
    for id in 1...20 as ClosedRange<UInt64> {
      try peer.timed.openWindow()
      let other = ScriptedCommissioner(
        peer.timed, ephemeralNodeID: id, counter: UInt32(id) * 50)
      peer.timed.tick(afterMicroseconds: 1)
      try other.proceedToResponse()
      try other.report(.invalidParameter)
      try other.take()
    }
    try peer.send(late)
    #expect(try peer.take().map(\.acknowledged) == [late.counter])
    #expect(peer.timed.notices.establishedCount == 1)
  }
}
