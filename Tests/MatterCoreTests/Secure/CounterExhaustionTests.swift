import CoreDriver
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

  /// The first counter of those that are kept for ending the session.
  static let reserved: UInt32 = .max - 255

  private func expectTheEnd(
    of peer: SecurePeer, under counter: UInt32, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let sent = try peer.take()
    #expect(sent.last?.report == .closeSession, sourceLocation: sourceLocation)
    #expect(sent.last?.counter == counter, sourceLocation: sourceLocation)
    #expect(
      peer.timed.notices.sessionClosures == [.counterExhausted], sourceLocation: sourceLocation)
    peer.timed.pass(milliseconds: 60_000)
    #expect(peer.timed.takeSent().isEmpty, sourceLocation: sourceLocation)
    #expect(peer.timed.node.deadline == nil, sourceLocation: sourceLocation)
  }

  @Test func theMessageThatUsesTheLastOrdinaryCounterEndsTheSession() throws {
    let peer = Self.peer(next: Self.reserved - 2)
    let message = try peer.orderAndTake(token: 1)
    #expect(message.counter == Self.reserved - 2)
    #expect(peer.timed.notices.sessionClosures.isEmpty)
    try peer.order(token: 2)
    try expectTheEnd(of: peer, under: Self.reserved)
    #expect(peer.timed.notices.deliveries(of: 1) == [.sessionClosed])
    #expect(peer.timed.notices.deliveries(of: 2) == [.sessionClosed])
    try peer.order(token: 3)
    #expect(peer.timed.notices.rejections == [.unknownSession])
  }

  @Test func anAcknowledgementEndsTheSessionToo() throws {
    let peer = Self.peer(next: Self.reserved - 1)
    try peer.send(peer.message())
    #expect(peer.timed.notices.received.count == 1)
    peer.timed.pass(milliseconds: 200)
    try expectTheEnd(of: peer, under: Self.reserved)
  }

  @Test func acknowledgementsThatAreOwedGoBeforeTheEnd() throws {
    let peer = Self.peer(next: Self.reserved - 1)
    for _ in 0..<8 {
      peer.exchange += 1
      try peer.send(peer.message())
    }
    try peer.send(peer.message(0x30, protocolID: .secureChannel))
    // That of the message that nobody handles, those of the eight exchanges, and CloseSession.
    let sent = peer.timed.sent.count
    #expect(sent == 10)
    try expectTheEnd(of: peer, under: Self.reserved + 8)
  }

  @Test func retransmissionsGoOnWithoutANewCounter() throws {
    let peer = Self.peer(next: Self.reserved - 2)
    let message = try peer.orderAndTake()
    peer.timed.pass(milliseconds: 2500)
    let again = try peer.take()
    #expect(again.count >= 2)
    #expect(again.allSatisfy { $0 == message })
  }

  @Test func anotherSessionGoesOn() throws {
    let peer = Self.peer(next: Self.reserved - 1)
    let other = Self.peer(next: 7, on: peer.timed, session: 0x0B0B, key: 2)
    try peer.order()
    try expectTheEnd(of: peer, under: Self.reserved)
    #expect(try other.orderAndTake().counter == 7)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func noCounterIsUsedTwiceUnderOneKey(_ seed: UInt64) throws {
    // Sessions near their end, and anything that makes a node send, in any order.
    var generator = SplitMix64(seed: seed)
    let timed = TimedNode(seed: seed)
    var peers = (0..<4 as Range<UInt16>).map {
      Self.peer(
        next: Self.reserved - UInt32.random(in: 1...12, using: &generator), on: timed,
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
          Self.peer(next: Self.reserved - 3, on: timed, session: 0x0100 + next, key: UInt8(next)))
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
