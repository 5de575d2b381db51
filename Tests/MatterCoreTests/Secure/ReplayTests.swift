import CoreDriver
import CoreSeam
import MatterBytes
import MatterWire
import Testing

/// What a session does with message counters that it has seen, or may have.
@Suite struct ReplayTests {
  private func message(_ counter: UInt32, of peer: SecurePeer) -> WireMessage {
    peer.counter = counter
    peer.exchange &+= 1
    return peer.message(isReliable: false)
  }

  @Test func aReplayedMessageIsDroppedAndAcknowledged() throws {
    let peer = try SecurePeer.pairedWithDevice()
    let message = peer.message()
    try peer.send(message)
    peer.timed.pass(milliseconds: 200)
    try peer.take()
    for _ in 0..<3 {
      try peer.send(message)
      #expect(try peer.take().map(\.acknowledged) == [message.counter])
    }
    #expect(peer.timed.notices.received.count == 1)
    #expect(peer.timed.notices.reports.filter { $0.fate == .duplicate }.count == 3)
  }

  @Test func theWindowReaches32BehindTheHighestAndNoFurther() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.send(message(1000, of: peer))
    try peer.send(message(1000 - 33, of: peer))
    #expect(peer.timed.notices.received.count == 1)
    try peer.send(message(1000 - 32, of: peer))
    #expect(peer.timed.notices.received.count == 2)
    try peer.send(message(1000 - 32, of: peer))
    #expect(peer.timed.notices.received.count == 2)
    try peer.send(message(1001, of: peer))
    try peer.send(message(1001 - 33, of: peer))
    #expect(peer.timed.notices.received.count == 3)
  }

  @Test func messagesMayComeInAnyOrderWithinTheWindow() throws {
    let peer = try SecurePeer.pairedWithDevice()
    var counters = (1...33).map { UInt32($0) + 500 }
    var generator = SplitMix64(seed: 5)
    counters.shuffle(using: &generator)
    for counter in counters + counters { try peer.send(message(counter, of: peer)) }
    #expect(peer.timed.notices.received.count == counters.count)
  }

  @Test func aLargeLeapIsAcceptedAndLeavesTheOldBehind() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.send(message(100, of: peer))
    try peer.send(message(.max, of: peer))
    try peer.send(message(101, of: peer))
    try peer.send(message(0, of: peer))
    #expect(peer.timed.notices.received.count == 2)
  }

  @Test func eachSessionHasItsOwnWindow() throws {
    let timed = TimedNode()
    let first = try ScriptedDevice(pairing: timed, address: 8).complete()
    let second = try ScriptedDevice(pairing: timed, address: 9, counter: 100).complete()
    try first.send(message(50, of: first))
    try second.send(message(50, of: second))
    #expect(timed.notices.received.map(\.session) == [first.nodeSession, second.nodeSession])
  }

  @Test func aMessageOfOneSessionIsNotOneOfAnother() throws {
    let timed = TimedNode()
    let first = try ScriptedDevice(pairing: timed, address: 8).complete()
    let second = try ScriptedDevice(pairing: timed, address: 9, counter: 100).complete()
    var moved = first.message()
    moved.header.sessionID = second.nodeSession
    try first.send(moved)
    #expect(timed.notices.received.isEmpty)
    #expect(timed.notices.reports.last?.fate == .dropped(.authenticationFailed))
  }

  @Test func whatTheNodeSendsIsNotAcceptedWhenItComesBack() throws {
    let peer = try SecurePeer.pairedWithDevice()
    _ = peer.timed.takeSent()
    try peer.order(isReliable: false)
    var bytes = try #require(peer.timed.takeSent().first).bytes
    bytes[1] = UInt8(peer.nodeSession & 0xFF)
    bytes[2] = UInt8(peer.nodeSession >> 8)
    try peer.timed.deliver(bytes, from: peer.address)
    #expect(peer.timed.notices.received.isEmpty)
    #expect(peer.timed.notices.reports.last?.fate == .dropped(.authenticationFailed))
  }

  @Test func anAuthenticMessageFromElsewhereMovesTheSessionThere() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    peer.address = 77
    let message = peer.message()
    try peer.send(message)
    peer.timed.pass(milliseconds: 200)
    #expect(peer.timed.takeSent().map(\.peer) == [77])
    // A replay from elsewhere does not.
    try peer.timed.deliver(try peer.seal(message), from: 666)
    #expect(peer.timed.takeSent().map(\.peer) == [77])
    try peer.order(isReliable: false)
    #expect(peer.timed.takeSent().map(\.peer) == [77])
  }
}
