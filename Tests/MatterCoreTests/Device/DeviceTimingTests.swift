import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// What happens at a device because time passes, or because a datagram comes again.
@Suite struct DeviceTimingTests {
  private func openDevice(seed: UInt64 = 1) throws -> TimedNode {
    let timed = TimedNode(seed: seed)
    try timed.openWindow()
    return timed
  }

  @Test func anUnansweredResponseIsSentFiveTimesAndThenCountsAsAFailure() throws {
    let timed = try openDevice()
    let peer = ScriptedCommissioner(timed)
    try peer.request()
    timed.pass(milliseconds: 10_000)
    let sent = timed.takeSent()
    #expect(sent.count == 5)
    #expect(Set(sent.map(\.bytes)).count == 1)
    // The waits of the active interval, 300 ms, without and with all jitter.
    let waits = zip(sent, sent.dropFirst()).map { $1.time - $0.time }
    for (wait, shortest) in zip(waits, [330_000, 330_000, 528_000, 844_800] as [UInt64]) {
      #expect(wait >= shortest)
      #expect(wait < shortest * 5 / 4 + 1000)
    }
    #expect(timed.notices.failures.map(\.failure) == [.noAcknowledgement])
    #expect(timed.notices.failures.map(\.attempts) == [1])
    _ = try ScriptedCommissioner(timed, ephemeralNodeID: 5).complete()
  }

  @Test func theRequestsIntervalIsTheOneThatTheDeviceWaitsFor() throws {
    let timed = try openDevice()
    let peer = ScriptedCommissioner(timed)
    try peer.request(
      sessionParameters: SessionParameters(
        idleIntervalMilliseconds: 9000, activeIntervalMilliseconds: 2000))
    timed.pass(milliseconds: 2199)
    #expect(timed.takeSent().count == 1)
    timed.pass(milliseconds: 2750 - 2199)
    #expect(timed.takeSent().count == 1)
  }

  @Test func aCommissionerThatStopsIsTimedOutAfterAMinuteAndCounted() throws {
    let timed = try openDevice()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToResponse()
    try peer.acknowledge()
    timed.pass(microseconds: 59_999_999)
    #expect(timed.notices.failures.isEmpty)
    timed.pass(microseconds: 1)
    #expect(timed.notices.failures.map(\.failure) == [.handshakeTimeout])
    #expect(timed.notices.failures.map(\.attempts) == [1])
    #expect(try peer.take().isEmpty)
    _ = try ScriptedCommissioner(timed, ephemeralNodeID: 5).complete()
  }

  @Test func theMinuteRunsFromTheRequestAndNotFromTheLatestMessage() throws {
    let timed = try openDevice()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToResponse()
    try peer.acknowledge()
    timed.pass(milliseconds: 50_000)
    try peer.pake1()
    #expect(try peer.takePake2())
    try peer.acknowledge()
    timed.pass(milliseconds: 10_000)
    #expect(timed.notices.failures.map(\.failure) == [.handshakeTimeout])
  }

  @Test func aPake3ThatComesAgainIsAcknowledgedAndNotVerifiedAgain() throws {
    let timed = try openDevice()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToPake2()
    let pake3 = try peer.pake3()
    let report = try #require(try peer.take().last)
    #expect(report.report == .sessionEstablishmentSuccess)
    for _ in 0..<3 {
      try peer.send(pake3)
      let answers = try peer.take()
      #expect(answers.map(\.opcode) == [.standaloneAcknowledgement])
      #expect(answers.map(\.acknowledged) == [pake3.counter])
      #expect(answers.allSatisfy { $0.counter > report.counter })
    }
    #expect(timed.notices.establishedCount == 1)
    #expect(timed.notices.failures.isEmpty)
  }

  @Test func aRequestThatComesAgainIsAcknowledgedAtOnceAndNotAnsweredTwice() throws {
    let timed = try openDevice()
    let peer = ScriptedCommissioner(timed)
    let request = try peer.request()
    #expect(try peer.take().map(\.opcode) == [.pbkdfParamResponse])
    try peer.send(request)
    let answers = try peer.take()
    #expect(answers.map(\.opcode) == [.standaloneAcknowledgement])
    #expect(answers.map(\.acknowledged) == [request.counter])
    #expect(answers.map(\.exchange.isFromInitiator) == [false])
  }

  @Test func aSuccessReportThatIsNeverAcknowledgedDoesNoHarm() throws {
    let timed = try openDevice()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToPake2()
    try peer.pake3()
    timed.pass(milliseconds: 10_000)
    let sent = timed.takeSent()
    #expect(sent.count == 5)
    #expect(Set(sent.map(\.bytes)).count == 1)
    #expect(timed.notices.failures.isEmpty)
    #expect(timed.notices.sessionClosures.isEmpty)
    let secure = try peer.securePeer()
    try secure.send(secure.message())
    #expect(timed.notices.received.count == 1)
  }

  @Test func theSessionIsReadyBeforeTheSuccessReportGoesOut() throws {
    let timed = try openDevice()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToPake2()
    try peer.pake3()
    let outputs = timed.node.outputs
    let established = try #require(
      outputs.lastIndex {
        if case .message(.notice(.sessionEstablished)) = $0 { true } else { false }
      })
    let report = try #require(
      outputs.lastIndex { if case .message(.datagram) = $0 { true } else { false } })
    #expect(established < report)
    #expect(timed.notices.windowClosures == [.sessionEstablished])
  }

  @Test func aWindowWhoseTimeIsUpEndsTheHandshakeInIt() throws {
    let timed = try openDevice()
    timed.pass(milliseconds: 179_000)
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToResponse()
    try peer.acknowledge()
    timed.pass(milliseconds: 999)
    #expect(timed.notices.windowClosures.isEmpty)
    timed.pass(milliseconds: 1)
    #expect(timed.notices.windowClosures == [.timeout])
    #expect(timed.notices.failures.map(\.failure) == [.windowClosed])
    #expect(timed.notices.failures.map(\.attempts) == [0])
    #expect(try peer.take().map(\.report) == [.invalidParameter])
  }

  @Test func twentyFailuresOfAnyKindCloseTheWindow() throws {
    let timed = TimedNode()
    try timed.openWindow(seconds: 900)
    for attempt in 1...20 {
      let peer = ScriptedCommissioner(
        timed, ephemeralNodeID: UInt64(attempt), counter: UInt32(attempt) * 100)
      try peer.proceedToResponse()
      switch attempt % 4 {
      case 0: try peer.report(.invalidParameter)
      case 1: try peer.send(.pake3)
      case 2: timed.pass(milliseconds: 10_000)
      default:
        try peer.pake1()
        _ = try peer.takePake2()
        try peer.send(
          .pake3, try ScriptedCommissioner.bytes(of: [32 of UInt8](repeating: 1)))
      }
      try peer.take()
      #expect(timed.notices.failures.last?.attempts == UInt8(attempt))
      #expect(timed.notices.windowClosures.isEmpty == (attempt < 20))
    }
    #expect(timed.notices.windowClosures == [.attemptsExhausted])
    let late = ScriptedCommissioner(timed, ephemeralNodeID: 0x7777)
    try late.request()
    #expect(try late.take().map(\.report) == [.invalidParameter])
    // A window that is opened again counts from 0.
    try timed.openWindow()
    _ = try ScriptedCommissioner(timed, ephemeralNodeID: 0x7778).complete()
  }

  @Test func whatComesOnAHandshakesExchangeAfterItsEndIsOnlyAcknowledged() throws {
    let timed = try openDevice()
    let peer = ScriptedCommissioner(timed)
    try peer.proceedToResponse()
    try peer.send(.pake3)
    try peer.take()
    let pake1 = try peer.pake1()
    let answers = try peer.take()
    #expect(answers.map(\.opcode) == [.standaloneAcknowledgement])
    #expect(answers.map(\.acknowledged) == [pake1.counter])
    #expect(timed.notices.failures.count == 1)
  }
}
