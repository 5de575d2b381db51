import CoreSeam
import MatterWire

extension HostileScenarios {
  func timesUp() throws {
    try timesOfTheCommissioner()
    try timesOfTheDevice()
    try endOfTime()
  }

  private func timesOfTheCommissioner() throws {
    let stage = Stage("commissioner", in: recording, stream: 1)
    _ = try HostileDevice(pairing: stage)
    stage.pass(milliseconds: 30_000)
    // Acknowledged, and never answered.
    var peer = try HostileDevice(pairing: stage, counter: 7100)
    peer.acknowledge(.counter(peer.requestCounter))
    stage.pass(milliseconds: 30_000)
    peer = try HostileDevice(pairing: stage, counter: 7200)
    try peer.proceedToPake1()
    _ = try peer.take()
    peer.acknowledge()
    stage.pass(milliseconds: 70_000)
    peer = try HostileDevice(pairing: stage, counter: 7300)
    try peer.proceedToPake3()
    peer.acknowledge()
    stage.pass(milliseconds: 70_000)
    // The clock jumps: while the secrets are derived, and beyond both times of a handshake.
    peer = try HostileDevice(pairing: stage, counter: 7400)
    peer.respond(peer.response(iterations: 100_000))
    stage.tick(afterMicroseconds: 0)
    stage.tick(afterMicroseconds: 61_000_000)
    peer = try HostileDevice(pairing: stage, counter: 7500)
    peer.acknowledge(.counter(peer.requestCounter))
    stage.tick(afterMicroseconds: 61_000_000)
    stage.tickBack(microseconds: 1)
    stage.tick(afterMicroseconds: 0)
    // As slow as a device may say it is, and slower.
    for interval in [3_600_000, 4_000_000, 0, 250] as [UInt32] {
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: interval >> (8 * $0)) }
      peer = try HostileDevice(pairing: stage, counter: 8000 + interval % 997)
      peer.respond(peer.response([0x35, 5, 0x26, 1] + bytes + [0x26, 2] + bytes + [0x18]))
      stage.finishDerivations()
      stage.pass(milliseconds: 65_000)
    }
  }

  private func timesOfTheDevice() throws {
    let stage = Stage("device", in: recording, stream: 2, start: 1_000_000_000)
    stage.openWindow()
    var peer = HostileCommissioner(stage)
    func next() {
      peer = HostileCommissioner(
        stage, port: peer.port + 1, ephemeralNodeID: peer.ephemeralNodeID + 1,
        exchange: peer.exchange + 1, counter: peer.counter + 10)
    }
    peer.request()
    stage.pass(milliseconds: 10_000)
    next()
    try peer.proceedToResponse()
    peer.acknowledge()
    stage.pass(milliseconds: 61_000)
    next()
    try peer.proceedToPake2()
    peer.acknowledge()
    stage.pass(milliseconds: 61_000)
    next()
    // The last message of the handshake is never acknowledged, and the session is there.
    try peer.proceedToPake2()
    peer.pake3()
    stage.pass(milliseconds: 10_000)
    let secure = try peer.securePeer()
    secure.send(secure.message())
    stage.pass(milliseconds: 500)
    // A message to a peer that is awake, to one that sleeps, and one that is answered late.
    for token in 1...2 as ClosedRange<UInt32> {
      secure.order(token: token)
      stage.pass(milliseconds: 20_000)
    }
    stage.take()
    secure.order(token: 3)
    stage.pass(milliseconds: 3000)
    if let message = try secure.take().last { secure.acknowledge(message) }
    secure.order(token: 4, isReliable: false)
    // Windows that close: before the verifier is derived, unused, and in the middle of a handshake.
    stage.order(Stage.window(seconds: 180, iterations: 100_000))
    stage.tick(afterMicroseconds: 0)
    stage.tick(afterMicroseconds: 181_000_000)
    stage.openWindow(seconds: 180)
    stage.pass(milliseconds: 179_000)
    next()
    try peer.proceedToResponse()
    stage.pass(milliseconds: 2000)
  }

  /// Times beyond the end of the clock never come.
  private func endOfTime() throws {
    let stage = Stage(
      "device at the end of time", in: recording, stream: 3, start: .max - 1_000_000)
    stage.openWindow()
    HostileCommissioner(stage).request()
    stage.tick(afterMicroseconds: 999_999)
    stage.tick(afterMicroseconds: 1)
  }
}
