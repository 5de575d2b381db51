import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// More secrets of a handshake than those of `WipingTests`: the core's storage is searched for each
/// after its time.
@Suite struct WipedSecretsTests {
  // MARK: The key schedule

  /// The keys that the shared secret becomes, as both sides of the handshake compute them. The
  /// confirmations are no secret: they go over the wire.
  private func schedule(
    of peer: ScriptedCommissioner
  ) throws -> [(name: String, bytes: [UInt8])] {
    let message = try #require(peer.received.last { $0.opcode == .pake2 })
    let pake2 = try Pake2.parse(message.payload.span)
    let prover = SPAKE2PlusProver(
      secrets: try Secrets.derive(
        passcode: Simulation.passcode, iterations: 1000, salt: Simulation.salt),
      ephemeral: try EphemeralScalar(reducing: [40 of UInt8](repeating: 0x3C)))
    #expect([UInt8](inline: prover.share) == [UInt8](inline: peer.pA))
    let prefix = Array("CHIP PAKE V1 Commissioning".utf8)
    let context = SHA256.digest(of: prefix + peer.requestPayload + peer.responsePayload)
    let keys = try prover.finish(verifierShare: pake2.pB.span, context: context.span)
    let schedule = keys.schedule
    return [
      ("Ka", [UInt8](inline: schedule.ka)), ("Ke", [UInt8](inline: schedule.ke)),
      ("KcA", [UInt8](inline: schedule.kcA)), ("KcB", [UInt8](inline: schedule.kcB)),
    ]
  }

  @Test func aDeviceForgetsTheWholeKeyScheduleHoweverTheHandshakeEnds() throws {
    for isSuccessful in [false, true] {
      let timed = TimedNode()
      try timed.openWindow()
      let peer = ScriptedCommissioner(timed)
      try peer.proceedToPake2()
      let secrets = try schedule(of: peer)
      for (name, bytes) in secrets { #expect(timed.node.holds(bytes), "\(name)") }
      if isSuccessful {
        try peer.pake3()
        try #require(timed.notices.establishedCount == 1)
      } else {
        try peer.report(.invalidParameter)
        try #require(timed.notices.failures.count == 1)
      }
      for (name, bytes) in secrets { #expect(!timed.node.holds(bytes), "\(name)") }
    }
  }

  // MARK: The derivation

  /// What a derivation holds that depends on the passcode: pieces of 32 bytes.
  private func states(passcode: UInt32, iterations: UInt32) throws -> [[UInt8]] {
    let salt = Simulation.salt
    func bytes(_ passcode: UInt32) throws -> [UInt8] {
      var derivation = PasscodeDerivation(
        passcode: try Passcode(passcode),
        parameters: try PBKDFParameters(
          iterations: iterations, salt: BoundedBytes(copying: salt.span)))
      return unsafe withUnsafeBytes(of: &derivation) { unsafe Array($0) }
    }
    let own = try bytes(passcode)
    let other = try bytes(passcode + 1)
    return stride(from: 0, to: own.count - 31, by: 32).compactMap { start in
      let piece = Array(own[start..<(start + 32)])
      return piece == Array(other[start..<(start + 32)]) ? nil : piece
    }
  }

  @Test func aCommissionerForgetsTheDerivationThatItAbandons() throws {
    let states = try states(passcode: Simulation.passcode, iterations: 100_000)
    let timed = TimedNode()
    let device = try ScriptedDevice(pairing: timed)
    try device.respond(.init(iterations: 100_000))
    #expect(states.count { timed.node.holds($0) } >= 8)
    try device.report(.invalidParameter)
    try #require(timed.notices.failures.count == 1)
    #expect(states.allSatisfy { !timed.node.holds($0) })
  }

  @Test func aDeviceForgetsTheDerivationThatItAbandons() throws {
    let states = try states(passcode: Simulation.passcode, iterations: 100_000)
    let timed = TimedNode()
    timed.order(try TimedNode.window(iterations: 100_000))
    #expect(states.count { timed.node.holds($0) } >= 8)
    timed.order(.closeWindow)
    try #require(timed.notices.windowClosures == [.commanded])
    #expect(states.allSatisfy { !timed.node.holds($0) })
  }
}
