import CoreSeam
import MatterBytes
import ReferencePASE

/// The core and a reference party with a wire between them, in simulated time.
struct Meeting {
  let core: CoreNode
  private(set) var party: ReferenceParty
  /// Every datagram put on the wire, both directions together.
  private(set) var wire: [[UInt8]] = []
  /// The datagram of this number is lost.
  var lost: Int?

  static let salt = Array("SPAKE2P Key Salt".utf8)

  /// The core as the device, its window open, and a reference commissioner.
  init(
    coreDevice secret: WindowSecret, _ stretching: ReferencePBKDFParameters,
    commissionerPasscode: UInt32, knowsParameters: Bool = false, seed: UInt64,
    crypto: ReferenceCrypto
  ) throws {
    core = CoreNode(seed: seed)
    party = Self.commissioner(
      commissionerPasscode, knowing: knowsParameters ? stretching : nil, seed: ~seed,
      crypto: crypto)
    core.order(
      .openWindow(
        WindowOrder(
          secret: secret, iterations: stretching.iterations,
          salt: try BoundedBytes(copying: stretching.salt.span), durationSeconds: 180)))
    try settle()
  }

  /// The core as the commissioner of a reference device.
  init(
    referenceDevice verifier: ReferenceVerifier, _ stretching: ReferencePBKDFParameters,
    seed: UInt64, crypto: ReferenceCrypto
  ) {
    core = CoreNode(seed: seed)
    party = ReferenceParty(.device(verifier, stretching), seed: ~seed, crypto: crypto)
  }

  private static func commissioner(
    _ passcode: UInt32, knowing known: ReferencePBKDFParameters?, seed: UInt64,
    crypto: ReferenceCrypto
  ) -> ReferenceParty {
    ReferenceParty(
      .commissioner(passcode: passcode, known: known),
      sessionParameters: ReferenceSessionParameters(
        idleInterval: 600, activeInterval: 400, activeThreshold: 5000),
      seed: seed, crypto: crypto)
  }

  /// Another reference commissioner takes the place of the first, and begins.
  mutating func start(another passcode: UInt32, seed: UInt64, crypto: ReferenceCrypto) throws {
    party = Self.commissioner(passcode, knowing: nil, seed: seed, crypto: crypto)
    try start()
  }

  /// The reference commissioner begins.
  mutating func start() throws {
    try carryToCore(party.start())
    try settle()
  }

  /// The core begins, as commissioner.
  mutating func pair(passcode: UInt32) throws {
    core.order(.pair(PairOrder(peer: CoreNode.peer, passcode: passcode)))
    try settle()
  }

  /// The core's application sends.
  mutating func coreSends(_ payload: [UInt8], in session: UInt16) throws {
    core.order(
      .send(
        SendOrder(
          token: 1, session: session, exchange: nil, protocolID: 4, opcode: 1, isReliable: true,
          endsExchange: true, payload: try BoundedBytes(copying: payload.span))))
    try settle()
  }

  /// The party's application sends.
  mutating func partySends(_ payload: [UInt8]) throws {
    try carryToCore(party.send(protocolID: 4, opcode: 2, payload))
    try settle()
  }

  mutating func coreCloses(_ session: UInt16) throws {
    core.order(.closeSession(session: session))
    try settle()
  }

  mutating func partyCloses() throws {
    try carryToCore(party.close())
    try settle()
  }

  /// Carries datagrams and lets the core have its deadlines, until nothing more happens within
  /// `seconds`; whenever the wire is silent, the party resends what is not acknowledged.
  mutating func settle(seconds: UInt64 = 10) throws {
    let end = core.now + seconds * 1_000_000
    var patience = 5
    while true {
      if let datagram = core.takeDatagram() {
        for reply in try carryToParty(datagram) { try carryToCore(reply) }
      } else if core.advance(upTo: core.now + 1000) {
        continue
      } else if let again = party.retransmission, patience > 0 {
        patience -= 1
        try carryToCore(again)
      } else if !core.advance(upTo: end) {
        return
      }
    }
  }

  private mutating func carryToCore(_ datagram: [UInt8]) throws {
    guard take(datagram) else { return }
    try core.receive(datagram)
  }

  private mutating func carryToParty(_ datagram: [UInt8]) throws -> [[UInt8]] {
    guard take(datagram) else { return [] }
    return try party.receive(datagram)
  }

  /// Puts a datagram on the wire; whether it arrives.
  private mutating func take(_ datagram: [UInt8]) -> Bool {
    wire.append(datagram)
    return wire.count - 1 != lost
  }
}
