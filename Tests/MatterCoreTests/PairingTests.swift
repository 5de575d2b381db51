import CoreSeam
import MatterBytes
import Testing

@Suite struct PairingTests {
  @Test func bothSidesEstablishTheSameSession() throws {
    let simulation = Simulation()
    try simulation.openWindow()
    simulation.pair()
    simulation.run(seconds: 10)
    let commissioner = try #require(simulation.commissioner.notices.established)
    let device = try #require(simulation.device.notices.established)
    #expect(commissioner.session == device.peerSession)
    #expect(commissioner.peerSession == device.session)
    #expect(commissioner.role == .initiator)
    #expect(device.role == .responder)
    #expect(simulation.wire.count == 7)
  }

  @Test func aWrongPasscodeIsNoticedByTheCommissionerAndCountedByTheDevice() throws {
    let simulation = Simulation()
    try simulation.openWindow()
    simulation.pair(passcode: 20_202_022)
    simulation.run(seconds: 10)
    #expect(simulation.commissioner.notices.failures.map(\.failure) == [.wrongPasscode])
    let failure = try #require(simulation.device.notices.failures.first)
    #expect(failure.failure == .peerReported(generalCode: 1, protocolCode: 2))
    #expect(failure.attempts == 1)
    #expect(simulation.commissioner.notices.established == nil)
    #expect(simulation.device.notices.established == nil)
  }

  @Test func twentyFailedAttemptsCloseTheWindowAndTheRightPasscodeComesTooLate() throws {
    let simulation = Simulation()
    try simulation.openWindow(seconds: 900)
    for attempt in 1...20 {
      simulation.pair(passcode: 20_202_022)
      simulation.run(seconds: 10)
      #expect(simulation.device.notices.failures.map(\.attempts).last == UInt8(attempt))
    }
    #expect(simulation.device.notices.windowClosures == [.attemptsExhausted])
    simulation.pair()
    simulation.run(seconds: 10)
    #expect(
      simulation.commissioner.notices.failures.last?.failure
        == .peerReported(generalCode: 1, protocolCode: 2))
    #expect(simulation.device.notices.established == nil)
  }

  @Test(arguments: 0..<7)
  func anyDatagramMayBeLostOnce(_ number: Int) throws {
    let simulation = Simulation(seed: UInt64(number) + 10)
    try simulation.openWindow()
    let first = simulation.wire.count
    simulation.faults = { $0.number == first + number ? [] : [$0] }
    simulation.pair()
    simulation.run(seconds: 20)
    #expect(simulation.commissioner.notices.establishedCount == 1)
    #expect(simulation.device.notices.establishedCount == 1)
    let lost = simulation.wire[first + number]
    let again = simulation.wire.dropFirst(first + number + 1).first {
      $0.toDevice == lost.toDevice && $0.bytes == lost.bytes
    }
    // The last datagram is an acknowledgement: that one is made anew, under a new counter.
    #expect((again == nil) == (number == 6))
  }

  @Test func anEncryptedMessageGoesEachWayAndTheSessionCloses() throws {
    let simulation = Simulation()
    try simulation.openWindow()
    simulation.pair()
    simulation.run(seconds: 10)
    let session = try #require(simulation.commissioner.notices.established)
    simulation.commissioner.order(
      .send(
        SendOrder(
          token: 7, session: session.session, exchange: nil, protocolID: 4, opcode: 1,
          isReliable: true, endsExchange: false,
          payload: try BoundedBytes(copying: Array("hello".utf8).span))))
    simulation.run(seconds: 1) { !simulation.device.notices.received.isEmpty }
    let request = try #require(simulation.device.notices.received.first)
    simulation.device.order(
      .send(
        SendOrder(
          token: 8, session: session.peerSession, exchange: request.exchange, protocolID: 4,
          opcode: 2, isReliable: true, endsExchange: true,
          payload: try BoundedBytes(copying: request.payload.span))))
    simulation.run(seconds: 5)
    let response = try #require(simulation.commissioner.notices.received.first)
    #expect(response.payload.array == Array("hello".utf8))
    #expect(simulation.commissioner.notices.deliveries(of: 7) == [.acknowledged])
    #expect(simulation.device.notices.deliveries(of: 8) == [.acknowledged])
    simulation.commissioner.order(.closeSession(session: session.session))
    simulation.run(seconds: 5)
    #expect(simulation.commissioner.notices.sessionClosures == [.commanded])
    #expect(simulation.device.notices.sessionClosures == [.peer])
  }
}
