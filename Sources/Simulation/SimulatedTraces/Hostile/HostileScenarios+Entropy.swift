import CoreSeam
import HostShell
import MatterWire
import TraceFormat

extension HostileScenarios {
  func entropyStarved() throws {
    try starvedCommissioner()
    try starvedDevice()
    try forbiddenValues()
  }

  private static func ones(_ count: Int) -> [UInt8] { [UInt8](repeating: 1, count: count) }

  /// What a handshake draws: its random, its scalar, its session id and its first counter.
  private static func handshake(scalar: UInt8 = 1, session: [UInt8]) -> [UInt8] {
    ones(32) + [UInt8](repeating: scalar, count: 40) + session + ones(4)
  }

  private func feed(_ bytes: [UInt8], to stage: Stage) {
    var rest = bytes[...]
    while !rest.isEmpty {
      stage.party.feed(Array(rest.prefix(64)))
      rest = rest.dropFirst(64)
    }
  }

  private func pair(_ stage: Stage) {
    stage.party.peers[50_008] = .loopback6(port: 50_008)
    stage.order(
      .pair(PairOrder(peer: PeerHandle(rawValue: 50_008), passcode: SimulatedRun.passcode)))
  }

  private func starvedCommissioner() throws {
    let stage = Stage("commissioner", in: recording, stream: 1, givesEntropy: false)
    feed([], to: stage)
    pair(stage)
    feed(Self.ones(5), to: stage)
    pair(stage)
    // Enough for the node's own numbers, then for the ephemeral id, but not for the rest.
    feed(Self.ones(1), to: stage)
    pair(stage)
    feed(Self.ones(8 + 77), to: stage)
    pair(stage)
    // All that a handshake needs and nothing for the jitter: the longest waits.
    feed(Self.ones(9), to: stage)
    pair(stage)
    stage.pass(milliseconds: 10_000)
    feed(Self.ones(300), to: stage)
    stage.party.feed([])
    stage.pass(milliseconds: 1000)
  }

  private func starvedDevice() throws {
    let stage = Stage(
      "device", in: recording, stream: 2, start: 20_000_000, givesEntropy: false)
    stage.openWindow()
    let peer = HostileCommissioner(stage)
    peer.request()
    feed(Self.ones(6 + 77), to: stage)
    peer.request()
    feed(Self.ones(1), to: stage)
    try peer.proceedToResponse()
    try peer.pake1()
    try peer.takePake2()
    peer.pake3()
    peer.acknowledge()
    stage.pass(milliseconds: 1000)
  }

  /// Scalars of zero, and session ids that are 0 or taken.
  private func forbiddenValues() throws {
    let stage = Stage(
      "commissioner and device", in: recording, stream: 3, start: 40_000_000,
      givesEntropy: false)
    feed(Self.ones(6 + 8) + Self.handshake(scalar: 0, session: [0, 0]), to: stage)
    stage.openWindow()
    let device = try HostileDevice(pairing: stage)
    try device.proceedToPake1()
    feed(Self.handshake(scalar: 0, session: [1, 0]), to: stage)
    let first = HostileCommissioner(stage)
    try first.proceedToResponse()
    try first.pake1()
    feed(Self.handshake(session: [1, 0]), to: stage)
    _ = try HostileCommissioner(stage, ephemeralNodeID: 2, exchange: 2, counter: 6000).complete()
    // Session 1 is taken, then 2 by a pairing that runs, then 3 by a device's handshake.
    stage.openWindow()
    feed(Self.ones(8) + Self.handshake(session: [1, 0]), to: stage)
    pair(stage)
    feed(Self.handshake(session: [1, 0]), to: stage)
    HostileCommissioner(stage, ephemeralNodeID: 3, exchange: 3, counter: 6000).request()
    stage.pass(milliseconds: 20_000)
    HostileCommissioner(stage, ephemeralNodeID: 4, exchange: 4, counter: 6000).request()
    feed(Self.handshake(session: [9, 0]), to: stage)
    HostileCommissioner(stage, ephemeralNodeID: 5, exchange: 5, counter: 6000).request()
    feed(Self.ones(8) + Self.handshake(session: [9, 0]), to: stage)
    pair(stage)
    stage.pass(milliseconds: 15_000)
  }
}
