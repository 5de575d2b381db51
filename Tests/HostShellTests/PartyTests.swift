import CoreDriver
import CoreEngines
import CoreSeam
import Glibc
import HostShell
import MatterBytes
import OperatingSystem
import Testing
import TraceFormat

struct PartyTests {
  private let loop = EventLoop()
  private let engine = ScriptedEngine()
  private let endpoint: UDPEndpoint
  private let party: Party
  private let recorder = RecordingObserver()

  init() throws {
    endpoint = try UDPEndpoint(.only(.loopback4(port: 0)), loop: loop)
    party = Party(
      name: "device", loop: loop, engine: engine, endpoint: endpoint,
      entropy: SeededEntropy(seed: 1, stream: 1))
    party.add(recorder)
  }

  /// Runs the loop for some microseconds.
  private func run(for time: UInt64) {
    loop.schedule(after: time) { [loop] in loop.stop() }
    loop.run()
  }

  @Test func ordersWaitForTheFirstEntropyAndFollowATimeEach() throws {
    party.order(.closeWindow)
    party.order(.closeSession(session: 1))
    party.start()
    #expect(engine.kinds == ["clock"])
    engine.client?.coreEmitted(.entropyWanted(130))
    #expect(
      engine.kinds
        == ["clock", "clock", "entropy 64", "entropy 64", "entropy 2"]
        + ["clock", "command", "clock", "command"])
    party.order(.closeWindow)
    #expect(engine.kinds.suffix(2) == ["clock", "command"])
  }

  @Test func timesNeverGoBack() throws {
    party.start()
    engine.client?.coreEmitted(.entropyWanted(1))
    for _ in 0..<100 { party.order(.closeWindow) }
    #expect(engine.times.count > 100)
    #expect(engine.times == engine.times.sorted())
  }

  @Test func aDeadlineIsAnsweredByATimeThatReachesIt() throws {
    party.start()
    let deadline = MonotonicClock.now() + 20_000
    engine.client?.coreEmitted(.deadline(deadline))
    run(for: 60_000)
    #expect(engine.kinds == ["clock", "clock"])
    #expect(try #require(engine.times.last) >= deadline)
  }

  @Test func aDeadlineThatIsPastIsAnsweredAtOnceAndOnce() throws {
    party.start()
    engine.client?.coreEmitted(.deadline(1))
    run(for: 20_000)
    #expect(engine.kinds == ["clock", "clock"])
  }

  @Test func aLaterDeadlineReplacesTheOneBefore() throws {
    party.start()
    engine.client?.coreEmitted(.deadline(MonotonicClock.now() + 5000))
    engine.client?.coreEmitted(.deadline(MonotonicClock.now() + 60_000_000))
    run(for: 20_000)
    engine.client?.coreEmitted(.deadline(MonotonicClock.now() + 5000))
    engine.client?.coreEmitted(.deadline(nil))
    run(for: 20_000)
    #expect(engine.kinds == ["clock"])
  }

  @Test func anIdlePartyDoesNotWakeUp() throws {
    party.start()
    engine.client?.coreEmitted(.deadline(MonotonicClock.now() + 60_000_000))
    let before = loop.wakeUps
    run(for: 300_000)
    #expect(loop.wakeUps == before + 1)
    #expect(engine.kinds == ["clock"])
  }

  @Test func observersSeeEveryEventInOrder() throws {
    party.start()
    engine.client?.coreEmitted(.entropyWanted(3))
    engine.client?.coreEmitted(.message(.notice(.inputRejected(.noWindow))))
    let inputs = recorder.events.compactMap { event -> InEvent? in
      if case .input(let input) = event.content { input } else { nil }
    }
    #expect(inputs == engine.events)
    #expect(recorder.events.count == engine.events.count + 2)
    #expect(recorder.events.map(\.time) == recorder.events.map(\.time).sorted())
    #expect(recorder.events[1].content == .output(.entropyWanted(3)))
  }

  @Test func datagramsPassBetweenTheWireAndTheCore() throws {
    party.start()
    let other = try UDPEndpoint(.only(.loopback4(port: 0)), loop: loop)
    var answers: [BoundedBytes<1232>] = []
    other.received = { bytes, _ in
      answers.append(bytes)
      loop.stop()
    }
    let bytes = try BoundedBytes<1232>(copying: ([1, 2, 3] as [UInt8]).span)
    engine.whenGiven = { [engine] event in
      // Sends back what came.
      guard case .message(.datagram(let datagram)) = event else { return }
      engine.client?.coreEmitted(.message(.datagram(datagram)))
    }
    try other.send(bytes, to: try #require(party.addresses.first))
    run(for: 2_000_000)
    #expect(answers == [bytes])
    #expect(engine.kinds == ["clock", "clock", "datagram"])
  }

  @Test func aCongestedCoreLosesDatagramsButNoOrder() throws {
    party.start()
    engine.client?.coreEmitted(.entropyWanted(1))
    engine.isCongested = true
    let given = engine.events.count
    let other = try UDPEndpoint(.only(.loopback4(port: 0)), loop: loop)
    for _ in 0..<5 { try other.send(BoundedBytes(), to: try #require(party.addresses.first)) }
    run(for: 50_000)
    #expect(party.counters.congestionDrops == 5)
    #expect(engine.events.count == given)
    party.order(.closeWindow)
    #expect(engine.kinds.suffix(2) == ["clock", "command"])
  }

  @Test func aCongestedCoreGetsItsTimeLater() throws {
    party.start()
    engine.isCongested = true
    engine.client?.coreEmitted(.deadline(1))
    run(for: 35_000)
    #expect(engine.kinds == ["clock"])
    engine.isCongested = false
    run(for: 35_000)
    #expect(engine.kinds == ["clock", "clock"])
  }

  @Test func aDatagramForAnUnknownPeerGoesNowhere() throws {
    party.start()
    let peer = PeerHandle(rawValue: 77)
    engine.client?.coreEmitted(
      .message(.datagram(Datagram(peer: peer, bytes: BoundedBytes()))))
    #expect(party.counters.unknownPeerDrops == 1)
  }

  @Test func whatTheSystemRefusesToSendIsCountedAndTold() throws {
    party.start()
    // The party has an IPv4 socket only.
    let peer = try #require(party.handle(for: .loopback6(port: 9)))
    engine.client?.coreEmitted(
      .message(.datagram(Datagram(peer: peer, bytes: BoundedBytes()))))
    #expect(party.counters.sendFailures == 1)
    #expect(recorder.refused == [.loopback6(port: 9)])
  }

  @Test func thePeerOfASessionIsNotForgotten() throws {
    party.start()
    let peer = try #require(party.handle(for: .loopback4(port: 9)))
    let session = EstablishedSession(
      session: 1, peerSession: 2, role: .responder, peer: peer,
      parameters: PeerParameters(
        idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
        activeThresholdMilliseconds: 4000))
    engine.client?.coreEmitted(.message(.notice(.sessionEstablished(session))))
    #expect(party.sessions == [1: session])
    for port in 1000..<2000 as Range<UInt16> { _ = party.handle(for: .loopback4(port: port)) }
    #expect(party.address(of: peer) == .loopback4(port: 9))
    engine.client?.coreEmitted(.message(.notice(.sessionClosed(session: 1, reason: .peer))))
    #expect(party.sessions.isEmpty)
    for port in 1000..<2000 as Range<UInt16> { _ = party.handle(for: .loopback4(port: port)) }
    #expect(party.address(of: peer) == nil)
  }

  @Test func thePeerOfAHandshakeIsNotForgottenUntilItEnds() throws {
    party.start()
    let peer = try #require(party.handle(for: .loopback4(port: 9)))
    engine.client?.coreEmitted(
      .message(
        .notice(.handshakeProgress(role: .responder, peer: peer, step: .requestAccepted))))
    for port in 1000..<2000 as Range<UInt16> { _ = party.handle(for: .loopback4(port: port)) }
    #expect(party.address(of: peer) == .loopback4(port: 9))
    engine.client?.coreEmitted(
      .message(
        .notice(
          .pairingFailed(
            role: .responder, peer: peer, failure: .wrongPasscode, failedAttempts: 1))))
    for port in 1000..<2000 as Range<UInt16> { _ = party.handle(for: .loopback4(port: port)) }
    #expect(party.address(of: peer) == nil)
  }

  @Test func aLostCoreTakesItsSessionsWithIt() throws {
    let application = RecordingApplication()
    party.application = application
    party.start()
    let session = EstablishedSession(
      session: 1, peerSession: 2, role: .responder, peer: PeerHandle(rawValue: 1),
      parameters: PeerParameters(
        idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
        activeThresholdMilliseconds: 4000))
    engine.client?.coreEmitted(.message(.notice(.sessionEstablished(session))))
    engine.client?.coreLost(.ended(.exited(status: 1), complaint: nil))
    #expect(application.closed == [session])
    #expect(party.sessions.isEmpty)
    let given = engine.events.count
    party.order(.closeWindow)
    #expect(engine.events.count == given)
  }
}
