import CoreSeam
import MatterBytes
import MatterWire
import Testing

/// How sessions end, and which one has to go when there is no place for another.
@Suite struct SessionEndTests {
  @Test func anOrderToCloseTellsThePeerOnceOnAnExchangeOfItsOwn() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let pending = try peer.orderAndTake()
    peer.timed.order(.closeSession(session: peer.nodeSession))
    let close = try #require(try peer.take().last)
    #expect(close.report == .closeSession)
    #expect(close.payload == [0, 0, 0, 0, 0, 0, 3, 0])
    #expect(close.exchange.isFromInitiator)
    #expect(!close.exchange.needsAcknowledgement)
    #expect(close.acknowledged == nil)
    #expect(close.exchange.exchangeID == pending.exchange.exchangeID + 1)
    #expect(close.counter == pending.counter + 1)
    #expect(peer.timed.notices.sessionClosures == [.commanded])
    #expect(peer.timed.notices.deliveries(of: 1) == [.sessionClosed])
    #expect(peer.timed.node.deadline == nil)
  }

  @Test func afterItsEndASessionIsUnknownToBothSides() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    peer.timed.order(.closeSession(session: peer.nodeSession))
    try peer.take()
    try peer.send(peer.message())
    peer.timed.pass(milliseconds: 1000)
    #expect(try peer.take().isEmpty)
    #expect(peer.timed.notices.reports.last?.fate == .dropped(.unknownSession))
    try peer.order()
    peer.timed.order(.closeSession(session: peer.nodeSession))
    #expect(peer.timed.notices.rejections == [.unknownSession, .unknownSession])
  }

  @Test func thePeersCloseSessionEndsTheSessionAndIsNotAnswered() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    _ = try peer.orderAndTake()
    try peer.send(try peer.closeSession())
    peer.timed.pass(milliseconds: 10_000)
    #expect(try peer.take().isEmpty)
    #expect(peer.timed.notices.sessionClosures == [.peer])
    #expect(peer.timed.notices.deliveries(of: 1) == [.sessionClosed])
  }

  @Test func aCloseSessionThatAsksForAnAcknowledgementGetsNoneEither() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    var close = try peer.closeSession()
    close.exchange.needsAcknowledgement = true
    try peer.send(close)
    peer.timed.pass(milliseconds: 1000)
    #expect(peer.timed.takeSent().isEmpty)
    #expect(peer.timed.notices.sessionClosures == [.peer])
  }

  @Test func aCloseSessionOnAnExchangeInUseEndsTheSession() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = peer.message()
    try peer.send(message)
    var close = try peer.closeSession()
    close.exchange.exchangeID = message.exchange.exchangeID
    try peer.send(close)
    #expect(peer.timed.notices.sessionClosures == [.peer])
    peer.timed.pass(milliseconds: 1000)
    #expect(peer.timed.takeSent().isEmpty)
  }

  @Test func anotherReportOnTheSessionDoesNotEndIt() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let reports: [[UInt8]] = [
      StatusReport.invalidParameter.bytes, StatusReport.sessionEstablishmentSuccess.bytes,
      // Code 3 of another protocol, a report cut short, nothing.
      [0, 0, 1, 0, 0, 0, 3, 0], [0, 0, 0, 0, 0, 0, 3], [],
    ]
    for report in reports {
      peer.exchange += 1
      let message = peer.message(
        SecureChannelOpcode.statusReport.rawValue, report, protocolID: .secureChannel)
      try peer.send(message)
      #expect(try peer.take().map(\.acknowledged) == [message.counter])
    }
    #expect(peer.timed.notices.sessionClosures.isEmpty)
    try peer.send(peer.message())
    #expect(peer.timed.notices.received.count == 1)
  }

  @Test func aReplayedCloseSessionOfAnEndedSessionDoesNothingToTheNext() throws {
    let timed = TimedNode()
    let first = try ScriptedDevice(pairing: timed, address: 8).complete()
    let close = try first.closeSession()
    try first.send(close)
    let second = try ScriptedDevice(pairing: timed, address: 9, counter: 100).complete()
    try first.send(close)
    #expect(timed.notices.sessionClosures.count == 1)
    try second.send(second.message())
    #expect(timed.notices.received.count == 1)
  }

  // MARK: Eviction

  /// Sixteen sessions of one commissioner, a second apart.
  private func sixteen() throws -> [SecurePeer] {
    let timed = TimedNode()
    return try (0..<16).map {
      timed.pass(milliseconds: 1000)
      let device = try ScriptedDevice(
        pairing: timed, address: UInt32(100 + $0), counter: UInt32(1000 * $0 + 1))
      return try device.complete()
    }
  }

  @Test func theLeastRecentlyUsedSessionGoesAndIsTold() throws {
    let peers = try sixteen()
    let timed = peers[0].timed
    timed.pass(milliseconds: 1000)
    // The first has been used since, by the peer; the second by this node.
    try peers[0].send(peers[0].message(isReliable: false))
    try peers[1].order(isReliable: false, endsExchange: true)
    _ = timed.takeSent()
    let device = try ScriptedDevice(pairing: timed, address: 200, counter: 50)
    try device.proceedToPake3()
    try device.report(.sessionEstablishmentSuccess)
    let told = try #require(timed.takeSent().first { $0.peer == peers[2].address })
    #expect(try peers[2].open(told.bytes).report == .closeSession)
    #expect(
      timed.notices.suffix(8).contains(
        .sessionClosed(session: peers[2].nodeSession, reason: .evicted)))
    #expect(timed.notices.sessionClosures == [.evicted])
    // All others are still there.
    for (index, peer) in peers.enumerated() where index != 2 {
      let before = timed.notices.received.count
      peer.exchange += 1
      try peer.send(peer.message(isReliable: false))
      #expect(timed.notices.received.count == before + 1)
    }
  }

  @Test func aSessionWithAMessageUnderWayIsNotEvicted() throws {
    let peers = try sixteen()
    let timed = peers[0].timed
    for peer in peers[0..<7] { try peer.order(token: peer.address) }
    _ = timed.takeSent()
    let next = try ScriptedDevice(pairing: timed, address: 200, counter: 50).complete(
      amongOthers: true)
    #expect(
      timed.notices.contains(
        .sessionClosed(session: peers[7].nodeSession, reason: .evicted)))
    #expect(timed.notices.sessionClosures == [.evicted])
    try next.send(next.message(isReliable: false))
    #expect(timed.notices.received.count == 1)
  }

  @Test func anEvictedSessionSendsTheAcknowledgementThatItOwesFirst() throws {
    let peers = try sixteen()
    let timed = peers[0].timed
    _ = timed.takeSent()
    let device = try ScriptedDevice(pairing: timed, address: 200, counter: 50)
    try device.proceedToPake3()
    let owed = peers[0].message()
    try peers[0].send(owed)
    for peer in peers.dropFirst() {
      timed.tick(afterMicroseconds: 1)
      peer.exchange += 1
      try peer.send(peer.message(isReliable: false))
    }
    try device.report(.sessionEstablishmentSuccess)
    let told = try timed.takeSent().filter { $0.peer == peers[0].address }
      .map { try peers[0].open($0.bytes) }
    #expect(told.map(\.opcode) == [.standaloneAcknowledgement, .statusReport])
    #expect(told.first?.acknowledged == owed.counter)
  }

  // MARK: All exchanges busy

  @Test func aMessageThatFindsNoExchangeIsNeitherAcknowledgedNorLost() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    for token in 0..<8 as Range<UInt32> { try peer.order(token: token) }
    let ours = try peer.take()
    let message = peer.message()
    try peer.send(message)
    #expect(peer.timed.notices.received.isEmpty)
    #expect(peer.timed.notices.reports.last?.fate == .dropped(.noResources))
    #expect(try peer.take().isEmpty)
    let first = try #require(ours.first)
    try peer.acknowledge(
      first.counter, isInitiator: false, exchange: first.exchange.exchangeID)
    try peer.send(message)
    #expect(peer.timed.notices.received.count == 1)
    // What needs no exchange gets through meanwhile.
    try peer.order(token: 9)
    #expect(peer.timed.notices.rejections.isEmpty)
    try peer.send(try peer.closeSession())
    #expect(peer.timed.notices.sessionClosures == [.peer])
  }

  @Test func quickRequestsAreAcknowledgedToMakeRoomForMore() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    var counters: [UInt32] = []
    for _ in 0..<40 {
      peer.timed.tick(afterMicroseconds: 1)
      peer.exchange += 1
      let message = peer.message()
      counters.append(message.counter)
      try peer.send(message)
    }
    peer.timed.pass(milliseconds: 200)
    #expect(peer.timed.notices.received.count == 40)
    #expect(try peer.take().map(\.acknowledged) == counters)
  }

  @Test func handshakesFindNoExchangeEither() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.timed.openWindow()
    for token in 0..<8 as Range<UInt32> { try peer.order(token: token) }
    try peer.take()
    peer.timed.order(
      .pair(PairOrder(peer: PeerHandle(rawValue: 3), passcode: Simulation.passcode)))
    #expect(peer.timed.notices.failures.map(\.failure) == [.noResources])
    #expect(peer.timed.takeSent().isEmpty)
    let other = ScriptedCommissioner(
      peer.timed, address: 55, ephemeralNodeID: 0x55, counter: 9)
    try other.request()
    #expect(try other.take().map(\.report) == [.busy(minimumWaitMilliseconds: 5000)])
    #expect(peer.timed.notices.failures.map(\.failure) == [.noResources, .noResources])
    #expect(peer.timed.notices.failures.map(\.attempts) == [0, 0])
    try peer.order(token: 99)
    #expect(peer.timed.notices.rejections == [.noFreeExchange])
  }
}
