import CoreSeam
import MatterBytes
import MatterWire
import Testing

/// What happens at a commissioner because time passes, or because an acknowledgement does not come.
@Suite struct CommissionerTimingTests {
  @Test func aSilentDeviceIsAskedFiveTimesWithTheSameBytes() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    device.timed.pass(milliseconds: 10_000)
    #expect(device.timed.sent.count == 5)
    #expect(Set(device.timed.sent.map(\.bytes)).count == 1)
    let waits = zip(device.timed.sent, device.timed.sent.dropFirst()).map { $1.time - $0.time }
    for (wait, shortest) in zip(waits, [330_000, 330_000, 528_000, 844_800] as [UInt64]) {
      #expect(wait >= shortest)
      #expect(wait < shortest * 5 / 4 + 1000)
    }
    #expect(device.timed.notices.failures.map(\.failure) == [.noAcknowledgement])
    #expect(device.timed.node.deadline == nil)
  }

  @Test func theLastWaitIsAsLongAsTheLadderSaysBeforePairingFails() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    device.timed.pass(microseconds: 3_385_000)
    #expect(device.timed.notices.failures.isEmpty)
    device.timed.pass(microseconds: 4_232_000 - 3_385_000)
    #expect(device.timed.notices.failures.map(\.failure) == [.noAcknowledgement])
  }

  @Test func aDeviceThatOnlyAcknowledgesIsGivenUp() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.acknowledge()
    // Two ladders of 300 ms with all jitter, and 2 s.
    device.timed.pass(milliseconds: 4231 + 4231 + 2000 - 2)
    #expect(device.timed.notices.failures.isEmpty)
    device.timed.pass(milliseconds: 10)
    #expect(device.timed.notices.failures.map(\.failure) == [.responseTimeout])
    #expect(try device.take().isEmpty)
  }

  @Test func aDeviceMayTakeHalfAMinuteToComputePake2() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake1()
    try device.acknowledge()
    device.timed.pass(milliseconds: 30_000)
    #expect(device.timed.notices.failures.isEmpty)
    device.timed.pass(milliseconds: 8500)
    #expect(device.timed.notices.failures.map(\.failure) == [.responseTimeout])
  }

  @Test func aHandshakeEndsAfterAMinute() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    device.timed.pass(milliseconds: 3000)
    try device.proceedToPake1()
    try device.acknowledge()
    device.timed.pass(milliseconds: 25_000)
    try device.send(.pake2, try device.pake2Bytes())
    #expect(try device.take().last?.opcode == .pake3)
    try device.acknowledge()
    device.timed.pass(milliseconds: 31_999)
    #expect(device.timed.notices.failures.isEmpty)
    device.timed.pass(milliseconds: 1)
    #expect(device.timed.notices.failures.map(\.failure) == [.handshakeTimeout])
  }

  @Test(arguments: [UnsecuredPeer.Acknowledging.nothing, .counter(1)])
  func aReplyThatDoesNotAcknowledgeIsAcknowledgedAndDiscarded(
    _ acknowledging: UnsecuredPeer.Acknowledging
  ) throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    let reply = try device.respond(acknowledging: acknowledging)
    device.timed.finishDerivations()
    #expect(try device.take().isEmpty)
    device.timed.pass(microseconds: 199_999)
    #expect(try device.take().isEmpty)
    device.timed.pass(microseconds: 1)
    let acknowledgement = try #require(try device.take().first)
    #expect(acknowledgement.opcode == .standaloneAcknowledgement)
    #expect(acknowledgement.acknowledged == reply.counter)
    #expect(acknowledgement.exchange.isFromInitiator)
    // The request goes on being sent, until pairing fails.
    device.timed.pass(milliseconds: 10_000)
    #expect(try device.take().map(\.opcode) == Array(repeating: .pbkdfParamRequest, count: 4))
    #expect(device.timed.notices.failures.map(\.failure) == [.noAcknowledgement])
  }

  @Test func anAcknowledgementFirstAndThenAReplyWithoutOneIsFine() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.acknowledge()
    try device.respond(acknowledging: .nothing)
    device.timed.finishDerivations()
    #expect(try device.take().last?.opcode == .pake1)
    try device.acknowledge()
    try device.send(.pake2, try device.pake2Bytes(), acknowledging: .nothing)
    #expect(try device.take().last?.opcode == .pake3)
    try device.acknowledge()
    try device.report(.sessionEstablishmentSuccess, acknowledging: .nothing)
    #expect(device.timed.notices.establishedCount == 1)
  }

  @Test func aReplyThatAsksForNoAcknowledgementIsAcceptedAndGetsNone() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.respond(isReliable: false)
    device.timed.finishDerivations()
    let pake1 = try #require(try device.take().last)
    #expect(pake1.opcode == .pake1)
    #expect(pake1.acknowledged == nil)
    try device.send(.pake2, try device.pake2Bytes())
    try device.take()
    try device.report(.sessionEstablishmentSuccess, isReliable: false)
    #expect(try device.take().isEmpty)
    #expect(device.timed.notices.establishedCount == 1)
  }

  @Test func theLastMessageIsAStandaloneAcknowledgementAtOnce() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake3()
    let report = try device.report(.sessionEstablishmentSuccess)
    let sent = device.timed.takeSent()
    #expect(sent.map(\.time) == [device.timed.now])
    let bytes = try #require(sent.first).bytes
    #expect(bytes.count == 26)
    let acknowledgement = try WireMessage(unsecured: bytes)
    #expect(acknowledgement.opcode == .standaloneAcknowledgement)
    #expect(acknowledgement.acknowledged == report.counter)
    #expect(acknowledgement.exchange.isFromInitiator)
    #expect(!acknowledgement.exchange.needsAcknowledgement)
    #expect(device.timed.node.deadline == nil)
  }

  @Test func aSuccessReportThatComesAgainIsAcknowledgedAgain() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake3()
    let report = try device.report(.sessionEstablishmentSuccess)
    try device.take()
    try device.send(report)
    #expect(try device.take().map(\.acknowledged) == [report.counter])
    #expect(device.timed.notices.establishedCount == 1)
  }

  @Test func acknowledgementsGoOnWhileALongDerivationRuns() throws {
    let timed = TimedNode()
    let device = try ScriptedDevice(pairing: timed)
    let start = timed.now
    let response = try device.respond(.init(iterations: 100_000))
    // A host whose every slice takes 4 ms.
    var slices = 0
    while let deadline = timed.node.deadline, deadline <= timed.now {
      timed.tick(afterMicroseconds: 4000)
      slices += 1
    }
    #expect(slices > 90)
    let sent = try timed.takeSent().map { ($0.time, try WireMessage(unsecured: $0.bytes)) }
    #expect(sent.map(\.1.opcode) == [.standaloneAcknowledgement, .pake1])
    #expect(sent.map(\.1.acknowledged) == [response.counter, response.counter])
    let acknowledgedAfter = try #require(sent.first).0 - start
    #expect(acknowledgedAfter == 200_000)
  }

  @Test func theDevicesIntervalIsTheOneThatTheCommissionerWaitsFor() throws {
    let device = try ScriptedDevice(pairing: TimedNode())
    try device.respond(
      .init(
        sessionParameters: SessionParameters(
          idleIntervalMilliseconds: 9000, activeIntervalMilliseconds: 2000)))
    device.timed.finishDerivations()
    #expect(try device.take().last?.opcode == .pake1)
    device.timed.pass(milliseconds: 2199)
    #expect(try device.take().isEmpty)
    device.timed.pass(milliseconds: 2750 - 2199)
    #expect(try device.take().map(\.opcode) == [.pake1])
  }
}
