import CoreDriver
import CoreEngines
import CoreSeam
import HostShell
import MatterBytes
import OperatingSystem
import Testing
import TraceFormat

struct EchoCommissionerTests {
  private let loop = EventLoop()
  private let engine = ScriptedEngine()
  private let party: Party
  private let exchange = ExchangeReference(id: 5, role: .initiator)
  private let session = EstablishedSession(
    session: 7, peerSession: 8, role: .initiator, peer: PeerHandle(rawValue: 1),
    parameters: PeerParameters(
      idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
      activeThresholdMilliseconds: 4000))

  init() throws {
    party = Party(
      name: "commissioner", loop: loop, engine: engine,
      endpoint: try UDPEndpoint(.only(.loopback4(port: 0)), loop: loop))
  }

  /// Keeps what a commissioner ended with.
  private final class Ends {
    var results: [Result<EstablishedSession, CommissioningFailure>] = []
  }

  private func start(
    _ texts: [String] = [], within seconds: UInt32 = 60
  ) throws -> (EchoCommissioner, Ends) {
    let payloads = try texts.map { try BoundedBytes<1178>(copying: Array($0.utf8).span) }
    let commissioner = EchoCommissioner(party: party, loop: loop, payloads: payloads)
    let ends = Ends()
    commissioner.ended = { [loop] in
      ends.results.append($0)
      loop.stop()
    }
    commissioner.start(.standard(reportsMessages: false))
    engine.client?.coreEmitted(.entropyWanted(1))
    commissioner.pair(with: .loopback4(port: 9), passcode: 1, within: seconds)
    return (commissioner, ends)
  }

  private func tell(_ notice: Notice) {
    engine.client?.coreEmitted(.message(.notice(notice)))
  }

  private func answer(_ text: String) throws {
    tell(
      .messageReceived(
        ReceivedMessage(
          session: 7, exchange: exchange, protocolID: 4, opcode: 2,
          payload: try BoundedBytes(copying: Array(text.utf8).span))))
  }

  private var orders: [Command] {
    engine.events.compactMap {
      if case .message(.command(let command)) = $0 { command } else { nil }
    }
  }

  private var sends: [SendOrder] {
    orders.compactMap { if case .send(let order) = $0 { order } else { nil } }
  }

  @Test func withoutMessagesItPairsAndCloses() throws {
    let (commissioner, ends) = try start()
    tell(.sessionEstablished(session))
    #expect(orders.last == .closeSession(session: 7))
    #expect(ends.results.isEmpty)
    tell(.sessionClosed(session: 7, reason: .commanded))
    #expect(ends.results == [.success(session)])
    withExtendedLifetime(commissioner) {}
  }

  @Test func eachMessageWaitsForTheAnswerToTheOneBefore() throws {
    let (commissioner, ends) = try start(["one", "two"])
    tell(.sessionEstablished(session))
    #expect(sends.count == 1)
    #expect(sends[0].exchange == nil)
    try answer("one")
    #expect(sends.count == 2)
    #expect(sends[1].exchange == nil)
    #expect(sends[1].token != sends[0].token)
    try answer("two")
    tell(.sessionClosed(session: 7, reason: .commanded))
    #expect(ends.results == [.success(session)])
    withExtendedLifetime(commissioner) {}
  }

  @Test func anAnswerThatDiffersIsAFailure() throws {
    let (commissioner, ends) = try start(["one"])
    tell(.sessionEstablished(session))
    try answer("One")
    #expect(orders.last == .closeSession(session: 7))
    tell(.sessionClosed(session: 7, reason: .commanded))
    #expect(ends.results == [.failure(.alteredAnswer)])
    withExtendedLifetime(commissioner) {}
  }

  @Test func anUndeliveredMessageIsAFailure() throws {
    let (commissioner, ends) = try start(["one"])
    tell(.sessionEstablished(session))
    tell(.delivery(token: 1, exchange: exchange, outcome: .unacknowledged))
    tell(.sessionClosed(session: 7, reason: .commanded))
    #expect(ends.results == [.failure(.undelivered(.unacknowledged))])
    withExtendedLifetime(commissioner) {}
  }

  @Test func aSessionThatThePeerClosesEarlyIsAFailure() throws {
    let (commissioner, ends) = try start(["one"])
    tell(.sessionEstablished(session))
    tell(.sessionClosed(session: 7, reason: .peer))
    #expect(ends.results == [.failure(.sessionEnded(.peer))])
    withExtendedLifetime(commissioner) {}
  }

  @Test func aFailedHandshakeIsTheReason() throws {
    let (commissioner, ends) = try start()
    tell(
      .pairingFailed(
        role: .initiator, peer: PeerHandle(rawValue: 1), failure: .wrongPasscode,
        failedAttempts: 0))
    #expect(ends.results == [.failure(.pairing(.wrongPasscode))])
    withExtendedLifetime(commissioner) {}
  }

  @Test func aRejectedOrderIsTheReasonAndAFullPoolIsNone() throws {
    let (commissioner, ends) = try start()
    tell(.inputRejected(.entropyPoolFull))
    #expect(ends.results.isEmpty)
    tell(.inputRejected(.pairingInProgress))
    #expect(ends.results == [.failure(.rejected(.pairingInProgress))])
    withExtendedLifetime(commissioner) {}
  }

  @Test func theTimeThatAllMayTakeEndsIt() throws {
    let (commissioner, ends) = try start(within: 1)
    loop.run()
    #expect(ends.results == [.failure(.timeout(seconds: 1))])
    withExtendedLifetime(commissioner) {}
  }

  @Test func aLostCoreIsTheReason() throws {
    let (commissioner, ends) = try start(["one"])
    tell(.sessionEstablished(session))
    let loss = CoreLoss.ended(.killed(signal: 11), complaint: nil)
    engine.client?.coreLost(loss)
    #expect(ends.results == [.failure(.coreLost(loss, closing: [session]))])
    withExtendedLifetime(commissioner) {}
  }

  @Test func onlyOneEndIsTold() throws {
    let (commissioner, ends) = try start()
    commissioner.stop()
    commissioner.stop()
    tell(
      .pairingFailed(
        role: .initiator, peer: PeerHandle(rawValue: 1), failure: .wrongPasscode,
        failedAttempts: 0))
    #expect(ends.results == [.failure(.interrupted)])
    withExtendedLifetime(commissioner) {}
  }
}
