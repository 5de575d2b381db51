import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// What is secret is not in the core's storage any more once its time is over. Each test first
/// finds the secret where it must be.
@Suite struct WipingTests {
  /// The 40 bytes that make the ephemeral scalar: the pool gives them right after the random.
  private func scalar(of node: SimulatedNode, after random: [32 of UInt8]) throws -> [UInt8] {
    var stream: [UInt8] = []
    for case .entropy(let bytes) in node.inputs { stream += bytes.array }
    let marker = [UInt8](inline: random)
    let start =
      try #require(
        stream.indices.first { stream[$0...].starts(with: marker) }) + marker.count
    return Array(stream[start..<(start + 40)])
  }

  /// The passcode's w0 as it lies in memory.
  private func w0() throws -> [UInt8] {
    let secrets = try Secrets.derive(
      passcode: Simulation.passcode, iterations: 1000, salt: Simulation.salt)
    let number = secrets.w0.number
    return unsafe withUnsafeBytes(of: number) { unsafe Array($0) }
  }

  private enum End: CaseIterable {
    case unexpectedMessage
    case malformedMessage
    case report
    case timeout
  }

  private func end(
    _ peer: UnsecuredPeer, by end: End, malformed opcode: SecureChannelOpcode
  ) throws {
    switch end {
    case .unexpectedMessage: try peer.send(.sigma1)
    case .malformedMessage: try peer.send(opcode, [0x15])
    case .report: try peer.report(.invalidParameter)
    case .timeout: peer.timed.pass(milliseconds: 61_000)
    }
    #expect(peer.timed.notices.failures.count == 1, "\(end)")
  }

  @Test func aDeviceForgetsItsScalarWhenTheHandshakeEndsBeforePake1() throws {
    for end in End.allCases {
      let timed = TimedNode()
      try timed.openWindow()
      let peer = ScriptedCommissioner(timed)
      try peer.proceedToResponse()
      let random = try #require(peer.response).responderRandom
      let scalar = try scalar(of: timed.node, after: random)
      #expect(timed.node.holds(scalar))
      try self.end(peer, by: end, malformed: .pake1)
      #expect(!timed.node.holds(scalar), "\(end)")
    }
  }

  @Test func aDeviceForgetsItsKeysWhenTheHandshakeEndsBeforePake3() throws {
    for end in End.allCases {
      let timed = TimedNode()
      try timed.openWindow()
      let peer = ScriptedCommissioner(timed)
      try peer.proceedToPake2()
      let cA = [UInt8](inline: peer.cA)
      #expect(timed.node.holds(cA))
      try self.end(peer, by: end, malformed: .pake3)
      #expect(!timed.node.holds(cA), "\(end)")
    }
  }

  @Test func aCommissionerForgetsItsScalarWhenTheHandshakeEndsBeforeTheResponse() throws {
    for end in End.allCases {
      let timed = TimedNode()
      let device = try ScriptedDevice(pairing: timed)
      let random = try #require(device.request).initiatorRandom
      let scalar = try scalar(of: timed.node, after: random)
      #expect(timed.node.holds(scalar))
      try self.end(device, by: end, malformed: .pbkdfParamResponse)
      #expect(!timed.node.holds(scalar), "\(end)")
    }
  }

  @Test func aCommissionerForgetsItsScalarWhenTheHandshakeEndsWhileItDerives() throws {
    for end in End.allCases where end != .malformedMessage {
      let timed = TimedNode()
      let device = try ScriptedDevice(pairing: timed)
      let random = try #require(device.request).initiatorRandom
      let scalar = try scalar(of: timed.node, after: random)
      try device.respond(.init(iterations: 100_000))
      #expect(timed.node.holds(scalar))
      if end == .timeout {
        timed.tick(afterMicroseconds: 61_000_000)
      } else {
        try self.end(device, by: end, malformed: .pake2)
      }
      #expect(!timed.node.holds(scalar), "\(end)")
    }
  }

  @Test func aCommissionerForgetsThePasscodesSecretsWhenTheHandshakeEndsBeforePake2() throws {
    let w0 = try w0()
    for end in End.allCases {
      let timed = TimedNode()
      let device = try ScriptedDevice(pairing: timed)
      try device.proceedToPake1()
      #expect(timed.node.holds(w0))
      try self.end(device, by: end, malformed: .pake2)
      #expect(!timed.node.holds(w0), "\(end)")
    }
  }

  @Test func aCommissionerForgetsTheKeysWhenTheHandshakeEndsBeforeTheReport() throws {
    for end in End.allCases {
      let timed = TimedNode()
      let device = try ScriptedDevice(pairing: timed)
      try device.proceedToPake3()
      let key = [UInt8](inline: try #require(device.keys).initiatorToResponder)
      #expect(timed.node.holds(key))
      try self.end(device, by: end, malformed: .statusReport)
      #expect(!timed.node.holds(key), "\(end)")
    }
  }

  @Test func aDeviceForgetsTheVerifierWhenTheWindowCloses() throws {
    let w0 = try w0()
    let timed = TimedNode()
    try timed.openWindow()
    #expect(timed.node.holds(w0))
    timed.order(.closeWindow)
    #expect(!timed.node.holds(w0))
  }

  @Test func aDeviceForgetsTheVerifierWhenACommissionerHasPaired() throws {
    let timed = TimedNode()
    try timed.openWindow()
    _ = try ScriptedCommissioner(timed).complete()
    #expect(!timed.node.holds(try w0()))
  }

  @Test func theKeysOfASessionAreForgottenWithIt() throws {
    let timed = TimedNode()
    let device = try ScriptedDevice(pairing: timed)
    let secure = try device.complete()
    for key in [secure.keys.initiatorToResponder, secure.keys.responderToInitiator] {
      #expect(timed.node.holds([UInt8](inline: key)))
    }
    timed.order(.closeSession(session: secure.nodeSession))
    for key in [secure.keys.initiatorToResponder, secure.keys.responderToInitiator] {
      #expect(!timed.node.holds([UInt8](inline: key)))
    }
  }

  @Test func thePasscodeIsForgottenWithTheHandshake() throws {
    let timed = TimedNode()
    let device = try ScriptedDevice(pairing: timed)
    // 20202021 and the random behind it, as they lie in the first state.
    let random = [UInt8](inline: try #require(device.request).initiatorRandom)
    #expect(timed.node.holds([0x25, 0x42, 0x34, 0x01] + random))
    try device.report(.invalidParameter)
    #expect(!timed.node.holds([0x25, 0x42, 0x34, 0x01]))
  }

  @Test func entropyThatIsUsedUpIsNotInThePoolAnyMore() throws {
    let timed = TimedNode(givesEntropy: false)
    let entropy = (0..<64).map { UInt8(0x40 + $0) }
    timed.node.give(.entropy(try BoundedBytes(copying: entropy.span)))
    timed.node.give(.entropy(try BoundedBytes(copying: entropy.span)))
    _ = try ScriptedDevice(pairing: timed).report(.invalidParameter)
    #expect(!timed.node.holds(Array(entropy[0..<8])))
    #expect(timed.node.holds(Array(entropy[56..<64])))
  }
}
