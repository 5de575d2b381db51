import CoreSeam
import MatterBytes
import MatterWire

extension HostileScenarios {
  func fullTables() throws {
    let stage = Stage("device", in: recording, stream: 1)
    try fullOfExchanges(stage)
    try fullOfSessions(stage)
  }

  private func openByVerifier(_ stage: Stage) throws {
    stage.order(
      .openWindow(
        WindowOrder(
          secret: .verifier(bounded(try PASEContext.verifier())),
          iterations: 1000, salt: bounded(Stage.salt), durationSeconds: 900)))
  }

  private func fullOfExchanges(_ stage: Stage) throws {
    try openByVerifier(stage)
    let peer = try HostileCommissioner(stage).complete()
    stage.pass(milliseconds: 500)
    // Exchanges that only owe acknowledgements make room, the one that is quiet for longest first.
    for _ in 0..<8 {
      peer.exchange += 1
      peer.send(peer.message())
      stage.pass(milliseconds: 10)
    }
    peer.exchange -= 7
    peer.send(peer.message())
    peer.exchange += 8
    for _ in 0..<3 {
      peer.exchange += 1
      peer.send(peer.message())
    }
    stage.pass(milliseconds: 300)
    stage.take()
    // Exchanges with a message under way do not.
    let known = peer.message()
    peer.send(known)
    peer.order(token: 10, exchange: ExchangeReference(id: peer.exchange, role: .responder))
    for token in 1...9 as ClosedRange<UInt32> { peer.order(token: token) }
    peer.send(peer.message())
    let sent = try peer.take()
    peer.exchange += 1
    peer.send(peer.message())
    peer.send(peer.message(isInitiator: false))
    peer.send(peer.message(0x30, protocolID: .secureChannel))
    if let first = sent.first {
      var answer = peer.message(isInitiator: false)
      answer.exchange.exchangeID = first.exchange.exchangeID
      peer.send(answer)
    }
    try openByVerifier(stage)
    HostileCommissioner(stage, port: 50_900, ephemeralNodeID: 900).request()
    stage.order(
      .pair(PairOrder(peer: PeerHandle(rawValue: 50_008), passcode: SimulatedRun.passcode)))
    for message in sent { peer.acknowledge(message) }
    // Nor does one on which a handshake runs, though the commissioner has acknowledged all.
    let other = HostileCommissioner(stage, port: 50_901, ephemeralNodeID: 901)
    try other.proceedToResponse()
    other.acknowledge()
    peer.exchange += 1
    peer.send(peer.message())
    other.report(.invalidParameter)
    stage.pass(milliseconds: 500)
  }

  private func fullOfSessions(_ stage: Stage) throws {
    var peers: [SecurePeer] = []
    for number in 0..<20 as Range<UInt16> {
      // Two of them at the same time.
      if number != 3 { stage.pass(milliseconds: 100) }
      try openByVerifier(stage)
      let commissioner = HostileCommissioner(
        stage, port: 51_000 + number, ephemeralNodeID: UInt64(number + 1), exchange: number)
      if number % 5 == 4 {
        // Its last message is not acknowledged: the exchange keeps the unsecured session.
        try commissioner.proceedToPake2()
        commissioner.pake3()
        peers.append(try commissioner.securePeer())
      } else {
        peers.append(try commissioner.complete())
      }
      // The oldest ones stay: one speaks, the other has a message under way.
      if number > 0, let first = peers.first { first.send(first.message()) }
      if number == 1 { peers[1].order(token: 50) }
    }
    stage.pass(milliseconds: 500)
  }
}
