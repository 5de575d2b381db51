import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// The bytes of secure messages, both ways, and what is not taken for one.
@Suite struct SecureMessageTests {
  /// The node's report on the latest datagram that came in.
  private func fate(_ peer: SecurePeer) -> MessageFate? {
    peer.timed.notices.reports.last?.fate
  }

  private func expectAccepted(
    _ bytes: [UInt8], by peer: SecurePeer, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = peer.timed.notices.received.count
    try peer.timed.deliver(bytes, from: peer.address)
    #expect(
      peer.timed.notices.received.count == before + 1, sourceLocation: sourceLocation)
  }

  private func expectDropped(
    _ bytes: [UInt8], by peer: SecurePeer, _ reason: DropReason,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = peer.timed.notices.received.count
    try peer.timed.deliver(bytes, from: peer.address)
    #expect(fate(peer) == .dropped(reason), sourceLocation: sourceLocation)
    #expect(peer.timed.notices.received.count == before, sourceLocation: sourceLocation)
    #expect(peer.timed.takeSent().isEmpty, sourceLocation: sourceLocation)
  }

  @Test(arguments: [true, false])
  func theSendersKeyAndAPlainHeaderMakeTheDatagram(_ isDevice: Bool) throws {
    let peer =
      try isDevice
      ? SecurePeer.pairedWithDevice() : SecurePeer.pairedWithCommissioner()
    peer.timed.takeSent().forEach { _ in }
    try peer.order(payload: [0xCA, 0xFE])
    let bytes = try #require(peer.timed.takeSent().first).bytes
    // Flags 0, the receiver's session id, security flags 0; then the counter.
    #expect(
      Array(bytes[0..<4]) == [0, UInt8(peer.ownSession & 0xFF), UInt8(peer.ownSession >> 8), 0])
    // Header 8, protocol header 6, payload 2, tag 16: no node ids, no extensions.
    #expect(bytes.count == 8 + 6 + 2 + 16)
    let message = try peer.open(bytes)
    #expect(message.payload == [0xCA, 0xFE])
    #expect(message.exchange.opcode == 0x33)
    #expect((1...(0x1000_0000 + 1)).contains(message.counter))
  }

  @Test func thePublishedCloseSessionIsWhatTheSamePartsMakeHere() throws {
    // The scripted peer's own sealing against the published datagram, so that it can be believed.
    let key: [16 of UInt8] = [
      0xb0, 0x3f, 0x70, 0x0b, 0xae, 0x9a, 0x3f, 0xd1, 0xa7, 0x2a, 0x55, 0xe1, 0x0d, 0x73, 0xb0,
      0xa6,
    ]
    let header: [UInt8] = [0x00, 0x39, 0x30, 0x00, 0x0d, 0x0c, 0x0b, 0x0a]
    var text = try BoundedBytes<64>(
      copying: [0x01, 0x40, 0x34, 0x12, 0, 0, 0, 0, 0, 0, 0, 0, 0x03, 0x00].span)
    var span = text.mutableSpan
    let tag = AESCCM(key: key).seal(
      &span, nonce: SecurePeer.nonce(header: header, nodeID: 0), authenticating: header.span)
    let wire: [UInt8] = [
      0x00, 0x39, 0x30, 0x00, 0x0d, 0x0c, 0x0b, 0x0a, 0x00, 0xf8, 0x2a, 0x3a, 0x87, 0x38, 0xab,
      0x9b, 0xa7, 0xf8, 0x1f, 0x8f, 0xbd, 0x49, 0x3d, 0xe9, 0x4d, 0x9d, 0x3c, 0x82, 0x8d, 0x42,
      0xe5, 0xec, 0xab, 0x15, 0x2b, 0x93, 0x38, 0xe8,
    ]
    #expect(header + text.array + [UInt8](inline: tag) == wire)
  }

  @Test func nodeIdsInTheHeaderAreAuthenticatedAndAccepted() throws {
    let peer = try SecurePeer.pairedWithDevice()
    var message = peer.message()
    message.header.source = NodeID(0x0102_0304_0506_0708)
    message.header.destination = NodeID(0x1112_1314_1516_1718)
    var bytes = try peer.seal(message)
    bytes[8] ^= 1
    try expectDropped(bytes, by: peer, .authenticationFailed)
    bytes[8] ^= 1
    try expectAccepted(bytes, by: peer)
  }

  @Test func messageExtensionsAreSkippedAndStandOutsideWhatIsAuthenticated() throws {
    let peer = try SecurePeer.pairedWithDevice()
    let extensions: [UInt8] = [3, 0, 0xAA, 0xBB, 0xCC]
    let message = peer.message()
    var header = message.headerBytes
    header[3] = 0x20
    try expectAccepted(
      try peer.seal(message, headerBytes: header, unauthenticated: extensions), by: peer)
    // Authenticated with them: not what the CHIP SDK accepts.
    let again = peer.message()
    var headerAgain = again.headerBytes
    headerAgain[3] = 0x20
    try expectDropped(
      try peer.seal(again, headerBytes: headerAgain + extensions), by: peer,
      .authenticationFailed)
  }

  @Test func aNodeIdInTheNonceIsNotAccepted() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try expectDropped(
      try peer.seal(peer.message(), nodeID: 1), by: peer, .authenticationFailed)
  }

  @Test(arguments: [0x80, 0x01, 0x81] as [UInt8])
  func privacyAndGroupMessagesAreDropped(_ securityFlags: UInt8) throws {
    let peer = try SecurePeer.pairedWithDevice()
    let message = peer.message()
    var header = message.headerBytes
    header[3] = securityFlags
    try expectDropped(
      try peer.seal(message, headerBytes: header), by: peer, .unsupportedSessionType)
  }

  @Test(arguments: [(0, 0x10), (0, 0xF0), (0, 0x03), (3, 0x02), (3, 0x03)] as [(Int, UInt8)])
  func reservedHeaderValuesAreDropped(_ offset: Int, _ bits: UInt8) throws {
    let peer = try SecurePeer.pairedWithDevice()
    let message = peer.message()
    var header = message.headerBytes
    header[offset] |= bits
    try expectDropped(try peer.seal(message, headerBytes: header), by: peer, .malformedHeader)
  }

  @Test func aMessageForASessionThatIsNotThereIsDroppedInSilence() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    var message = peer.message()
    message.header.sessionID = peer.nodeSession ^ 0x0101
    try expectDropped(try peer.seal(message), by: peer, .unknownSession)
  }

  @Test func everyFlippedBitIsNoticedAndLeavesTheWindowAsItWas() throws {
    let peer = try SecurePeer.pairedWithDevice()
    peer.timed.takeSent().forEach { _ in }
    let message = peer.message(1, Array(repeating: 0x61, count: 20))
    let bytes = try peer.seal(message)
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << UInt8(bit)
        try peer.timed.deliver(flipped, from: 0xBAD)
        #expect(peer.timed.notices.received.isEmpty, "byte \(index), bit \(bit)")
      }
    }
    // A counter far ahead that is not authentic has not moved the window, nor the address.
    try expectAccepted(bytes, by: peer)
    peer.timed.pass(milliseconds: 200)
    #expect(peer.timed.takeSent().map(\.peer) == [peer.address])
  }

  @Test func aDatagramTooShortForItsTagIsDropped() throws {
    let peer = try SecurePeer.pairedWithDevice()
    let bytes = try peer.seal(peer.message())
    for length in 8..<bytes.count {
      try expectDropped(Array(bytes[..<length]), by: peer, .authenticationFailed)
    }
    for length in 0..<8 {
      try peer.timed.deliver(Array(bytes[..<length]), from: peer.address)
      #expect(fate(peer) == .dropped(.malformedHeader))
    }
    try expectAccepted(bytes, by: peer)
  }

  @Test func anAuthenticMessageWithoutAWholeProtocolHeaderIsDropped() throws {
    let peer = try SecurePeer.pairedWithDevice()
    let message = peer.message()
    let header = message.headerBytes
    var text = try BoundedBytes<64>(copying: [0x05, 0x01, 0x00].span)
    var span = text.mutableSpan
    let tag = AESCCM(key: peer.keys.initiatorToResponder).seal(
      &span, nonce: SecurePeer.nonce(header: header, nodeID: 0), authenticating: header.span)
    try expectDropped(
      header + text.array + [UInt8](inline: tag), by: peer, .malformedProtocolHeader)
  }

  @Test func theLargestPayloadsGoThrough() throws {
    let peer = try SecurePeer.pairedWithDevice()
    _ = peer.timed.takeSent()
    let sent = (0..<1178).map { UInt8(truncatingIfNeeded: $0) }
    try peer.order(payload: sent)
    #expect(try peer.take().map(\.payload) == [sent])
    let largest = (0..<(1232 - 8 - 6 - 16)).map { UInt8(truncatingIfNeeded: $0 * 3) }
    let bytes = try peer.seal(peer.message(1, largest))
    #expect(bytes.count == 1232)
    try expectAccepted(bytes, by: peer)
    #expect(peer.timed.notices.received.last?.payload.array == largest)
  }

  @Test func aVendorsProtocolIsHandedOverWithItsVendor() throws {
    let peer = try SecurePeer.pairedWithDevice()
    let message = peer.message()
    let header = message.headerBytes
    // Flags I and V; opcode, exchange, vendor id 0xFFF1, protocol id 7.
    var text = try BoundedBytes<64>(
      copying: [0x11, 0x02, 0x34, 0x12, 0xF1, 0xFF, 0x07, 0x00, 0x55].span)
    var span = text.mutableSpan
    let tag = AESCCM(key: peer.keys.initiatorToResponder).seal(
      &span, nonce: SecurePeer.nonce(header: header, nodeID: 0), authenticating: header.span)
    try expectAccepted(header + text.array + [UInt8](inline: tag), by: peer)
    let received = try #require(peer.timed.notices.received.last)
    #expect(received.protocolID == 0xFFF1_0007)
    #expect(received.payload.array == [0x55])
  }
}
