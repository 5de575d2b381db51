import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// What earlier events leave behind for later ones, and what they must not.
@Suite struct StateOverTimeTests {
  // MARK: The window

  /// How a window is opened.
  enum Opening: CaseIterable {
    case passcode
    case verifier
  }

  private func open(_ opening: Opening, of timed: TimedNode) throws {
    switch opening {
    case .passcode: try timed.openWindow(seconds: 900)
    case .verifier:
      let secrets = try Secrets.derive(
        passcode: Simulation.passcode, iterations: 1000, salt: Simulation.salt)
      let salt = Simulation.salt
      let bytes = [UInt8](inline: secrets.verifier().serialized())
      timed.order(
        .openWindow(
          WindowOrder(
            secret: .verifier(try BoundedBytes(copying: bytes.span)), iterations: 1000,
            salt: try BoundedBytes(copying: salt.span), durationSeconds: 900)))
    }
  }

  /// A handshake that fails, and counts as a guess.
  private func fail(_ number: Int, at timed: TimedNode) throws {
    let peer = ScriptedCommissioner(timed, ephemeralNodeID: UInt64(number))
    try peer.proceedToResponse()
    try peer.send(.pake3)
    try peer.take()
    try peer.acknowledge()
  }

  @Test(arguments: Opening.allCases, Opening.allCases)
  func aWindowThatOpensAgainCountsFromZero(_ first: Opening, _ second: Opening) throws {
    for isClosedBetween in [false, true] {
      let timed = TimedNode()
      try open(first, of: timed)
      for number in 1...19 { try fail(number, at: timed) }
      #expect(timed.notices.failures.map(\.attempts) == Array(1...19))
      if isClosedBetween { timed.order(.closeWindow) }
      try open(second, of: timed)
      for number in 20...38 { try fail(number, at: timed) }
      #expect(timed.notices.failures.suffix(19).map(\.attempts) == Array(1...19))
      #expect(timed.notices.windowClosures == [.commanded])
    }
  }

  // MARK: The clock

  @Test func aRejectedClockLeavesTheTimeAsItWas() throws {
    let timed = TimedNode()
    try timed.openWindow()
    timed.pass(milliseconds: 500)
    for back in [400_000, 1] as [UInt64] {
      timed.node.tick(timed.now - back)
      #expect(timed.notices.rejections.last == .clockWentBack)
    }
    #expect(timed.notices.rejections.count == 2)
    let peer = ScriptedCommissioner(timed)
    try peer.request()
    let sent = try #require(timed.takeSent().last)
    let deadline = try #require(timed.node.deadline)
    #expect(deadline - sent.time >= 330_000)
    timed.node.tick(deadline - 1)
    #expect(timed.node.unsent.isEmpty)
    timed.node.tick(deadline - 2)
    #expect(timed.notices.rejections.count == 3)
    timed.node.tick(deadline)
    #expect(timed.node.unsent.map(\.bytes.array) == [sent.bytes])
  }

  // MARK: Intervals

  @Test(
    arguments: [
      (3_599_999, 3_599_999), (3_600_000, 3_600_000), (3_600_001, 3_600_000), (.max, 3_600_000),
    ] as [(UInt32, UInt32)])
  func noIntervalOfAPeerCountsAsMoreThanAnHour(_ announced: UInt32, _ used: UInt32) throws {
    let parameters = SessionParameters(
      idleIntervalMilliseconds: announced, activeIntervalMilliseconds: announced)
    let timed = TimedNode()
    try timed.openWindow()
    let commissioner = ScriptedCommissioner(timed)
    try commissioner.request(sessionParameters: parameters)
    try commissioner.takeResponse()
    try commissioner.pake1()
    try #require(try commissioner.takePake2())
    try commissioner.pake3()
    try commissioner.take()
    try commissioner.acknowledge()
    let atDevice = try #require(timed.notices.established).parameters
    #expect(atDevice.idleIntervalMilliseconds == used)
    #expect(atDevice.activeIntervalMilliseconds == used)
    // The session waits as long: an active peer is waited for by the active interval.
    try commissioner.securePeer().order()
    let wait = try #require(timed.node.deadline) - timed.now
    #expect(wait >= UInt64(used) * 1100)
    #expect(wait <= UInt64(used) * 1376)

    let device = try ScriptedDevice(pairing: TimedNode())
    try device.respond(.init(sessionParameters: parameters))
    device.timed.finishDerivations()
    try device.take()
    try device.send(.pake2, try device.pake2Bytes())
    try device.take()
    try device.report(.sessionEstablishmentSuccess)
    let atCommissioner = try #require(device.timed.notices.established).parameters
    #expect(atCommissioner.idleIntervalMilliseconds == used)
    #expect(atCommissioner.activeIntervalMilliseconds == used)
  }

  @Test(arguments: [(2000, 300), (300, 2000)] as [(UInt32, UInt32)])
  func aSecondHandshakeUnderTheSameIdHasIntervalsOfItsOwn(
    _ first: UInt32, _ second: UInt32
  ) throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peer = ScriptedCommissioner(timed)
    for interval in [first, second] {
      peer.exchange += 1
      try peer.request(
        sessionParameters: SessionParameters(activeIntervalMilliseconds: interval))
      try peer.take()
      let wait = try #require(timed.node.deadline) - timed.now
      #expect(wait >= UInt64(interval) * 1100)
      #expect(wait <= UInt64(interval) * 1376)
      try peer.report(.invalidParameter)
      try peer.take()
    }
  }

  // MARK: Unsecured sessions

  @Test func theUnsecuredSessionThatWasQuietForLongestMakesRoom() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let peers = (1...12).map {
      ScriptedCommissioner(timed, ephemeralNodeID: UInt64($0), counter: UInt32($0) * 100)
    }
    for peer in peers {
      timed.tick(afterMicroseconds: 1000)
      try peer.proceedToResponse()
      try peer.report(.invalidParameter)
      try peer.take()
    }
    // Used once more in another order: the eighth is then the one that was quiet for longest.
    let order = [7, 11, 3, 0, 9, 5, 1, 10, 6, 2, 8, 4]
    var late: [Int: WireMessage] = [:]
    for index in order {
      timed.tick(afterMicroseconds: 1000)
      late[index] = try peers[index].send(.pake3, acknowledging: .nothing)
      try peers[index].take()
    }
    for (replaced, gone) in order.prefix(3).enumerated() {
      timed.tick(afterMicroseconds: 1000)
      let newcomer = ScriptedCommissioner(timed, ephemeralNodeID: 100 + UInt64(replaced))
      try newcomer.proceedToResponse()
      try newcomer.report(.invalidParameter)
      try newcomer.take()
      for index in order {
        try peers[index].send(try #require(late[index]))
        let isGone = order.prefix(replaced + 1).contains(index)
        #expect(
          timed.notices.reports.dropLast().last?.fate
            == (isGone ? .dropped(.notListening) : .duplicate), "peer \(index), without \(gone)")
      }
    }
  }

  @Test func aHandshakeAnswersWhereItsPeerIsNow() throws {
    let timed = TimedNode()
    try timed.openWindow()
    let commissioner = ScriptedCommissioner(timed)
    try commissioner.proceedToResponse()
    let pake1 = Pake1(pA: GeneratorPoint.encoded)
    let moved = commissioner.message(
      SecureChannelOpcode.pake1.rawValue, try ScriptedCommissioner.bytes(of: pake1))
    try timed.deliver(moved.unsecuredBytes, from: 99)
    let answer = try #require(timed.takeSent().last)
    #expect(try WireMessage(unsecured: answer.bytes).opcode == .pake2)
    #expect(answer.peer == 99)
    timed.pass(milliseconds: 500)
    #expect(timed.takeSent().map(\.peer) == [99])

    let device = try ScriptedDevice(pairing: TimedNode())
    try device.proceedToPake1()
    let pake2 = device.message(SecureChannelOpcode.pake2.rawValue, try device.pake2Bytes())
    try device.timed.deliver(pake2.unsecuredBytes, from: 98)
    let pake3 = try #require(device.timed.takeSent().last)
    #expect(try WireMessage(unsecured: pake3.bytes).opcode == .pake3)
    #expect(pake3.peer == 98)
  }
}
