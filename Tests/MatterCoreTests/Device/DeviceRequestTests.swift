import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// What a device makes of a PBKDFParamRequest.
@Suite struct DeviceRequestTests {
  @Test func aRequestIsAnsweredWithTheWindowsParametersAndItsAcknowledgement() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    let request = try peer.request()
    let answer = try #require(try peer.take().first)
    #expect(answer.header.source == nil)
    #expect(answer.header.destination == NodeID(peer.ephemeralNodeID))
    #expect(!answer.exchange.isFromInitiator)
    #expect(answer.exchange.needsAcknowledgement)
    #expect(answer.acknowledged == request.counter)
    let response = try PBKDFParamResponse.parse(answer.payload.span)
    #expect([UInt8](inline: response.initiatorRandom) == [UInt8](inline: peer.random))
    #expect(response.responderSessionID != 0)
    #expect(response.pbkdfParameters?.iterations == 1000)
    #expect(response.pbkdfParameters?.salt.array == Simulation.salt)
    #expect(
      response.sessionParameters
        == SessionParameters(
          idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
          activeThresholdMilliseconds: 4000, dataModelRevision: 19, interactionModelRevision: 12,
          specificationVersion: 0x0104_0200, maxPathsPerInvoke: 1))
  }

  @Test func parametersThatTheCommissionerHasAreNotSentAgainAndPairingGoesOn() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    try peer.request(hasPBKDFParameters: true)
    try peer.takeResponse()
    #expect(peer.response?.pbkdfParameters == nil)
    try peer.pake1()
    #expect(try peer.takePake2())
    try peer.pake3()
    #expect(try peer.take().last?.report == .sessionEstablishmentSuccess)
  }

  @Test func aClosedWindowAnswersInvalidParameterAndKeepsNothing() throws {
    let timed = TimedNode()
    let peer = ScriptedCommissioner(timed)
    let request = try peer.request()
    let answer = try #require(try peer.take().first)
    #expect(answer.report == .invalidParameter)
    #expect(answer.acknowledged == request.counter)
    #expect(!answer.exchange.needsAcknowledgement)
    #expect(timed.notices.failures.isEmpty)
    #expect(timed.node.deadline == nil)
    // Nothing is kept: the same bytes are answered anew.
    try peer.send(request)
    #expect(try peer.take().map(\.report) == [.invalidParameter])
  }

  @Test func aWindowThatIsStillPreparingAnswersBusy() throws {
    let timed = TimedNode()
    timed.order(try TimedNode.window(iterations: 100_000))
    let peer = ScriptedCommissioner(timed)
    try peer.request()
    let answer = try #require(try peer.take().first)
    #expect(answer.report == .busy(minimumWaitMilliseconds: 5000))
    #expect(timed.notices.failures.isEmpty)
    timed.finishDerivations()
    #expect(timed.notices.contains { if case .windowOpened = $0 { true } else { false } })
  }

  @Test func anotherPasscodeThanNumberZeroIsRefusedAndNotCounted() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    try peer.send(
      .pbkdfParamRequest, try peer.requestBytes(passcodeID: 1), acknowledging: .nothing)
    #expect(try peer.take().map(\.report) == [.invalidParameter])
    let failure = try #require(timed.notices.failures.first)
    #expect(failure.failure == .unsupportedPasscodeID)
    #expect(failure.attempts == 0)
  }

  @Test(arguments: [0, 1, 30, 44])
  func aRequestCutShortIsRefusedAndNotCounted(_ length: Int) throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    let payload = Array(try peer.requestBytes().prefix(length))
    try peer.send(.pbkdfParamRequest, payload, acknowledging: .nothing)
    #expect(try peer.take().map(\.report) == [.invalidParameter])
    let failure = try #require(timed.notices.failures.first)
    #expect(failure.failure == .malformedMessage(opcode: 0x20))
    #expect(failure.attempts == 0)
    // And the next commissioner pairs.
    _ = try ScriptedCommissioner(timed, ephemeralNodeID: 5).complete()
  }

  @Test func theTranscriptIsTheRequestAsItWasOnTheWire() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    peer.stray = [0xDE, 0xAD]
    _ = try peer.complete()
  }

  @Test func aSecondCommissionerIsToldToWaitAndTheFirstIsUnharmed() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let first = ScriptedCommissioner(timed)
    try first.proceedToResponse()
    let second = ScriptedCommissioner(
      timed, address: 9, ephemeralNodeID: 0x99, exchange: 0x5001, counter: 70)
    let request = try second.request()
    let answer = try #require(try second.take().first)
    #expect(answer.report == .busy(minimumWaitMilliseconds: 5000))
    #expect(answer.acknowledged == request.counter)
    #expect(answer.header.destination == NodeID(0x99))
    try first.pake1()
    #expect(try first.takePake2())
    try second.request()
    #expect(try second.take().map(\.report) == [.busy(minimumWaitMilliseconds: 5000)])
    try first.pake3()
    #expect(try first.take().last?.report == .sessionEstablishmentSuccess)
    #expect(timed.notices.failures.isEmpty)
    #expect(timed.notices.establishedCount == 1)
  }

  @Test func aSecondRequestOnAnotherExchangeOfTheSameCommissionerIsToldToWait() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToResponse()
    peer.exchange += 1
    try peer.send(.pbkdfParamRequest, try peer.requestBytes(), acknowledging: .nothing)
    #expect(try peer.take().map(\.report) == [.busy(minimumWaitMilliseconds: 5000)])
    peer.exchange -= 1
    try peer.pake1()
    #expect(try peer.takePake2())
  }

  @Test(arguments: [true, false])
  func aSecondRequestOnTheSameExchangeIsIgnored(_ acknowledges: Bool) throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToResponse()
    let again = try peer.send(
      .pbkdfParamRequest, try peer.requestBytes(),
      acknowledging: acknowledges ? .latest : .nothing)
    timed.pass(milliseconds: 200)
    let acknowledgement = try #require(try peer.take().last)
    #expect(acknowledgement.opcode == .standaloneAcknowledgement)
    #expect(acknowledgement.acknowledged == again.counter)
    try peer.pake1()
    #expect(try peer.takePake2())
    try peer.pake3()
    #expect(try peer.take().last?.report == .sessionEstablishmentSuccess)
    #expect(timed.notices.failures.isEmpty)
  }

  @Test func aDeviceWithoutEntropyForAHandshakeIsBusyAndCountsNothing() throws {
    let timed = TimedNode(givesEntropy: false)
    // Enough to count messages from a random start, too little for a handshake.
    let entropy = [UInt8](1...64)
    timed.node.give(.entropy(try BoundedBytes(copying: entropy.span)))
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    try peer.request()
    #expect(try peer.take().map(\.report) == [.busy(minimumWaitMilliseconds: 5000)])
    let failure = try #require(timed.notices.failures.first)
    #expect(failure.failure == .insufficientEntropy)
    #expect(failure.attempts == 0)
    timed.node.givesEntropy = true
    timed.node.give(.entropy(try BoundedBytes(copying: entropy.span)))
    _ = try ScriptedCommissioner(timed, ephemeralNodeID: 5).complete()
  }

  @Test func aDeviceWithoutAnyEntropyIsSilent() throws {
    let timed = TimedNode(givesEntropy: false)
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    try peer.request()
    #expect(try peer.take().isEmpty)
    #expect(timed.notices.reports.map(\.fate) == [.dropped(.noResources)])
  }
}
