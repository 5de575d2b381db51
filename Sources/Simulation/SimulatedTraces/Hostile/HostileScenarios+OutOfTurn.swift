import CoreSeam
import MatterWire

extension HostileScenarios {
  func handshakesOutOfTurn() throws {
    try outOfTurnToDevice()
    try outOfTurnToCommissioner()
  }

  /// Every kind of report: of success, of both ways to be busy, of failure, of another protocol, and
  /// one that is cut.
  private static var reports: [[UInt8]] {
    [
      StatusReport.sessionEstablishmentSuccess.bytes, StatusReport.invalidParameter.bytes,
      StatusReport.busy(minimumWaitMilliseconds: 700).bytes,
      StatusReport.busy(minimumWaitMilliseconds: nil).bytes, StatusReport.closeSession.bytes,
      [1, 0, 0, 0, 0, 0, 4, 0, 9], [8, 0, 1, 0, 0xF1, 0xFF, 4, 0], [0, 0, 1, 0, 0, 0, 0, 0],
      [1, 0, 0, 0, 0, 0, 0x77, 0], [8, 0, 0, 0, 0, 0, 2, 0, 9, 9], [], [1], [1, 0, 0, 0],
      [1, 0, 0, 0, 0, 0, 4],
    ]
  }

  private func outOfTurnToDevice() throws {
    let stage = Stage("device", in: recording, stream: 1)
    var peer = HostileCommissioner(stage)
    func next() throws {
      try peer.settle()
      stage.pass(milliseconds: 100)
      peer = HostileCommissioner(
        stage, port: peer.port + 1, ephemeralNodeID: peer.ephemeralNodeID + 1,
        exchange: peer.exchange + 1, counter: peer.counter + 10)
    }
    peer.request()
    stage.order(Stage.window())
    peer.request()
    stage.finishDerivations()
    strays(from: peer)
    try ignored(by: stage, in: peer)
    try next()
    for opcode in [.pbkdfParamResponse, .pake2, .sigma1, .pake3] as [SecureChannelOpcode] {
      try peer.proceedToResponse()
      peer.send(opcode)
      try next()
    }
    for opcode in [.pake1, .sigma3] as [SecureChannelOpcode] {
      try peer.proceedToPake2()
      peer.send(opcode)
      try next()
    }
    // The last of them is one more than the window allows.
    for report in Self.reports {
      peer.request()
      try peer.take()
      peer.send(.statusReport, report)
      try next()
    }
    stage.openWindow()
    try peer.proceedToResponse()
    stage.openWindow()
    try next()
    try peer.proceedToPake2()
    stage.order(.closeWindow)
    try next()
    stage.openWindow()
    try peer.proceedToPake2()
    let pake3 = peer.pake3()
    peer.send(pake3)
    // The device has nothing more to hear on this exchange, and waits for the acknowledgement.
    peer.send(.pake1, acknowledging: .nothing)
    _ = try peer.take()
    peer.send(.pake1)
    stage.pass(milliseconds: 500)
  }

  /// Messages that belong to no handshake, and do not begin one.
  private func strays(from peer: HostileCommissioner) {
    for opcode in [.sigma1, .standaloneAcknowledgement, .statusReport, .pake1]
      as [SecureChannelOpcode]
    {
      for isReliable in [true, false] { peer.send(opcode, isReliable: isReliable) }
    }
    peer.send(peer.message(0xEE))
    peer.send(peer.message(0x20, protocolID: .interactionModel))
    var reply = peer.message(0x21)
    reply.exchange.isFromInitiator = false
    peer.send(reply)
    var toNobody = peer.message(0x21)
    toNobody.header.source = nil
    toNobody.header.destination = NodeID(peer.ephemeralNodeID)
    peer.send(toNobody)
  }

  /// What a handshake that runs does not mind.
  private func ignored(by stage: Stage, in peer: HostileCommissioner) throws {
    peer.request(HostileCommissioner.request(passcodeID: 1))
    _ = try peer.take()
    try peer.proceedToResponse()
    // On the exchange that answers, without the acknowledgement and with a wrong one.
    peer.send(.pake1, acknowledging: .nothing)
    peer.send(.pake1, acknowledging: .counter(1))
    peer.acknowledge(.counter(1))
    peer.acknowledge()
    peer.send(.pbkdfParamRequest, HostileCommissioner.request())
    for opcode in [.messageCounterSyncRequest, .messageCounterSyncResponse, .icdCheckIn]
      as [SecureChannelOpcode]
    {
      peer.send(opcode)
    }
    peer.send(peer.message(0xEE))
    peer.send(peer.message(0x22, protocolID: .interactionModel, isReliable: false))
    let again = peer.message(0x22, protocolID: .testing)
    peer.send(again)
    peer.send(again)
    // Another exchange of the same session, which the responder seems to have begun.
    var unmatched = peer.message(0x21)
    unmatched.exchange.exchangeID &+= 1
    unmatched.exchange.isFromInitiator = false
    peer.send(unmatched)
    let other = HostileCommissioner(stage, port: 50_999, ephemeralNodeID: 99)
    other.request()
    other.request(isReliable: false)
    _ = try peer.take()
    try peer.pake1()
    try peer.takePake2()
    peer.report(.invalidParameter)
    // The same commissioner begins again, on a new exchange of its session.
    peer.exchange &+= 1
    peer.request(isReliable: false)
    _ = try peer.take()
    peer.report(.invalidParameter, isReliable: false)
  }

  private func outOfTurnToCommissioner() throws {
    let stage = Stage("commissioner", in: recording, stream: 2, start: 900_000_000)
    var counter: UInt32 = 9000
    var latest: HostileDevice?
    func device() throws -> HostileDevice {
      try latest?.settle()
      stage.pass(milliseconds: 100)
      counter += 100
      let device = try HostileDevice(pairing: stage, counter: counter)
      latest = device
      return device
    }
    for report in Self.reports {
      let peer = try device()
      peer.send(.statusReport, report, acknowledging: .counter(peer.requestCounter))
    }
    for opcode in [.pbkdfParamRequest, .pake1, .pake2, .sigma2] as [SecureChannelOpcode] {
      let peer = try device()
      peer.send(opcode, acknowledging: .counter(peer.requestCounter))
    }
    var peer = try device()
    stage.order(
      .pair(PairOrder(peer: PeerHandle(rawValue: 1), passcode: SimulatedRun.passcode)))
    peer.respond(acknowledging: .nothing)
    peer.acknowledge(.counter(1))
    peer.respond(isReliable: false)
    // The derivation runs, and the device does not wait for Pake1.
    peer.send(.pbkdfParamResponse, peer.response())
    peer = try device()
    try peer.proceedToPake1()
    _ = try peer.take()
    peer.send(.pbkdfParamResponse, peer.response())
    peer = try device()
    try peer.proceedToPake3()
    peer.send(.statusReport, [1, 0, 0, 0, 0, 0, 0, 0])
    peer = try device()
    try peer.proceedToPake3()
    peer.report(.busy(minimumWaitMilliseconds: 60_000))
    // To the id that the commissioner has chosen, on exchanges that it has not begun.
    var forged = peer.message(0x20)
    forged.exchange.exchangeID &+= 7
    peer.send(forged)
    forged = peer.message(0x20)
    forged.exchange.exchangeID &+= 7
    forged.exchange.isFromInitiator = true
    peer.send(forged)
    // From the id that the commissioner has chosen, as if it were somebody else's.
    forged = peer.message(0x20)
    forged.header.source = forged.header.destination
    forged.header.destination = nil
    forged.exchange.isFromInitiator = true
    peer.send(forged)
    peer = try device()
    _ = try peer.complete()
    stage.pass(milliseconds: 500)
  }
}
