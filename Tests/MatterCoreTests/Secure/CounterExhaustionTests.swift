import CoreSeam
import MatterBytes
import MatterCore
import MatterCrypto
import MatterWire
import Testing

/// What a session does when its message counter comes to its end. No handshake gives a counter so
/// high, so these sessions are put into use directly.
@Suite struct CounterExhaustionTests {
  /// A session of a device whose next message has this counter.
  static func peer(
    next counter: UInt32, on timed: TimedNode = TimedNode(), session: UInt16 = 0x0A0A,
    key: UInt8 = 1
  ) -> SecurePeer {
    let keys = SessionKeys(sharedKey: [16 of UInt8](repeating: key))
    let terms = SessionTerms(
      role: .responder, localSessionID: session, peerSessionID: session ^ 0xFFFF,
      peerParameters: PeerParameters(
        idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
        activeThresholdMilliseconds: 4000),
      firstCounter: counter)
    let address = UInt32(session)
    timed.node.install(
      SecureSession(
        HandshakeResult(terms: terms, keys: keys), peer: PeerHandle(rawValue: address),
        now: Instant(microseconds: timed.now)))
    return SecurePeer(
      timed, address: address, isCommissioner: true, keys: keys, nodeSession: session,
      ownSession: session ^ 0xFFFF)
  }

  private func expectTheEnd(
    of peer: SecurePeer, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let sent = try peer.take()
    #expect(sent.map(\.report) == [.closeSession], sourceLocation: sourceLocation)
    #expect(sent.map(\.counter) == [.max], sourceLocation: sourceLocation)
    #expect(
      peer.timed.notices.sessionClosures == [.counterExhausted], sourceLocation: sourceLocation)
    peer.timed.pass(milliseconds: 60_000)
    #expect(peer.timed.takeSent().isEmpty, sourceLocation: sourceLocation)
    #expect(peer.timed.node.deadline == nil, sourceLocation: sourceLocation)
  }

  @Test func theLastCounterIsKeptForCloseSession() throws {
    let peer = Self.peer(next: .max - 2)
    for token in 1...2 as ClosedRange<UInt32> {
      let message = try peer.orderAndTake(token: token)
      #expect(message.counter == .max - 3 + token)
    }
    try peer.order(token: 3)
    try expectTheEnd(of: peer)
    #expect(peer.timed.notices.deliveries(of: 1) == [.sessionClosed])
    #expect(peer.timed.notices.deliveries(of: 2) == [.sessionClosed])
    #expect(peer.timed.notices.deliveries(of: 3) == [.sessionClosed])
  }

  @Test func anAcknowledgementThatIsDueEndsTheSession() throws {
    let peer = Self.peer(next: .max)
    try peer.send(peer.message())
    #expect(peer.timed.notices.received.count == 1)
    peer.timed.pass(milliseconds: 200)
    try expectTheEnd(of: peer)
  }

  @Test func theAcknowledgementOfADuplicateEndsTheSession() throws {
    let peer = Self.peer(next: .max)
    let message = peer.message()
    try peer.send(message)
    try peer.send(message)
    try expectTheEnd(of: peer)
  }

  @Test func theAcknowledgementOfAMessageThatNobodyHandlesEndsTheSession() throws {
    let peer = Self.peer(next: .max)
    try peer.send(peer.message(0x30, protocolID: .secureChannel))
    try expectTheEnd(of: peer)
  }

  @Test func theOlderOfTwoAcknowledgementsEndsTheSession() throws {
    let peer = Self.peer(next: .max)
    try peer.send(peer.message())
    try peer.send(peer.message())
    try expectTheEnd(of: peer)
    #expect(peer.timed.notices.received.count == 1)
  }

  @Test func anOrderToCloseThatOwesAnAcknowledgementEndsTheSessionOnce() throws {
    let peer = Self.peer(next: .max)
    try peer.send(peer.message())
    peer.exchange += 1
    try peer.send(peer.message())
    peer.timed.order(.closeSession(session: peer.nodeSession))
    try expectTheEnd(of: peer)
  }

  @Test func anOrderToCloseUsesTheLastCounterIfItMust() throws {
    let peer = Self.peer(next: .max)
    peer.timed.order(.closeSession(session: peer.nodeSession))
    #expect(try peer.take().map(\.counter) == [.max])
    #expect(peer.timed.notices.sessionClosures == [.commanded])
  }

  @Test func retransmissionsGoOnWithoutANewCounter() throws {
    let peer = Self.peer(next: .max - 1)
    let message = try peer.orderAndTake()
    peer.timed.pass(milliseconds: 2500)
    let again = try peer.take()
    #expect(again.count >= 2)
    #expect(again.allSatisfy { $0 == message })
  }

  @Test func makingRoomMayEndTheSessionThatAsksForIt() throws {
    // Eight exchanges that only owe acknowledgements, and one counter.
    let peer = Self.peer(next: .max)
    for _ in 0..<8 {
      peer.exchange += 1
      try peer.send(peer.message())
    }
    peer.exchange += 1
    try peer.send(peer.message())
    try expectTheEnd(of: peer)
    #expect(peer.timed.notices.received.count == 8)
  }

  @Test func makingRoomForAnOrderMayEndTheSessionThatItNames() throws {
    let peer = Self.peer(next: .max)
    for _ in 0..<8 {
      peer.exchange += 1
      try peer.send(peer.message())
    }
    try peer.order()
    try expectTheEnd(of: peer)
    #expect(peer.timed.notices.rejections == [.unknownSession])
  }

  @Test func makingRoomForAHandshakeMayEndASession() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = Self.peer(next: .max, on: timed)
    for _ in 0..<8 {
      peer.exchange += 1
      try peer.send(peer.message())
    }
    let other = ScriptedCommissioner(timed)
    try other.request()
    let sent = timed.takeSent()
    #expect(sent.count == 2)
    #expect(try peer.open(try #require(sent.first).bytes).report == .closeSession)
    #expect(
      try WireMessage(unsecured: try #require(sent.last).bytes).opcode == .pbkdfParamResponse)
    #expect(timed.notices.sessionClosures == [.counterExhausted])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func noCounterIsUsedTwiceUnderOneKey(_ seed: UInt64) throws {
    // Sessions near their end, and anything that makes a node send, in any order.
    var generator = SeededGenerator(seed: seed)
    let timed = TimedNode(seed: seed)
    var peers = (0..<4 as Range<UInt16>).map {
      Self.peer(
        next: .max - UInt32.random(in: 0...12, using: &generator), on: timed,
        session: 0x0100 + $0, key: UInt8($0))
    }
    var next: UInt16 = 4
    for step in 0..<150 {
      let peer = try #require(peers.randomElement(using: &generator))
      switch Int.random(in: 0..<10, using: &generator) {
      case 0...2:
        peer.exchange &+= UInt16.random(in: 0...1, using: &generator)
        try peer.send(peer.message(isReliable: Bool.random(using: &generator)))
      case 3: try peer.send(peer.message(0x30, protocolID: .secureChannel))
      case 4...5:
        try peer.order(
          token: UInt32(step), isReliable: Bool.random(using: &generator),
          endsExchange: Bool.random(using: &generator))
      case 6:
        if let exchange = timed.notices.received.last?.exchange {
          try peer.order(token: UInt32(step), exchange: exchange)
        }
      case 7: timed.pass(milliseconds: UInt64.random(in: 1...600, using: &generator))
      case 8: if step % 7 == 0 { timed.order(.closeSession(session: peer.nodeSession)) }
      default:
        if let latest = timed.sent.last?.bytes, let message = try? peer.open(latest) {
          try peer.acknowledge(
            message.counter, isInitiator: false, exchange: message.exchange.exchangeID)
        }
      }
      if step % 40 == 39 {
        peers.append(
          Self.peer(next: .max - 3, on: timed, session: 0x0100 + next, key: UInt8(next)))
        next += 1
      }
    }
    var texts: [[UInt8]: [UInt8]] = [:]
    for sent in timed.sent {
      // Session id and counter stand for key and nonce: every session here has its own key.
      let nonce = Array(sent.bytes[1...7])
      let text = Array(sent.bytes[8...])
      if let earlier = texts[nonce] { #expect(earlier == text, "seed \(seed)") }
      texts[nonce] = text
    }
    #expect(texts.count > 10)
  }
}
