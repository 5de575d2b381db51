import CoreSeam
import KnownAnswers
import MatterBytes
import MatterCore
import MatterCrypto

/// A core with a host that answers its wishes, in a time that only its deadlines move.
struct Node: ~Copyable {
  private var core = VerifiedCore()
  private var outbox = Outbox()
  private var now: UInt64 = 1_000_000
  private var deadline: UInt64?
  private var random: UInt8

  /// What it has told its host.
  private(set) var isWindowOpen = false
  private(set) var session: UInt16?
  private(set) var peerSession: UInt16?
  private(set) var received = BoundedBytes<1206>()
  private(set) var isAcknowledged = false

  /// The datagrams that it sent, as bytes and as their hash, oldest first.
  private(set) var sent = DatagramQueue()
  private(set) var transcript = SHA256()

  /// - Parameter random: where the bytes that it gets as entropy start to count.
  init(random: UInt8) {
    self.random = random
  }

  /// Tells the core the time; to be called first. It is not done by `init`, so that a node is static
  /// data and is not put together on the stack.
  mutating func start() {
    step(.clock(now))
  }

  mutating func order(_ command: Command) {
    step(.message(.command(command)))
  }

  mutating func receive(_ bytes: BoundedBytes<1232>) {
    step(.message(.datagram(Datagram(peer: PeerHandle(rawValue: 1), bytes: bytes))))
  }

  mutating func takeDatagram() -> BoundedBytes<1232>? {
    sent.take()
  }

  /// Lets what is due within the next half second be done.
  /// - Returns: whether there was anything.
  mutating func pass() -> Bool {
    guard let deadline else { return false }
    guard deadline <= now &+ 500_000 else { return false }
    now = max(now, deadline)
    step(.clock(now))
    return true
  }

  private mutating func step(_ event: InEvent) {
    core.step(event, into: &outbox)
    var wanted = takeOutbox()
    while wanted > 0 {
      let count = min(wanted, 64)
      core.step(.entropy(portion(of: count)), into: &outbox)
      wanted = wanted &- count &+ takeOutbox()
    }
  }

  /// Does what the core asks for.
  /// - Returns: how many bytes of entropy it wants.
  private mutating func takeOutbox() -> UInt32 {
    var wanted: UInt32 = 0
    var assembler = FrameAssembler()
    var offset = 0
    do {
      while try assembler.consume(outbox.bytes, at: &offset) {
        switch try OutEvent(frameBody: assembler.body) {
        case .message(let message): take(message)
        case .deadline(let deadline): self.deadline = deadline
        case .entropyWanted(let count): wanted &+= count
        }
      }
    } catch {
      preconditionFailure("the core emits frames that can be read")
    }
    outbox.removeAll()
    return wanted
  }

  /// What counts as entropy here.
  private mutating func portion(of count: UInt32) -> BoundedBytes<64> {
    var portion = BoundedBytes<64>()
    do {
      for _ in 0..<count {
        try portion.append(random)
        random &+= 29
      }
    } catch {
      preconditionFailure("a portion fits")
    }
    return portion
  }

  private mutating func take(_ message: MessageOut) {
    switch message {
    case .datagram(let datagram):
      transcript.update(datagram.bytes.span)
      sent.add(datagram.bytes)
    case .notice(.windowOpened): isWindowOpen = true
    case .notice(.sessionEstablished(let established)):
      session = established.session
      peerSession = established.peerSession
    case .notice(.messageReceived(let message)): received = message.payload
    case .notice(.delivery(_, _, let outcome)): isAcknowledged = outcome == .acknowledged
    case .notice: break
    }
  }
}
