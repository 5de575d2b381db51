import CoreDriver
import CoreEngines
import CoreSeam
import HostShell
import MatterBytes
import OperatingSystem
import Testing
import TraceFormat

struct EchoDeviceTests {
  private let loop = EventLoop()
  private let engine = ScriptedEngine()
  private let party: Party
  private let window: WindowOrder
  private let session = EstablishedSession(
    session: 7, peerSession: 8, role: .responder, peer: PeerHandle(rawValue: 1),
    parameters: PeerParameters(
      idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
      activeThresholdMilliseconds: 4000))

  init() throws {
    party = Party(
      name: "device", loop: loop, engine: engine,
      endpoint: try UDPEndpoint(.only(.loopback4(port: 0)), loop: loop))
    window = WindowOrder(
      secret: .passcode(20_202_021), iterations: 1000, salt: try BoundedBytes(zeros: 16),
      durationSeconds: 180)
  }

  private func start(_ service: EchoDevice.Service) -> EchoDevice {
    let device = EchoDevice(party: party, loop: loop, window: window, service: service)
    device.start(.standard(reportsMessages: false))
    engine.client?.coreEmitted(.entropyWanted(1))
    tell(.windowOpened(untilMicroseconds: 1))
    return device
  }

  private func tell(_ notice: Notice) {
    engine.client?.coreEmitted(.message(.notice(notice)))
  }

  private var orders: [Command] {
    engine.events.compactMap {
      if case .message(.command(let command)) = $0 { command } else { nil }
    }
  }

  @Test func itConfiguresAndOpensTheWindow() {
    _ = start(.continuous)
    #expect(orders == [.configure(.standard(reportsMessages: false)), .openWindow(window)])
  }

  @Test func afterASessionItOpensTheWindowAgain() {
    let device = start(.continuous)
    tell(.sessionEstablished(session))
    tell(.windowClosed(.sessionEstablished))
    #expect(orders.suffix(1) == [.openWindow(window)])
    #expect(orders.count == 3)
    #expect(device.session == session)
  }

  @Test(arguments: [WindowClosure.timeout, .attemptsExhausted])
  func aWindowThatClosedOtherwiseStaysClosed(reason: WindowClosure) {
    let device = start(.continuous)
    device.ended = { _ in Issue.record("a continuous device serves on") }
    tell(.windowClosed(reason))
    #expect(orders.count == 2)
  }

  @Test(arguments: [WindowClosure.timeout, .attemptsExhausted])
  func onceEndsWhenTheWindowClosesWithoutASession(reason: WindowClosure) {
    let device = start(.oneSession)
    var endings: [EchoDevice.Ending] = []
    device.ended = { endings.append($0) }
    tell(.windowClosed(reason))
    #expect(endings == [.windowClosed(reason)])
  }

  @Test func onceEndsWithItsSessionAndNotBefore() {
    let device = start(.oneSession)
    var endings: [EchoDevice.Ending] = []
    device.ended = { endings.append($0) }
    tell(.sessionEstablished(session))
    tell(.windowClosed(.sessionEstablished))
    #expect(orders.count == 2)
    #expect(endings.isEmpty)
    tell(.sessionClosed(session: 7, reason: .peer))
    #expect(endings == [.served(session, .peer)])
  }

  @Test func aRefusedWindowEndsIt() {
    let device = EchoDevice(party: party, loop: loop, window: window, service: .continuous)
    var endings: [EchoDevice.Ending] = []
    device.ended = { endings.append($0) }
    device.start(.standard(reportsMessages: false))
    tell(.inputRejected(.invalidSalt))
    #expect(endings == [.refused(.invalidSalt)])
  }

  @Test func anEchoRequestIsAnsweredOnItsExchange() throws {
    let device = start(.continuous)
    tell(.sessionEstablished(session))
    let exchange = ExchangeReference(id: 99, role: .responder)
    tell(.messageReceived(try message(opcode: 1, length: 1178, on: exchange)))
    guard case .send(let order) = orders.last else {
      Issue.record("no answer")
      return
    }
    #expect(order.session == 7)
    #expect(order.exchange == exchange)
    #expect(order.protocolID == 4)
    #expect(order.opcode == 2)
    #expect(order.payload.count == 1178)
    #expect(order.isReliable)
    #expect(order.endsExchange)
    withExtendedLifetime(device) {}
  }

  @Test(arguments: [(UInt32(4), UInt8(2), 5), (1, 1, 5), (4, 1, 1179)])
  func otherMessagesAreNotAnswered(protocolID: UInt32, opcode: UInt8, length: Int) throws {
    let device = start(.continuous)
    let exchange = ExchangeReference(id: 99, role: .responder)
    var message = try message(opcode: opcode, length: length, on: exchange)
    message.protocolID = protocolID
    tell(.messageReceived(message))
    #expect(orders.count == 2)
    withExtendedLifetime(device) {}
  }

  @Test func stoppingClosesEverySessionFirst() {
    let device = start(.continuous)
    var endings: [EchoDevice.Ending] = []
    device.ended = { endings.append($0) }
    var other = session
    other.session = 9
    tell(.sessionEstablished(session))
    tell(.sessionEstablished(other))
    device.stop()
    #expect(orders.suffix(2) == [.closeSession(session: 7), .closeSession(session: 9)])
    tell(.sessionClosed(session: 7, reason: .commanded))
    #expect(endings.isEmpty)
    tell(.sessionClosed(session: 9, reason: .commanded))
    #expect(endings == [.stopped])
  }

  @Test func aCoreThatDoesNotCloseItsSessionsIsNotWaitedForLong() {
    let device = start(.continuous)
    device.ended = { [loop] _ in loop.stop() }
    tell(.sessionEstablished(session))
    device.stop()
    loop.run()
  }

  private func message(
    opcode: UInt8, length: Int, on exchange: ExchangeReference
  ) throws -> ReceivedMessage {
    ReceivedMessage(
      session: 7, exchange: exchange, protocolID: 4, opcode: opcode,
      payload: try BoundedBytes(zeros: length))
  }
}
