import CoreSeam
import MatterBytes
import MatterCore

/// A core with what its host does for it: the time, entropy when it asks, and a note of the
/// session that was established last.
struct Party: ~Copyable {
  /// The one peer that either party has.
  static let peer = PeerHandle(rawValue: 1)
  static let passcode: UInt32 = 20_202_021

  private var core = VerifiedCore()
  private var outbox = Outbox()
  private var entropy: UInt64
  private var session: UInt16?
  private(set) var deadline: UInt64?
  private var sent: [BoundedBytes<1232>] = []
  private var received: [ReceivedMessage] = []

  init(seed: UInt64) {
    entropy = seed
  }

  /// The window of every run; the few iterations make it quick.
  static var window: WindowOrder {
    guard let salt = try? BoundedBytes<32>(zeros: 16) else {
      preconditionFailure("a salt has at most 32 bytes")
    }
    return WindowOrder(
      secret: .passcode(passcode), iterations: 1000, salt: salt, durationSeconds: 180)
  }

  /// The content of application message `number`.
  static func payload(_ number: UInt32) -> BoundedBytes<1206> {
    var payload = BoundedBytes<1206>()
    guard (try? payload.append(littleEndian: number)) != nil else {
      preconditionFailure("a payload has room for its number")
    }
    return payload
  }

  mutating func tick(_ microseconds: UInt64) {
    give(.clock(microseconds))
  }

  mutating func order(_ command: Command) {
    give(.message(.command(command)))
  }

  mutating func receive(_ bytes: BoundedBytes<1232>) {
    give(.message(.datagram(Datagram(peer: Self.peer, bytes: bytes))))
  }

  mutating func send(_ number: UInt32, isReliable: Bool, endsExchange: Bool) {
    guard let session else { return }
    guard let payload = try? BoundedBytes<1178>(copying: Self.payload(number).span) else { return }
    order(
      .send(
        SendOrder(
          token: number, session: session, exchange: nil, protocolID: 4, opcode: 1,
          isReliable: isReliable, endsExchange: endsExchange, payload: payload)))
  }

  mutating func closeSession() {
    if let session { order(.closeSession(session: session)) }
  }

  mutating func takeSent() -> [BoundedBytes<1232>] {
    defer { sent = [] }
    return sent
  }

  mutating func takeReceived() -> [ReceivedMessage] {
    defer { received = [] }
    return received
  }

  private mutating func give(_ event: InEvent) {
    outbox.removeAll()
    core.step(event, into: &outbox)
    for event in emitted() { act(on: event) }
  }

  private func emitted() -> [OutEvent] {
    var events: [OutEvent] = []
    var assembler = FrameAssembler()
    var offset = 0
    do {
      while try assembler.consume(outbox.bytes, at: &offset) {
        events.append(try OutEvent(frameBody: assembler.body))
      }
    } catch {
      preconditionFailure("the core emits events")
    }
    return events
  }

  private mutating func act(on event: OutEvent) {
    switch event {
    case .message(.datagram(let datagram)): sent.append(datagram.bytes)
    case .message(.notice(.sessionEstablished(let established))): session = established.session
    case .message(.notice(.messageReceived(let message))): received.append(message)
    case .message(.notice): break
    case .deadline(let microseconds): deadline = microseconds
    case .entropyWanted(let count): feed(Int(count))
    }
  }

  private mutating func feed(_ count: Int) {
    var missing = count
    while missing > 0 {
      var bytes = BoundedBytes<64>()
      while bytes.count < min(missing, 64) {
        entropy = entropy &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        guard (try? bytes.append(UInt8(entropy >> 56))) != nil else { break }
      }
      give(.entropy(bytes))
      missing -= bytes.count
    }
  }
}
