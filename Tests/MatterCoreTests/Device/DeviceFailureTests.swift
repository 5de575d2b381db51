import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// How a handshake fails at the device: what it sends, what it tells its host, what it counts.
@Suite struct DeviceFailureTests {
  /// A commissioner that has taken the PBKDFParamResponse.
  private func beforePake1() throws -> ScriptedCommissioner {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToResponse()
    return peer
  }

  /// A commissioner that has taken Pake2.
  private func beforePake3() throws -> ScriptedCommissioner {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToPake2()
    return peer
  }

  /// The device has answered `message` with InvalidParameter and counted the attempt; another
  /// commissioner then pairs.
  private func expectRefusal(
    of message: WireMessage, by peer: ScriptedCommissioner, _ failure: PairingFailure,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try #require(try peer.take().last, sourceLocation: sourceLocation)
    #expect(answer.report == .invalidParameter, sourceLocation: sourceLocation)
    #expect(answer.acknowledged == message.counter, sourceLocation: sourceLocation)
    #expect(answer.exchange.needsAcknowledgement, sourceLocation: sourceLocation)
    let noted = try #require(peer.timed.notices.failures.last, sourceLocation: sourceLocation)
    #expect(noted.failure == failure, sourceLocation: sourceLocation)
    #expect(noted.attempts == 1, sourceLocation: sourceLocation)
    #expect(peer.timed.notices.establishedCount == 0, sourceLocation: sourceLocation)
    try peer.acknowledge()
    #expect(try peer.take().isEmpty, sourceLocation: sourceLocation)
    let next = ScriptedCommissioner(
      peer.timed, ephemeralNodeID: 0x42, exchange: 0x77, counter: 900)
    _ = try next.complete()
  }

  @Test(arguments: [0, 1, 69])
  func aPake1CutShortIsRefused(_ length: Int) throws {
    let peer = try beforePake1()
    let whole = try ScriptedCommissioner.bytes(of: Pake1(pA: GeneratorPoint.encoded))
    let message = try peer.send(.pake1, Array(whole.prefix(length)))
    try expectRefusal(of: message, by: peer, .malformedMessage(opcode: 0x22))
  }

  @Test func aShareOf64BytesIsRefused() throws {
    let peer = try beforePake1()
    let share = (0..<64).map { GeneratorPoint.encoded[$0] }
    let message = try peer.send(.pake1, [0x15, 0x30, 0x01, 64] + share + [0x18])
    try expectRefusal(of: message, by: peer, .malformedMessage(opcode: 0x22))
  }

  @Test func aShareOffTheCurveIsRefused() throws {
    let peer = try beforePake1()
    var share = GeneratorPoint.encoded
    share[64] ^= 1
    let message = try peer.send(.pake1, try ScriptedCommissioner.bytes(of: Pake1(pA: share)))
    try expectRefusal(of: message, by: peer, .invalidPoint)
  }

  @Test func aShareThatIsNotUncompressedIsRefused() throws {
    let peer = try beforePake1()
    var share = GeneratorPoint.encoded
    share[0] = 0x06
    let message = try peer.send(.pake1, try ScriptedCommissioner.bytes(of: Pake1(pA: share)))
    try expectRefusal(of: message, by: peer, .invalidPoint)
  }

  @Test func aShareThatIsTheMaskItselfIsRefused() throws {
    // With X = w0·M the device would compute Z at infinity, without any knowledge of w1.
    let peer = try beforePake1()
    let w0 = try Secrets.derive(
      passcode: Simulation.passcode, iterations: 1000, salt: Simulation.salt
    ).w0
    let share = FixedBase.multiplyM(by: w0).normalized().encoded()
    let message = try peer.send(.pake1, try ScriptedCommissioner.bytes(of: Pake1(pA: share)))
    try expectRefusal(of: message, by: peer, .invalidPoint)
  }

  @Test func aWrongConfirmationIsRefused() throws {
    let peer = try beforePake3()
    var cA = peer.cA
    cA[31] ^= 0x80
    let message = try peer.send(.pake3, try ScriptedCommissioner.bytes(of: cA))
    try expectRefusal(of: message, by: peer, .wrongPasscode)
  }

  @Test func aPake3CutShortIsRefused() throws {
    let peer = try beforePake3()
    let whole = try ScriptedCommissioner.bytes(of: peer.cA)
    let message = try peer.send(.pake3, Array(whole.dropLast(2)))
    try expectRefusal(of: message, by: peer, .malformedMessage(opcode: 0x24))
  }

  @Test func aPake3BeforePake1IsRefused() throws {
    let peer = try beforePake1()
    let message = try peer.send(
      .pake3, try ScriptedCommissioner.bytes(of: [32 of UInt8](repeating: 0)))
    try expectRefusal(of: message, by: peer, .unexpectedMessage(opcode: 0x24))
  }

  @Test func aSecondPake1IsRefused() throws {
    let peer = try beforePake3()
    let message = try peer.pake1()
    try expectRefusal(of: message, by: peer, .unexpectedMessage(opcode: 0x22))
  }

  @Test(
    arguments: [
      SecureChannelOpcode.sigma1, .sigma2, .sigma3, .sigma2Resume, .pbkdfParamResponse, .pake2,
    ])
  func anotherMessageOfSessionEstablishmentIsRefused(_ opcode: SecureChannelOpcode) throws {
    let peer = try beforePake1()
    let message = try peer.send(opcode)
    try expectRefusal(of: message, by: peer, .unexpectedMessage(opcode: opcode.rawValue))
  }

  @Test func anOpcodeOutsideSessionEstablishmentIsAcknowledgedAndIgnored() throws {
    let peer = try beforePake1()
    let stray = peer.message(0x25)
    try peer.send(stray)
    #expect(try peer.take().isEmpty)
    peer.timed.pass(microseconds: 199_999)
    #expect(try peer.take().isEmpty)
    peer.timed.pass(microseconds: 1)
    let acknowledgement = try #require(try peer.take().first)
    #expect(acknowledgement.opcode == .standaloneAcknowledgement)
    #expect(acknowledgement.acknowledged == stray.counter)
    try peer.pake1()
    #expect(try peer.takePake2())
  }

  @Test func aMessageOfAnotherProtocolIsAcknowledgedAndIgnored() throws {
    let peer = try beforePake1()
    let stray = peer.message(0x22, protocolID: .interactionModel)
    try peer.send(stray)
    peer.timed.pass(milliseconds: 200)
    #expect(try peer.take().map(\.acknowledged) == [stray.counter])
    try peer.pake1()
    #expect(try peer.takePake2())
  }

  @Test(
    arguments: [
      (StatusReport.invalidParameter, PairingFailure.peerReported(generalCode: 1, protocolCode: 2)),
      (.busy(minimumWaitMilliseconds: 9), .busy(minimumWaitMilliseconds: 9)),
      (.sessionEstablishmentSuccess, .unexpectedMessage(opcode: 0x40)),
    ])
  func aReportEndsTheHandshakeAndIsAcknowledgedButNotAnswered(
    _ report: StatusReport, _ failure: PairingFailure
  ) throws {
    let peer = try beforePake3()
    let message = try peer.report(report)
    let answers = try peer.take()
    #expect(answers.map(\.opcode) == [.standaloneAcknowledgement])
    #expect(answers.map(\.acknowledged) == [message.counter])
    let noted = try #require(peer.timed.notices.failures.first)
    #expect(noted.failure == failure)
    #expect(noted.attempts == 1)
    peer.timed.pass(milliseconds: 10_000)
    #expect(try peer.take().isEmpty)
  }

  @Test func aReportThatCannotBeReadEndsTheHandshakeAndIsNotAnswered() throws {
    let peer = try beforePake1()
    try peer.send(.statusReport, [1, 0, 0])
    #expect(try peer.take().map(\.opcode) == [.standaloneAcknowledgement])
    #expect(
      peer.timed.notices.failures.map(\.failure) == [.malformedMessage(opcode: 0x40)])
  }

  @Test func aWindowThatIsClosedOnOrderEndsTheHandshakeInIt() throws {
    let peer = try beforePake1()
    peer.timed.order(.closeWindow)
    #expect(try peer.take().last?.report == .invalidParameter)
    #expect(peer.timed.notices.failures.map(\.failure) == [.windowClosed])
    #expect(peer.timed.notices.failures.map(\.attempts) == [0])
    #expect(peer.timed.notices.windowClosures == [.commanded])
    try peer.pake1()
    peer.timed.pass(milliseconds: 10_000)
    #expect(try peer.take().allSatisfy { $0.opcode != .pake2 })
  }
}
