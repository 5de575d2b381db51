import CoreDriver
import CoreSeam
import HostShell
import MatterBytes
import MatterWire
import TraceFormat

extension HostileScenarios {
  func commandsRefused() throws {
    let early = Stage("device without a clock", in: recording, stream: 1, start: nil)
    early.order(.closeWindow)
    early.deliver([4, 0, 0, 0], from: 50_001)

    let stage = Stage("device", in: recording, stream: 2)
    for (idle, active) in [(0, 300), (500, 0), (3_600_001, 300), (500, 3_600_001), (3_600_000, 1)]
      as [(UInt32, UInt32)]
    {
      var configuration = NodeConfiguration.standard(reportsMessages: true)
      configuration.idleIntervalMilliseconds = idle
      configuration.activeIntervalMilliseconds = active
      stage.order(.configure(configuration))
    }
    stage.order(.configure(.standard(reportsMessages: false)))
    stage.deliver([4, 0, 0, 0], from: 50_001)
    stage.order(.configure(.standard(reportsMessages: true)))
    try windows(on: stage)
    pairings(on: stage)
    try messages(on: stage)
  }

  private func windows(on stage: Stage) throws {
    stage.order(.closeWindow)
    for seconds in [0, 179, 901] as [UInt16] { stage.order(Stage.window(seconds: seconds)) }
    for iterations in [999, 100_001] as [UInt32] {
      stage.order(Stage.window(iterations: iterations))
    }
    stage.order(Stage.window(salt: [UInt8](repeating: 1, count: 15)))
    for passcode in [0, 99_999_999, 11_111_111, 12_345_678] as [UInt32] {
      stage.order(Stage.window(passcode: passcode))
    }
    // One window takes the place of the other, whether that is open yet or not.
    for salt in [16, 32] {
      stage.order(
        Stage.window(seconds: 180, iterations: 5000, salt: [UInt8](repeating: 1, count: salt)))
      stage.tick(afterMicroseconds: 1)
    }
    let good = try PASEContext.verifier()
    let verifiers: [[UInt8]] = [
      [], Array(good.dropLast()), [UInt8](repeating: 0xFF, count: 32) + good[32...],
      good[..<96] + [good[96] ^ 1], Array(good[..<32]) + [2] + good[33...],
      good[..<33] + [UInt8](repeating: 0xFF, count: 32) + good[65...],
      good[..<65] + [UInt8](repeating: 0xFF, count: 32), good,
    ]
    for verifier in verifiers {
      stage.order(
        .openWindow(
          WindowOrder(
            secret: .verifier(bounded(verifier)), iterations: 1000, salt: bounded(Stage.salt),
            durationSeconds: 900)))
    }
    stage.openWindow()
  }

  private func pairings(on stage: Stage) {
    let peer = PeerHandle(rawValue: 50_001)
    stage.party.peers[50_001] = .loopback6(port: 50_001)
    for passcode in [0, 99_999_999, 87_654_321, 20_202_021, 20_202_021] as [UInt32] {
      stage.order(.pair(PairOrder(peer: peer, passcode: passcode)))
    }
  }

  private func messages(on stage: Stage) throws {
    let secure = try HostileCommissioner(stage).complete()
    secure.order(protocolID: 0)
    stage.order(.closeSession(session: secure.coreSession ^ 1))
    stage.order(
      .send(
        SendOrder(
          token: 1, session: secure.coreSession ^ 1, exchange: nil, protocolID: 4, opcode: 1,
          isReliable: true, endsExchange: false, payload: bounded([]))))
    secure.send(secure.message())
    let known = ExchangeReference(id: secure.exchange, role: .responder)
    secure.order(token: 2, exchange: ExchangeReference(id: secure.exchange ^ 1, role: .responder))
    secure.order(token: 3, exchange: ExchangeReference(id: secure.exchange, role: .initiator))
    secure.order(token: 4, exchange: known)
    secure.order(token: 5, exchange: known)
    if let message = try secure.take().last { secure.acknowledge(message) }
    secure.order(token: 6, exchange: known, isReliable: false)
    secure.order(token: 7, exchange: known, isReliable: false, endsExchange: true)
    secure.order(token: 8)
    secure.order(token: 9, endsExchange: true)
    secure.send(secure.message())
    stage.order(.closeSession(session: secure.coreSession))
  }
}
