import CoreDriver
import CoreSeam
import MatterBytes
import MatterWire
import Testing

/// A node with sessions of its own, and somebody who sends it everything but what he should.
final class HostileRun {
  private let seed: UInt64
  private let timed: TimedNode
  private var generator: SplitMix64
  /// The sessions that must come to no harm.
  private var peers: [SecurePeer] = []
  /// Datagrams to begin from: a whole handshake and what was sent since.
  private var corpus: [[UInt8]] = []
  private(set) var inputs = 0

  init(seed: UInt64) throws {
    self.seed = seed
    generator = SplitMix64(seed: seed)
    timed = TimedNode(seed: seed)
    for address in 1...3 as ClosedRange<UInt32> {
      let device = try ScriptedDevice(pairing: timed, address: address, counter: address * 1000)
      peers.append(try device.complete())
    }
    let simulation = Simulation(seed: seed)
    try simulation.openWindow()
    simulation.pair()
    simulation.run(seconds: 10)
    corpus = simulation.wire.map(\.bytes)
    corpus += timed.sent.map(\.bytes)
  }

  /// Gives the node one input or a few.
  func step() throws {
    inputs += 1
    switch Int.random(in: 0..<200, using: &generator) {
    case 0..<110: try deliver(mutated(try #require(corpus.randomElement(using: &generator))))
    case 110..<120: try deliver(bytes(upTo: 1232))
    case 120..<150: try deliverAuthentic()
    case 150..<151: try beginHandshake()
    case 151..<175: order()
    case 175..<180: timed.tick(afterMicroseconds: number(upTo: 5_000_000))
    default: followDeadline()
    }
    #expect(timed.notices.sessionClosures.isEmpty, "seed \(seed), input \(inputs)")
    if inputs % 100 == 0 { timed.forget() }
  }

  /// A host that follows the deadline comes to rest, and all sessions work as before.
  func settle() throws {
    timed.order(.closeWindow)
    var ticks = 0
    while let deadline = timed.node.deadline {
      timed.tick(afterMicroseconds: deadline > timed.now ? deadline - timed.now : 0)
      ticks += 1
      try #require(ticks < 1000, "seed \(seed): the deadline never comes to an end")
    }
    for peer in peers {
      timed.forget()
      peer.exchange &+= 1
      try peer.send(peer.message(1, [0x77], isReliable: false))
      #expect(timed.notices.received.map(\.payload.array) == [[0x77]], "seed \(seed)")
      #expect(timed.notices.received.map(\.session) == [peer.nodeSession], "seed \(seed)")
    }
  }

  // MARK: Inputs

  private func deliver(_ bytes: [UInt8]) throws {
    try timed.deliver(
      Array(bytes.prefix(1232)), from: UInt32.random(in: 1...6, using: &generator))
    if let sent = timed.sent.last?.bytes, number(upTo: 20) == 0 { remember(sent) }
  }

  private func remember(_ bytes: [UInt8]) {
    if corpus.count < 200 {
      corpus.append(bytes)
    } else {
      corpus[Int.random(in: corpus.indices, using: &generator)] = bytes
    }
  }

  private func mutated(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes = Array(bytes.prefix(Int(number(upTo: UInt64(bytes.count)))))
      case 1: bytes += self.bytes(upTo: 40)
      case 2:
        let other = corpus.randomElement(using: &generator) ?? []
        bytes = Array(bytes.prefix(Int(number(upTo: 30)))) + other.dropFirst(Int(number(upTo: 30)))
      default:
        guard !bytes.isEmpty else { continue }
        // Headers, more than the rest.
        let end = Bool.random(using: &generator) ? min(26, bytes.count) : bytes.count
        bytes[Int.random(in: 0..<end, using: &generator)] = interestingByte()
      }
    }
    return bytes
  }

  /// An authentic message with any header and any content but a CloseSession.
  private func deliverAuthentic() throws {
    let peer = try #require(peers.randomElement(using: &generator))
    if Bool.random(using: &generator) { peer.exchange &+= 1 }
    let acknowledged = timed.sent.last.flatMap { try? peer.open($0.bytes) }?.counter
    var message = peer.message(
      interestingByte(), bytes(upTo: 8),
      protocolID: ProtocolID(Bool.random(using: &generator) ? 0 : UInt16(number(upTo: 5))),
      isInitiator: Bool.random(using: &generator),
      acknowledging: Bool.random(using: &generator) ? acknowledged : nil,
      isReliable: Bool.random(using: &generator))
    if Bool.random(using: &generator), let sent = timed.sent.last,
      let known = try? peer.open(sent.bytes)
    {
      message.exchange.exchangeID = known.exchange.exchangeID
    }
    let sealed = try peer.seal(message)
    remember(sealed)
    try timed.deliver(sealed, from: peer.address)
  }

  /// A handshake that goes wrong at a place of chance.
  private func beginHandshake() throws {
    if Bool.random(using: &generator) {
      try timed.openWindow(seconds: 180)
    } else {
      timed.order(.pair(PairOrder(peer: PeerHandle(rawValue: 5), passcode: Simulation.passcode)))
    }
    let peer = ScriptedCommissioner(
      timed, ephemeralNodeID: number(upTo: 1000), counter: UInt32(number(upTo: 1 << 32)))
    try peer.request()
    remember(try #require(timed.sent.last).bytes)
    guard let answer = timed.takeSent().last else { return }
    guard let message = try? WireMessage(unsecured: answer.bytes) else { return }
    var next = peer.message(
      0x22, try ScriptedCommissioner.bytes(of: Pake1(pA: GeneratorPoint.encoded)),
      acknowledging: .counter(message.counter))
    if Bool.random(using: &generator) { next.exchange.opcode = interestingByte() }
    try peer.send(next)
    remember(next.unsecuredBytes)
  }

  private func order() {
    let peer = peers[Int.random(in: peers.indices, using: &generator)]
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: timed.order(.closeWindow)
    case 1: timed.order(.closeSession(session: peer.nodeSession ^ 0x8001))
    case 2:
      timed.order(.pair(PairOrder(peer: PeerHandle(rawValue: 6), passcode: interestingNumber())))
    case 3:
      var configuration = Simulation.configuration
      configuration.activeIntervalMilliseconds = interestingNumber()
      configuration.activeThresholdMilliseconds = UInt16(number(upTo: 65_536))
      timed.order(.configure(configuration))
    case 4:
      timed.node.give(
        .entropy((try? BoundedBytes(copying: bytes(upTo: 64).span)) ?? BoundedBytes()))
    default:
      try? peer.order(
        token: UInt32(inputs),
        exchange: Bool.random(using: &generator) ? timed.notices.received.last?.exchange : nil,
        isReliable: Bool.random(using: &generator),
        endsExchange: Bool.random(using: &generator), payload: bytes(upTo: 1178))
    }
  }

  private func followDeadline() {
    guard let deadline = timed.node.deadline else { return }
    timed.tick(afterMicroseconds: deadline > timed.now ? deadline - timed.now : 0)
  }

  // MARK: Chance

  private func number(upTo bound: UInt64) -> UInt64 {
    UInt64.random(in: 0...max(bound, 1), using: &generator) % max(bound, 1)
  }

  private func bytes(upTo count: Int) -> [UInt8] {
    (0..<number(upTo: UInt64(count))).map { _ in
      UInt8.random(in: .min ... .max, using: &generator)
    }
  }

  private func interestingByte() -> UInt8 {
    let values: [UInt8] = [0, 1, 2, 3, 4, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x30, 0x40, 0xFF]
    guard Bool.random(using: &generator) else {
      return UInt8.random(in: .min ... .max, using: &generator)
    }
    return values[Int.random(in: values.indices, using: &generator)]
  }

  private func interestingNumber() -> UInt32 {
    let values: [UInt32] = [0, 1, 300, 20_202_021, 12_345_678, 99_999_999, 3_600_000, .max]
    return values[Int.random(in: values.indices, using: &generator)]
  }
}
