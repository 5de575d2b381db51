import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// Every input that the core refuses: with its reason, and without a trace in the state.
@Suite struct RejectionTests {
  /// An input that is refused.
  struct Refused {
    let reason: InputRejection
    let input: InEvent
    /// What has to be in place for that reason to be the one.
    var setUp: (SecurePeer) throws -> Void = { _ in }

    static func command(
      _ reason: InputRejection, _ command: Command,
      after setUp: @escaping (SecurePeer) throws -> Void = { _ in }
    ) -> Refused {
      Refused(reason: reason, input: .message(.command(command)), setUp: setUp)
    }
  }

  private static func window(
    iterations: UInt32 = 1000, salt: Int = 16, seconds: UInt16 = 180,
    secret: WindowSecret = .passcode(Simulation.passcode)
  ) throws -> Command {
    .openWindow(
      WindowOrder(
        secret: secret, iterations: iterations, salt: try BoundedBytes(zeros: salt),
        durationSeconds: seconds))
  }

  private static func configuration(idle: UInt32, active: UInt32) -> Command {
    var configuration = Simulation.configuration
    configuration.idleIntervalMilliseconds = idle
    configuration.activeIntervalMilliseconds = active
    return .configure(configuration)
  }

  private static func send(
    session: UInt16, exchange: ExchangeReference? = nil, protocolID: UInt16 = 4
  ) -> Command {
    .send(
      SendOrder(
        token: 1, session: session, exchange: exchange, protocolID: protocolID, opcode: 1,
        isReliable: true, endsExchange: false, payload: BoundedBytes()))
  }

  /// The session of every run here: the seed is the same.
  private static func session() throws -> UInt16 {
    try SecurePeer.pairedWithDevice().nodeSession
  }

  private static func refused() throws -> [Refused] {
    let session = try session()
    let passcodes: [UInt32] = [
      0, 99_999_999, .max, 11_111_111, 22_222_222, 33_333_333, 44_444_444, 55_555_555, 66_666_666,
      77_777_777, 88_888_888, 12_345_678, 87_654_321,
    ]
    var list: [Refused] = [
      Refused(reason: .clockWentBack, input: .clock(TimedNode.start - 1))
    ]
    for (idle, active) in [(0, 300), (500, 0), (3_600_001, 300), (500, 3_600_001)] {
      list.append(
        .command(
          .invalidConfiguration, configuration(idle: UInt32(idle), active: UInt32(active))))
    }
    for passcode in passcodes {
      list.append(.command(.invalidPasscode, try window(secret: .passcode(passcode))))
      list.append(
        .command(
          .invalidPasscode,
          .pair(PairOrder(peer: PeerHandle(rawValue: 1), passcode: passcode))))
    }
    for size in [0, 96, 97] {
      list.append(
        .command(
          .invalidVerifier, try window(secret: .verifier(try BoundedBytes(zeros: size)))))
    }
    for iterations in [0, 999, 100_001, .max] as [UInt32] {
      list.append(.command(.invalidIterations, try window(iterations: iterations)))
    }
    for size in [0, 15] { list.append(.command(.invalidSalt, try window(salt: size))) }
    for seconds in [0, 179, 901, .max] as [UInt16] {
      list.append(.command(.invalidDuration, try window(seconds: seconds)))
    }
    let busy = ExchangeReference(id: 0, role: .initiator)
    list += [
      .command(.noWindow, .closeWindow),
      .command(
        .pairingInProgress,
        .pair(PairOrder(peer: PeerHandle(rawValue: 1), passcode: Simulation.passcode)),
        after: {
          $0.timed.order(
            .pair(PairOrder(peer: PeerHandle(rawValue: 1), passcode: Simulation.passcode)))
        }),
      .command(.unknownSession, .closeSession(session: 0)),
      .command(.unknownSession, .closeSession(session: session ^ 1)),
      .command(.unknownSession, send(session: 0)),
      .command(.unknownSession, send(session: session ^ 1)),
      .command(.unknownExchange, send(session: session, exchange: busy)),
      .command(.reservedProtocol, send(session: session, protocolID: 0)),
      .command(
        .noFreeExchange, send(session: session),
        after: { for token in 0..<8 as Range<UInt32> { try $0.order(token: token) } }),
    ]
    return list
  }

  /// All that a node emits after the refused input, or at the same place without it.
  private func rest(of refused: Refused, isGiven: Bool) throws -> [OutEvent] {
    let peer = try SecurePeer.pairedWithDevice()
    try refused.setUp(peer)
    _ = peer.timed.takeSent()
    if isGiven {
      let before = peer.timed.node.outputs.count
      peer.timed.node.give(refused.input)
      #expect(
        Array(peer.timed.node.outputs[before...])
          == [.message(.notice(.inputRejected(refused.reason)))],
        "\(refused.reason)")
    }
    let start = peer.timed.node.outputs.count
    peer.timed.pass(milliseconds: 70)
    try peer.send(peer.message())
    try peer.order(token: 77)
    try peer.timed.openWindow()
    try ScriptedCommissioner(peer.timed, ephemeralNodeID: 0x31, counter: 1).request()
    peer.timed.pass(milliseconds: 5000)
    peer.timed.order(.closeSession(session: peer.nodeSession))
    return Array(peer.timed.node.outputs[start...])
  }

  @Test func everyRefusalHasItsReasonAndLeavesNoTrace() throws {
    for refused in try Self.refused() {
      let with = try rest(of: refused, isGiven: true)
      let without = try rest(of: refused, isGiven: false)
      let isSame = with == without
      #expect(isSame, "\(refused.reason)")
    }
  }

  @Test func everyReasonIsProvoked() throws {
    // The other three have tests of their own below.
    let own: [InputRejection] = [.clockMissing, .exchangeBusy, .entropyPoolFull]
    let provoked = try Self.refused().map(\.reason)
    for reason in InputRejection.allCases where !own.contains(reason) {
      #expect(provoked.contains(reason), "\(reason)")
    }
  }

  @Test func ofEntropyThatDoesNotFitThePoolKeepsWhatFits() throws {
    let node = SimulatedNode(seed: 1)
    node.givesEntropy = false
    let bytes = try BoundedBytes<64>(zeros: 64)
    for _ in 0..<4 { node.give(.entropy(bytes)) }
    #expect(node.notices.isEmpty)
    node.give(.entropy(bytes))
    #expect(node.notices.rejections == [.entropyPoolFull])
  }

  @Test func anExchangeThatWaitsForItsAcknowledgementIsBusy() throws {
    let peer = try SecurePeer.pairedWithDevice()
    try peer.take()
    let message = try peer.orderAndTake()
    let reference = ExchangeReference(id: message.exchange.exchangeID, role: .initiator)
    try peer.order(token: 2, exchange: reference)
    #expect(peer.timed.notices.rejections == [.exchangeBusy])
    try peer.order(
      token: 3, exchange: ExchangeReference(id: reference.id, role: .responder))
    #expect(peer.timed.notices.rejections == [.exchangeBusy, .unknownExchange])
    #expect(try peer.take().isEmpty)
    try peer.acknowledge(
      message.counter, isInitiator: false, exchange: reference.id)
    try peer.order(token: 4, exchange: reference)
    #expect(try peer.take().count == 1)
  }

  @Test func whatComesBeforeTheClockIsRefused() throws {
    let node = SimulatedNode(seed: 1)
    node.order(.closeWindow)
    try node.receive([1, 2, 3], from: 1)
    #expect(node.notices.rejections == [.clockMissing, .clockMissing])
    #expect(node.datagrams.isEmpty)
  }

  @Test func theSameTimeTwiceIsNoStepBack() {
    let node = SimulatedNode(seed: 1)
    node.tick(5)
    node.tick(5)
    node.tick(4)
    node.tick(5)
    #expect(node.notices.rejections == [.clockWentBack])
  }

  @Test func theEndsOfEveryRangeAreAccepted() throws {
    for (iterations, salt, seconds) in [(1000, 16, 180), (1000, 32, 900)] {
      let timed = TimedNode()
      timed.order(
        try Self.window(
          iterations: UInt32(iterations), salt: salt, seconds: UInt16(seconds)))
      timed.finishDerivations()
      #expect(
        timed.notices.contains(
          .windowOpened(untilMicroseconds: timed.now + UInt64(seconds) * 1_000_000)))
      timed.order(Self.configuration(idle: 1, active: 3_600_000))
      timed.order(Self.configuration(idle: 3_600_000, active: 1))
      #expect(timed.notices.rejections.isEmpty)
    }
  }

  @Test func aVerifierOpensTheWindowAtOnceAndPairs() throws {
    let timed = TimedNode()
    let secrets = try Secrets.derive(
      passcode: Simulation.passcode, iterations: 1000, salt: Simulation.salt)
    let serialized = secrets.verifier().serialized()
    let saltBytes = Simulation.salt
    let verifier = try BoundedBytes<97>(copying: serialized.span)
    let salt = try BoundedBytes<32>(copying: saltBytes.span)
    timed.order(
      .openWindow(
        WindowOrder(
          secret: .verifier(verifier), iterations: 1000, salt: salt, durationSeconds: 180)))
    #expect(
      timed.notices == [.windowOpened(untilMicroseconds: timed.now + 180_000_000)])
    _ = try ScriptedCommissioner(timed).complete()
  }

  @Test func anotherWindowReplacesTheOneThatIsOpen() throws {
    let timed = TimedNode()
    try timed.openWindow(passcode: 20_202_022)
    let early = ScriptedCommissioner(timed)
    try early.proceedToResponse()
    try timed.openWindow()
    #expect(timed.notices.windowClosures == [.commanded])
    #expect(timed.notices.failures.map(\.failure) == [.windowClosed])
    #expect(try early.take().map(\.report) == [.invalidParameter])
    _ = try ScriptedCommissioner(timed, ephemeralNodeID: 9, counter: 1).complete()
  }

  @Test func aWindowIsClosedBeforeItIsReady() throws {
    let timed = TimedNode()
    timed.order(try TimedNode.window(iterations: 100_000))
    timed.order(.closeWindow)
    #expect(timed.notices.windowClosures == [.commanded])
    #expect(timed.node.deadline == nil)
  }
}
