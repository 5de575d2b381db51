import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// How a handshake fails at the commissioner: what it sends and what it tells its host.
@Suite struct CommissionerFailureTests {
  /// The node has answered `message` with InvalidParameter and given up.
  private func expectRefusal(
    of message: WireMessage, by device: ScriptedDevice, _ failure: PairingFailure,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try #require(try device.take().last, sourceLocation: sourceLocation)
    #expect(answer.report == .invalidParameter, sourceLocation: sourceLocation)
    #expect(answer.acknowledged == message.counter, sourceLocation: sourceLocation)
    #expect(answer.exchange.needsAcknowledgement, sourceLocation: sourceLocation)
    #expect(answer.exchange.exchangeID == device.exchange, sourceLocation: sourceLocation)
    #expect(
      device.timed.notices.failures.map(\.failure) == [failure], sourceLocation: sourceLocation)
    #expect(
      device.timed.notices.failures.map(\.attempts) == [0], sourceLocation: sourceLocation)
    #expect(device.timed.notices.establishedCount == 0, sourceLocation: sourceLocation)
    try device.acknowledge()
    #expect(device.timed.node.deadline == nil, sourceLocation: sourceLocation)
    // And the next device is paired with.
    _ = try ScriptedDevice(pairing: device.timed, address: 21, counter: 31).complete()
  }

  @Test func theRequestNamesItselfAsTheSourceAndNothingElse() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    let request = try #require(device.received.first)
    #expect(request.header.sessionID == 0)
    #expect(request.header.destination == nil)
    #expect(request.exchange.isFromInitiator)
    #expect(request.exchange.needsAcknowledgement)
    #expect(request.acknowledged == nil)
    #expect((1...0xFFFF_FFEF_FFFF_FFFF).contains(device.ephemeralNodeID))
    #expect(device.request?.passcodeID == 0)
    #expect(device.request?.hasPBKDFParameters == false)
  }

  @Test func aResponseThatEchoesAnotherRandomIsRefused() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    let message = try device.respond(.init(echo: [32 of UInt8](repeating: 1)))
    try expectRefusal(of: message, by: device, .randomMismatch)
  }

  @Test(
    arguments: [
      ScriptedDevice.Answer(iterations: 999), .init(iterations: 100_001), .init(iterations: 0),
      .init(iterations: .max), .init(salt: Array(repeating: 1, count: 15)),
      .init(salt: []), .init(hasParameters: false),
    ])
  func parametersOutOfRangeOrMissingAreRefused(_ answer: ScriptedDevice.Answer) throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    let message = try device.respond(answer)
    try expectRefusal(of: message, by: device, .malformedMessage(opcode: 0x21))
  }

  @Test func aSaltOf33BytesIsRefused() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    let answer = ScriptedDevice.Answer(salt: Array(repeating: 7, count: 32))
    var payload = try device.responseBytes(answer)
    let salt = try #require(payload.indices.last { payload[$0] == 7 })
    payload.insert(7, at: salt)
    payload[salt - 32] = 33
    let message = try device.send(.pbkdfParamResponse, payload)
    try expectRefusal(of: message, by: device, .malformedMessage(opcode: 0x21))
  }

  @Test(arguments: [(1000, 16), (1000, 32), (2500, 17)])
  func parametersAtTheEndsOfTheirRangesAreAccepted(_ iterations: UInt32, _ size: Int) throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.respond(
      .init(iterations: iterations, salt: (0..<size).map { UInt8($0) }))
    device.timed.finishDerivations()
    #expect(try device.take().last?.opcode == .pake1)
  }

  @Test(arguments: [0, 1, 40, 80])
  func aResponseCutShortIsRefused(_ length: Int) throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    let payload = Array(try device.responseBytes().prefix(length))
    let message = try device.send(.pbkdfParamResponse, payload)
    try expectRefusal(of: message, by: device, .malformedMessage(opcode: 0x21))
  }

  @Test func aWrongConfirmationIsNoticedBeforePake3IsSent() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake1()
    let message = try device.send(.pake2, try device.pake2Bytes(passcode: 20_202_022))
    try expectRefusal(of: message, by: device, .wrongPasscode)
    #expect(!device.received.contains { $0.opcode == .pake3 })
  }

  @Test func aConfirmationOf31BytesIsRefused() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake1()
    var payload = try device.pake2Bytes()
    // Structure, pB with its three bytes of tag and length, then the length of cB.
    let length = 1 + 3 + 65 + 2
    #expect(payload[length] == 32)
    payload[length] = 31
    payload.remove(at: length + 1)
    let message = try device.send(.pake2, payload)
    try expectRefusal(of: message, by: device, .malformedMessage(opcode: 0x23))
  }

  @Test func aShareOffTheCurveIsRefused() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake1()
    var payload = try device.pake2Bytes()
    payload[1 + 3 + 64] ^= 1
    let message = try device.send(.pake2, payload)
    try expectRefusal(of: message, by: device, .invalidPoint)
  }

  @Test func aShareThatIsTheMaskItselfIsRefused() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake1()
    let w0 = try Secrets.derive(
      passcode: Simulation.passcode, iterations: 1000, salt: Simulation.salt
    ).w0
    let pake2 = Pake2(
      pB: FixedBase.multiplyN(by: w0).normalized().encoded(), cB: [32 of UInt8](repeating: 0))
    let message = try device.send(.pake2, try ScriptedDevice.bytes(of: pake2))
    try expectRefusal(of: message, by: device, .invalidPoint)
  }

  @Test(
    arguments: [
      SecureChannelOpcode.pake1, .pake2, .pake3, .pbkdfParamRequest, .sigma1, .sigma2,
    ])
  func aMessageOutOfTurnIsRefused(_ opcode: SecureChannelOpcode) throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    let message = try device.send(opcode)
    try expectRefusal(of: message, by: device, .unexpectedMessage(opcode: opcode.rawValue))
  }

  @Test func aSecondResponseIsRefusedWhileTheSecretsAreDerived() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.respond(.init(iterations: 100_000))
    let message = try device.respond()
    try expectRefusal(of: message, by: device, .unexpectedMessage(opcode: 0x21))
  }

  @Test func anOpcodeOutsideSessionEstablishmentIsAcknowledgedAndIgnored() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.acknowledge()
    let stray = device.message(0x25)
    try device.send(stray)
    device.timed.pass(microseconds: 199_999)
    #expect(try device.take().isEmpty)
    device.timed.pass(microseconds: 1)
    #expect(try device.take().map(\.acknowledged) == [stray.counter])
    _ = try device.complete()
  }

  @Test(
    arguments: [
      (
        StatusReport.busy(minimumWaitMilliseconds: 5000),
        PairingFailure.busy(
          minimumWaitMilliseconds: 5000)
      ),
      (.busy(minimumWaitMilliseconds: nil), .busy(minimumWaitMilliseconds: nil)),
      (
        StatusReport(generalCode: .busy, protocolID: 0, protocolCode: 0xFFFF),
        .busy(minimumWaitMilliseconds: nil)
      ),
      (.invalidParameter, .peerReported(generalCode: 1, protocolCode: 2)),
      (.sessionNotFound, .peerReported(generalCode: 1, protocolCode: 5)),
      (.generalFailure, .peerReported(generalCode: 1, protocolCode: 0xFFFF)),
      (.sessionEstablishmentSuccess, .unexpectedMessage(opcode: 0x40)),
    ])
  func aReportEndsTheHandshakeAndIsAcknowledgedButNotAnswered(
    _ report: StatusReport, _ failure: PairingFailure
  ) throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    let message = try device.report(report)
    let answers = try device.take()
    #expect(answers.map(\.opcode) == [.standaloneAcknowledgement])
    #expect(answers.map(\.acknowledged) == [message.counter])
    #expect(device.timed.notices.failures.map(\.failure) == [failure])
    device.timed.pass(milliseconds: 90_000)
    #expect(try device.take().isEmpty)
    _ = try ScriptedDevice(pairing: device.timed, address: 21, counter: 31).complete()
  }

  @Test func aBusyReportThatAsksForNoAcknowledgementGetsNone() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.report(.busy(minimumWaitMilliseconds: 500), isReliable: false)
    #expect(try device.take().isEmpty)
    #expect(
      device.timed.notices.failures.map(\.failure) == [.busy(minimumWaitMilliseconds: 500)])
  }

  @Test func successBeforePake3IsUnexpectedAndMakesNoSession() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake1()
    try device.report(.sessionEstablishmentSuccess)
    #expect(try device.take().map(\.opcode) == [.standaloneAcknowledgement])
    #expect(
      device.timed.notices.failures.map(\.failure) == [.unexpectedMessage(opcode: 0x40)])
    #expect(device.timed.notices.establishedCount == 0)
  }

  @Test func successIsOnlyWhatSaysSoInBothCodes() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake3()
    try device.report(StatusReport(generalCode: .success, protocolID: 4, protocolCode: 0))
    #expect(device.timed.notices.establishedCount == 0)
    #expect(
      device.timed.notices.failures.map(\.failure) == [.unexpectedMessage(opcode: 0x40)])
  }

  @Test func withoutEntropyPairingFailsAndNothingIsSent() throws {
    let timed = TimedNode(givesEntropy: false)
    timed.order(.pair(PairOrder(peer: PeerHandle(rawValue: 8), passcode: Simulation.passcode)))
    #expect(timed.notices.failures.map(\.failure) == [.insufficientEntropy])
    #expect(timed.takeSent().isEmpty)
    timed.node.givesEntropy = true
    for _ in 0..<4 {
      timed.node.give(.entropy(try BoundedBytes(copying: [UInt8](1...64).span)))
    }
    _ = try ScriptedDevice(pairing: timed).complete()
  }

  @Test func aScalarOfZeroIsNeverUsed() throws {
    // Bytes that no generator gives, and that would show the mask w0·M in Pake1.
    let timed = TimedNode(givesEntropy: false)
    for _ in 0..<4 { timed.node.give(.entropy(try BoundedBytes(zeros: 64))) }
    let device = try ScriptedDevice(pairing: timed)
    try device.respond()
    timed.finishDerivations()
    let answers = try device.take()
    #expect(answers.map(\.report) == [.busy(minimumWaitMilliseconds: 5000)])
    #expect(timed.notices.failures.map(\.failure) == [.insufficientEntropy])
  }
}
