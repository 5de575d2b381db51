import CoreSeam
import MatterBytes
import MatterCore
import MatterWire
import Testing

@Suite struct OutboxTests {
  @Test func theBusiestTickFits() throws {
    // Eight exchanges, each with the largest message to send again and an acknowledgement to send,
    // every one of them reported; and the window closes.
    let peer = try SecurePeer.pairedWithDevice()
    try peer.timed.openWindow()
    for token in 0..<8 as Range<UInt32> {
      try peer.order(token: token, payload: Array(repeating: 0x55, count: 1178))
      peer.exchange = try #require(try peer.take().last).exchange.exchangeID
      // It does not acknowledge, so it is discarded, and an acknowledgement of it owed.
      try peer.send(peer.message(isInitiator: false))
    }
    peer.timed.tick(afterMicroseconds: 181_000_000)
    let sent = try peer.take()
    #expect(sent.filter { $0.opcode == .standaloneAcknowledgement }.count == 8)
    #expect(sent.filter { $0.payload.count == 1178 }.count == 8)
    #expect(peer.timed.notices.windowClosures.last == .timeout)
    #expect(peer.timed.node.largestStep > 8 * 1232)
    #expect(peer.timed.node.largestStep < 14_000)
  }

  @Test func aSessionWhoseEightExchangesEndAtOnceFits() throws {
    let peer = try SecurePeer.pairedWithDevice()
    for token in 0..<8 as Range<UInt32> { try peer.order(token: token) }
    peer.timed.order(.closeSession(session: peer.nodeSession))
    for token in 0..<8 as Range<UInt32> {
      #expect(peer.timed.notices.deliveries(of: token) == [.sessionClosed])
    }
  }
}
