import CoreSeam
import MatterBytes
import MatterWire
import Testing

/// The session ids that a node picks for itself.
@Suite struct SessionIDTests {
  /// What one pairing draws from the pool before its request: node id, random, scalar, session id
  /// and first counter; at the very first the node's own numbers too.
  private func entropy(sessionID: UInt16, of address: UInt32) -> [UInt8] {
    let numbers = [UInt8](repeating: 0x11, count: address == 1 ? 6 : 0)
    let rest = (0..<(8 + 32 + 40)).map { UInt8($0) + UInt8(address) }
    return numbers + rest + [UInt8(sessionID & 0xFF), UInt8(sessionID >> 8), 9, 9, 9, 9]
  }

  private func pair(
    _ timed: TimedNode, drawing sessionID: UInt16, address: UInt32
  ) throws -> SecurePeer {
    let bytes = entropy(sessionID: sessionID, of: address)
    for start in stride(from: 0, to: bytes.count, by: 64) {
      let part = Array(bytes[start..<min(start + 64, bytes.count)])
      timed.node.give(.entropy(try BoundedBytes(copying: part.span)))
    }
    return try ScriptedDevice(pairing: timed, address: address, counter: address * 100).complete()
  }

  @Test func anIdOfZeroIsNeverPicked() throws {
    let timed = TimedNode(givesEntropy: false)
    #expect(try pair(timed, drawing: 0, address: 1).nodeSession == 1)
  }

  @Test func anIdThatIsTakenIsNotPickedAgain() throws {
    let timed = TimedNode(givesEntropy: false)
    let ids = try (1...5).map { try pair(timed, drawing: 0xFFFE, address: $0).nodeSession }
    #expect(ids == [0xFFFE, 0xFFFF, 1, 2, 3])
    timed.order(.closeSession(session: 0xFFFF))
    _ = timed.takeSent()
    #expect(try pair(timed, drawing: 0xFFFE, address: 6).nodeSession == 0xFFFF)
  }

  @Test func theTwoHandshakesOfANodePickDifferentIds() throws {
    // All entropy is alike, so both draw the same id.
    let timed = TimedNode(givesEntropy: false)
    let same = [UInt8](repeating: 0x21, count: 64)
    for _ in 0..<4 { timed.node.give(.entropy(try BoundedBytes(copying: same.span))) }
    try timed.openWindow()
    let device = try ScriptedDevice(pairing: timed)
    let commissioner = ScriptedCommissioner(timed)
    try commissioner.proceedToResponse()
    #expect(device.request?.initiatorSessionID == 0x2121)
    #expect(commissioner.response?.responderSessionID == 0x2122)
  }
}
