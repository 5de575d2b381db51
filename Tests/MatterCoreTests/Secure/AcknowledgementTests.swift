import CoreSeam
import MatterBytes
import MatterWire
import Testing

/// Who acknowledges what, when, and on which message.
@Suite struct AcknowledgementTests {
  @Test func aReliableMessageIsAcknowledgedAfter200MillisecondsToTheMicrosecond() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = peer.message()
    try peer.send(message)
    #expect(peer.timed.node.deadline == peer.timed.now + 200_000)
    peer.timed.pass(microseconds: 199_999)
    #expect(try peer.take().isEmpty)
    peer.timed.pass(microseconds: 1)
    let acknowledgement = try #require(try peer.take().first)
    #expect(acknowledgement.opcode == .standaloneAcknowledgement)
    #expect(acknowledgement.exchange.protocolID == .secureChannel)
    #expect(acknowledgement.payload.isEmpty)
    #expect(acknowledgement.acknowledged == message.counter)
    #expect(acknowledgement.exchange.exchangeID == message.exchange.exchangeID)
    #expect(!acknowledgement.exchange.needsAcknowledgement)
    #expect(!acknowledgement.exchange.isFromInitiator)
    peer.timed.pass(milliseconds: 10_000)
    #expect(try peer.take().isEmpty)
  }

  @Test func anUnreliableMessageIsNotAcknowledged() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    try peer.send(peer.message(isReliable: false))
    #expect(peer.timed.notices.received.count == 1)
    peer.timed.pass(milliseconds: 10_000)
    #expect(try peer.take().isEmpty)
  }

  @Test func anAnswerCarriesTheAcknowledgementAndNoneFollows() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = peer.message()
    try peer.send(message)
    peer.timed.pass(milliseconds: 199)
    let received = try #require(peer.timed.notices.received.first)
    try peer.order(exchange: received.exchange, isReliable: false)
    let answers = try peer.take()
    #expect(answers.map(\.acknowledged) == [message.counter])
    #expect(answers.map(\.exchange.protocolID) == [.testing])
    peer.timed.pass(milliseconds: 1000)
    #expect(try peer.take().isEmpty)
  }

  @Test func anAnswerAfterTheAcknowledgementCarriesItOnceMore() throws {
    // The standalone acknowledgement may be lost, and the peer then discards an answer without.
    let peer = try SecurePeer.pairedWithDevice()
    let message = peer.message()
    try peer.send(message)
    peer.timed.pass(milliseconds: 300)
    try peer.take()
    let received = try #require(peer.timed.notices.received.first)
    #expect(try peer.orderAndTake(exchange: received.exchange).acknowledged == message.counter)
  }

  @Test func theOlderOfTwoAcknowledgementsGoesFirst() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let first = peer.message(1)
    let second = peer.message(2)
    try peer.send(first)
    peer.timed.pass(milliseconds: 50)
    try peer.send(second)
    let flushed = try peer.take()
    #expect(flushed.map(\.acknowledged) == [first.counter])
    #expect(flushed.map(\.opcode) == [.standaloneAcknowledgement])
    peer.timed.pass(microseconds: 199_999)
    #expect(try peer.take().isEmpty)
    peer.timed.pass(microseconds: 1)
    #expect(try peer.take().map(\.acknowledged) == [second.counter])
    #expect(peer.timed.notices.received.map(\.opcode) == [1, 2])
  }

  @Test func acknowledgementsOfTwoExchangesDoNotMix() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let first = peer.message()
    try peer.send(first)
    peer.exchange += 1
    let second = peer.message()
    try peer.send(second)
    #expect(try peer.take().isEmpty)
    peer.timed.pass(milliseconds: 200)
    let sent = try peer.take()
    #expect(sent.map(\.acknowledged) == [first.counter, second.counter])
    #expect(
      sent.map(\.exchange.exchangeID) == [first.exchange.exchangeID, second.exchange.exchangeID])
  }

  @Test func aClosingSessionSendsTheAcknowledgementsThatItOwesFirst() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = peer.message()
    try peer.send(message)
    peer.timed.order(.closeSession(session: peer.nodeSession))
    let sent = try peer.take()
    #expect(sent.map(\.opcode) == [.standaloneAcknowledgement, .statusReport])
    #expect(sent.first?.acknowledged == message.counter)
    #expect(sent.last?.report == .closeSession)
  }

  @Test func anExchangeThatEndsWithAnUnreliableAnswerSendsNothingMore() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    try peer.send(peer.message())
    let received = try #require(peer.timed.notices.received.first)
    try peer.order(exchange: received.exchange, isReliable: false, endsExchange: true)
    #expect(try peer.take().count == 1)
    #expect(peer.timed.node.deadline == nil)
    try peer.order(exchange: received.exchange)
    #expect(peer.timed.notices.rejections == [.unknownExchange])
  }

  // MARK: Duplicates

  @Test func aReliableDuplicateIsAcknowledgedAtOnceUnderANewCounter() throws {
    let peer = try SecurePeer.pairedWithDevice()
    let message = peer.message()
    try peer.send(message)
    peer.timed.pass(milliseconds: 200)
    let first = try #require(try peer.take().last)
    try peer.send(message)
    let second = try #require(try peer.take().first)
    #expect(second.opcode == .standaloneAcknowledgement)
    #expect(second.acknowledged == message.counter)
    #expect(second.counter > first.counter)
    #expect(!second.exchange.isFromInitiator)
    #expect(peer.timed.notices.received.count == 1)
  }

  @Test func anUnreliableDuplicateIsDroppedInSilence() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = peer.message(isReliable: false)
    try peer.send(message)
    try peer.send(message)
    #expect(peer.timed.notices.received.count == 1)
    #expect(try peer.take().isEmpty)
  }

  @Test func whatADuplicateAcknowledgesIsIgnored() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    // A counter that the node has not used yet, acknowledged ahead of time.
    let first = try peer.orderAndTake()
    let early = peer.message(
      isInitiator: false, acknowledging: first.counter + 1, isReliable: false)
    var stray = early
    stray.exchange.exchangeID = first.exchange.exchangeID
    try peer.send(stray)
    try peer.acknowledge(
      first.counter, isInitiator: false, exchange: first.exchange.exchangeID)
    let reference = ExchangeReference(id: first.exchange.exchangeID, role: .initiator)
    let second = try peer.orderAndTake(token: 2, exchange: reference)
    #expect(second.counter == first.counter + 1)
    try peer.send(stray)
    #expect(peer.timed.notices.deliveries(of: 2).isEmpty)
  }

  // MARK: Unknown exchanges

  @Test func aSecureChannelMessageThatNobodyHandlesIsOnlyAcknowledged() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    for opcode in [0x00, 0x20, 0x22, 0x30, 0x50, 0x99] as [UInt8] {
      peer.exchange += 1
      let message = peer.message(opcode, protocolID: .secureChannel)
      try peer.send(message)
      let answers = try peer.take()
      #expect(answers.map(\.opcode) == [.standaloneAcknowledgement])
      #expect(answers.map(\.acknowledged) == [message.counter])
      #expect(answers.map(\.exchange.isFromInitiator) == [false])
      try peer.send(peer.message(opcode, protocolID: .secureChannel, isReliable: false))
      #expect(try peer.take().isEmpty)
    }
    #expect(peer.timed.notices.received.isEmpty)
    #expect(peer.timed.node.deadline == nil)
  }

  @Test func anAnswerToAnExchangeThatIsNotKnownIsOnlyAcknowledged() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = peer.message(isInitiator: false)
    try peer.send(message)
    let answers = try peer.take()
    #expect(answers.map(\.opcode) == [.standaloneAcknowledgement])
    #expect(answers.map(\.acknowledged) == [message.counter])
    #expect(answers.map(\.exchange.isFromInitiator) == [true])
    try peer.send(peer.message(isInitiator: false, isReliable: false))
    #expect(try peer.take().isEmpty)
    #expect(peer.timed.notices.received.isEmpty)
    #expect(
      peer.timed.notices.reports.filter { $0.fate == .dropped(.unknownExchange) }.count == 2)
  }

  @Test func anUnsecuredMessageThatNobodyHandlesIsOnlyAcknowledged() throws {
    let timed = TimedNode()
    let peer = ScriptedCommissioner(timed)
    for opcode in [0x00, 0x22, 0x24, 0x30, 0x40, 0x99] as [UInt8] {
      let message = peer.message(opcode, acknowledging: .nothing)
      try peer.send(message)
      let answers = try peer.take()
      #expect(answers.map(\.opcode) == [.standaloneAcknowledgement])
      #expect(answers.map(\.acknowledged) == [message.counter])
      #expect(answers.map(\.exchange.isFromInitiator) == [false])
      #expect(answers.map(\.header.destination) == [NodeID(peer.ephemeralNodeID)])
    }
    let silent = peer.message(0x22, acknowledging: .nothing, isReliable: false)
    try peer.send(silent)
    #expect(try peer.take().isEmpty)
    #expect(timed.node.deadline == nil)
  }

  @Test func acknowledgementsAreNeverAcknowledged() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    var stray = peer.message(
      SecureChannelOpcode.standaloneAcknowledgement.rawValue, protocolID: .secureChannel,
      acknowledging: 4)
    try peer.send(stray)
    try peer.send(stray)
    stray = peer.message(
      SecureChannelOpcode.standaloneAcknowledgement.rawValue, protocolID: .secureChannel,
      isInitiator: false, acknowledging: 4)
    try peer.send(stray)
    peer.timed.pass(milliseconds: 1000)
    #expect(try peer.take().isEmpty)
  }

  @Test func anAcknowledgementThatAsksForOneOnAKnownExchangeGetsNone() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = try peer.orderAndTake()
    peer.exchange = message.exchange.exchangeID
    try peer.send(
      peer.message(
        SecureChannelOpcode.standaloneAcknowledgement.rawValue, protocolID: .secureChannel,
        isInitiator: false, acknowledging: message.counter))
    #expect(peer.timed.notices.deliveries(of: 1) == [.acknowledged])
    peer.timed.pass(milliseconds: 1000)
    #expect(try peer.take().isEmpty)
  }
}
