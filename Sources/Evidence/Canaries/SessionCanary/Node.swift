import CoreDriver
import CoreSeam
import KnownAnswers
import MatterBytes
import MatterCore
import MatterCrypto

/// A core with a host that notes what it is told, in a time that only the core's deadlines move.
struct Node: ~Copyable {
  private var driver: CoreDriver<VerifiedCore, CountedEntropy>
  private var now: UInt64 = 1_000_000

  /// What it has told its host.
  private(set) var isWindowOpen = false
  private(set) var session: UInt16?
  private(set) var peerSession: UInt16?
  private(set) var received = BoundedBytes<1206>()
  private(set) var isAcknowledged = false

  /// The datagrams that it sent, as bytes and as their hash, oldest first.
  private(set) var sent = DatagramQueue()
  private(set) var transcript = SHA256()

  /// - Parameter entropy: the first of the bytes that count as entropy.
  init(entropy: UInt8) {
    driver = CoreDriver(entropy: CountedEntropy(from: entropy))
  }

  /// Tells the core the time; to be called first. It is not done by `init`, so that a node is static
  /// data and is not put together on the stack.
  mutating func start() {
    driver.advance(to: now)
    takeOutputs()
  }

  mutating func execute(_ command: Command) {
    driver.execute(command, at: now)
    takeOutputs()
  }

  mutating func receive(_ bytes: BoundedBytes<1232>) {
    driver.receive(Datagram(peer: PeerHandle(rawValue: 1), bytes: bytes), at: now)
    takeOutputs()
  }

  mutating func takeDatagram() -> BoundedBytes<1232>? {
    sent.take()
  }

  /// Lets what is due within the next half second be done.
  /// - Returns: whether there was anything.
  mutating func pass() -> Bool {
    guard let deadline = driver.deadline else { return false }
    guard deadline <= now &+ 500_000 else { return false }
    now = max(now, deadline)
    driver.advance(to: now)
    takeOutputs()
    return true
  }

  private mutating func takeOutputs() {
    while let output = driver.next() {
      switch output {
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
}
