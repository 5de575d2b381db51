import CoreSeam
import MatterBytes
import MatterWire
import Testing

/// Reliable messages of the application: when they are sent again, and what becomes of them.
@Suite struct DeliveryTests {
  private func transmissions(after idle: UInt64, of peer: SecurePeer) throws -> [UInt64] {
    peer.timed.pass(milliseconds: idle)
    try peer.take()
    try peer.order()
    peer.timed.pass(milliseconds: 30_000)
    let sent = peer.timed.takeSent()
    #expect(Set(sent.map(\.bytes)).count == 1)
    return sent.map(\.time)
  }

  private func expect(
    _ times: [UInt64], follow shortest: [UInt64],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(times.count == 5, sourceLocation: sourceLocation)
    for (wait, least) in zip(zip(times.dropFirst(), times).map { $0 - $1 }, shortest) {
      #expect(wait >= least, sourceLocation: sourceLocation)
      #expect(wait <= least * 5 / 4 + 2000, sourceLocation: sourceLocation)
    }
  }

  @Test func aPeerThatWasHeardOfLatelyIsWaitedForByItsActiveInterval() throws {
    let peer = try SecurePeer.pairedWithDevice()
    // Active for the first four seconds only: then the waits are those of the idle interval.
    let times = try transmissions(after: 0, of: peer)
    expect(times, follow: [330_000, 330_000, 528_000, 844_800])
    #expect(peer.timed.notices.deliveries(of: 1) == [.unacknowledged])
  }

  @Test func aPeerThatWasNotHeardOfIsWaitedForByItsIdleInterval() throws {
    let peer = try SecurePeer.pairedWithDevice()
    expect(
      try transmissions(after: 4000, of: peer), follow: [550_000, 550_000, 880_000, 1_408_000])
  }

  @Test func thePeersOwnIntervalsHold() throws {
    let peer = try SecurePeer.pairedWithDevice(
      parameters: SessionParameters(
        idleIntervalMilliseconds: 900, activeIntervalMilliseconds: 100,
        activeThresholdMilliseconds: 1000))
    expect(
      try transmissions(after: 1000, of: peer),
      follow: [990_000, 990_000, 1_584_000, 2_534_400])
    try peer.send(peer.message(isReliable: false))
    expect(try transmissions(after: 0, of: peer), follow: [110_000, 110_000, 176_000, 281_600])
  }

  @Test func intervalsOfZeroCountAsNotGiven() throws {
    let peer = try SecurePeer.pairedWithDevice(
      parameters: SessionParameters(
        idleIntervalMilliseconds: 0, activeIntervalMilliseconds: 0))
    let established = try #require(peer.timed.notices.established)
    #expect(
      established.parameters
        == PeerParameters(
          idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
          activeThresholdMilliseconds: 4000))
  }

  @Test func intervalsAboveAnHourCountAsAnHour() throws {
    let peer = try SecurePeer.pairedWithDevice(
      parameters: SessionParameters(
        idleIntervalMilliseconds: .max, activeIntervalMilliseconds: 300,
        activeThresholdMilliseconds: 0))
    let established = try #require(peer.timed.notices.established)
    #expect(established.parameters.idleIntervalMilliseconds == 3_600_000)
    #expect(established.parameters.activeThresholdMilliseconds == 0)
  }

  @Test func anAcknowledgementEndsTheRetransmissions() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = try peer.orderAndTake()
    #expect(message.exchange.isFromInitiator)
    #expect(message.exchange.needsAcknowledgement)
    peer.timed.pass(milliseconds: 400)
    #expect(try peer.take() == [message])
    try peer.acknowledge(
      message.counter, isInitiator: false, exchange: message.exchange.exchangeID)
    #expect(peer.timed.notices.deliveries(of: 1) == [.acknowledged])
    peer.timed.pass(milliseconds: 10_000)
    #expect(try peer.take().isEmpty)
  }

  @Test func anAcknowledgementOfAnotherCounterEndsNothing() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = try peer.orderAndTake()
    let exchange = message.exchange.exchangeID
    try peer.acknowledge(message.counter + 1, isInitiator: false, exchange: exchange)
    try peer.acknowledge(message.counter, isInitiator: true, exchange: exchange)
    try peer.acknowledge(message.counter, isInitiator: false, exchange: exchange + 1)
    #expect(peer.timed.notices.deliveries(of: 1).isEmpty)
    try peer.acknowledge(message.counter, isInitiator: false, exchange: exchange)
    #expect(peer.timed.notices.deliveries(of: 1) == [.acknowledged])
  }

  @Test func anAnswerAcknowledgesAndIsDelivered() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = try peer.orderAndTake()
    peer.exchange = message.exchange.exchangeID
    let answer = peer.message(
      9, [7], isInitiator: false, acknowledging: message.counter, isReliable: false)
    try peer.send(answer)
    #expect(peer.timed.notices.deliveries(of: 1) == [.acknowledged])
    let received = try #require(peer.timed.notices.received.first)
    #expect(received.exchange == ExchangeReference(id: peer.exchange, role: .initiator))
    #expect(received.payload.array == [7])
    #expect(received.opcode == 9)
    #expect(received.protocolID == 4)
  }

  @Test func anAnswerThatDoesNotAcknowledgeIsNotDelivered() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = try peer.orderAndTake()
    peer.exchange = message.exchange.exchangeID
    try peer.send(peer.message(isInitiator: false, acknowledging: message.counter &- 1))
    #expect(peer.timed.notices.received.isEmpty)
    peer.timed.pass(milliseconds: 200)
    #expect(try peer.take().map(\.opcode) == [.standaloneAcknowledgement])
  }

  @Test func anUnreliableMessageIsSentOnceAndReportedAsSent() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = try peer.orderAndTake(isReliable: false)
    #expect(!message.exchange.needsAcknowledgement)
    #expect(peer.timed.notices.deliveries(of: 1) == [.sent])
    peer.timed.pass(milliseconds: 10_000)
    #expect(try peer.take().isEmpty)
  }

  @Test func theSessionOutlivesAMessageThatIsGivenUp() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    _ = try peer.orderAndTake()
    peer.timed.pass(milliseconds: 30_000)
    #expect(peer.timed.notices.deliveries(of: 1) == [.unacknowledged])
    #expect(peer.timed.notices.sessionClosures.isEmpty)
    _ = peer.timed.takeSent()
    let next = try peer.orderAndTake(token: 2)
    try peer.acknowledge(
      next.counter, isInitiator: false, exchange: next.exchange.exchangeID)
    #expect(peer.timed.notices.deliveries(of: 2) == [.acknowledged])
  }

  @Test func exchangeIdsCountUpAndDoNotTakeOneThatLives() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let kept = try peer.orderAndTake()
    try peer.acknowledge(
      kept.counter, isInitiator: false, exchange: kept.exchange.exchangeID)
    for _ in 0..<65_530 {
      try peer.order(token: 9, isReliable: false, endsExchange: true)
    }
    var previous = try peer.open(#require(peer.timed.takeSent().last).bytes).exchange.exchangeID
    for _ in 0..<10 {
      let id = try peer.orderAndTake(isReliable: false, endsExchange: true).exchange.exchangeID
      #expect(id != kept.exchange.exchangeID)
      #expect(id == previous &+ 1 || previous &+ 1 == kept.exchange.exchangeID)
      previous = id
    }
  }
}
