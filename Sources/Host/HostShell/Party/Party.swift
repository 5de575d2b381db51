public import CoreDriver
public import CoreEngines
public import CoreSeam
import MatterBytes
public import OperatingSystem
import TraceFormat

/// A node: a core, and the shell around it that moves its events. All of it runs in one event loop.
///
/// The shell gives the core the time before anything else, entropy when it wants some, and a clock
/// event when its deadline has come. It never sees a key.
public final class Party {
  /// What to call it in messages, such as "device".
  public let name: String
  /// Orders and listens.
  public weak var application: (any PartyApplication)?

  public private(set) var counters = PartyCounters()
  /// The sessions that live, by their local id.
  public private(set) var sessions: [UInt16: EstablishedSession] = [:]

  private let loop: EventLoop
  private let engine: any CoreEngine
  private let endpoint: UDPEndpoint
  private var entropy: any EntropySource
  private var link: FaultyLink?
  private var peers = PeerTable()
  private var observers: [any PortObserver] = []
  private var deadlineTimer: TimerID?
  private var deadline: UInt64?
  /// The peer of a handshake that runs.
  private var handshakePeer: PeerHandle?
  private var isOver = false

  /// Orders that wait until the core has had its first entropy.
  private var heldOrders: [Command]? = []

  /// How much later, in microseconds, the time is told to a core that does not keep up.
  private static let congestionPause: UInt64 = 10_000
  /// The most entropy that one wish of the core is taken to mean.
  private static let largestWish: UInt32 = 4096

  public init(
    name: String, loop: EventLoop, engine: any CoreEngine, endpoint: UDPEndpoint,
    entropy: any EntropySource = KernelEntropy(), link: FaultyLink? = nil
  ) {
    self.name = name
    self.loop = loop
    self.engine = engine
    self.endpoint = endpoint
    self.entropy = entropy
    self.link = link
    engine.client = self
    endpoint.received = { [unowned self] bytes, sender in receive(bytes, from: sender) }
  }

  deinit {
    shutDown()
  }

  /// Whether observers hear when each step of the core has ended.
  public var tellsSteps: Bool { engine.tellsSteps }

  /// Where the party listens.
  public var addresses: [PeerAddress] { endpoint.addresses }

  /// Adds one who sees everything from now on.
  public func add(_ observer: any PortObserver) {
    observers.append(observer)
  }

  /// Begins: tells the core the time.
  public func start() {
    tellTime()
    engine.flush()
  }

  /// Gives the core an order. Those that come before its first entropy wait for that.
  public func order(_ command: Command) {
    guard heldOrders == nil else {
      heldOrders?.append(command)
      return
    }
    give(.message(.command(command)))
  }

  /// The handle by which the core is to know a peer.
  /// - Returns: nil when the table of peers is full.
  public func handle(for address: PeerAddress) -> PeerHandle? {
    peers.handle(for: address)
  }

  /// Where a peer is, unless it was forgotten.
  public func address(of peer: PeerHandle) -> PeerAddress? {
    peers.address(of: peer)
  }

  /// Ends the core and stops listening. To close sessions with word to their peers, order that
  /// first and wait for the news of it.
  public func shutDown() {
    guard !isOver else { return }
    isOver = true
    disarm()
    let isComplete = engine.shutDown()
    endpoint.close()
    for observer in observers { observer.partyHasEnded(self, isComplete: isComplete) }
  }

  // MARK: Towards the core

  private func receive(_ bytes: BoundedBytes<1232>, from sender: PeerAddress) {
    guard !isOver else { return }
    guard !engine.isCongested else {
      counters.congestionDrops += 1
      return
    }
    guard let peer = peers.handle(for: sender) else {
      counters.peerTableDrops += 1
      return
    }
    give(.message(.datagram(Datagram(peer: peer, bytes: bytes))))
  }

  private func give(_ event: InEvent) {
    tellTime()
    pass(event)
    engine.flush()
  }

  /// A deadline that is past is done with. One that is this very microsecond may still be ahead
  /// for a core that works on in slices: it stays.
  private func tellTime() {
    let now = MonotonicClock.now()
    if let deadline, deadline < now { disarm() }
    pass(.clock(now))
  }

  private func pass(_ event: InEvent) {
    guard !isOver else { return }
    let seen = PortEvent(time: MonotonicClock.now(), content: .input(event))
    for observer in observers { observer.party(self, saw: seen) }
    engine.give(event)
  }

  private func giveEntropy(_ count: UInt32) {
    var rest = Int(min(count, Self.largestWish))
    tellTime()
    while rest > 0 {
      let part = min(rest, 64)
      pass(.entropy(entropy.draw(part)))
      rest -= part
    }
    engine.flush()
    guard let orders = heldOrders else { return }
    heldOrders = nil
    for order in orders { give(.message(.command(order))) }
  }

  // MARK: The deadline

  private func arm(_ time: UInt64?) {
    disarm()
    guard let time else { return }
    deadline = time
    deadlineTimer = loop.schedule(at: time) { [unowned self] in deadlineHasCome() }
  }

  private func disarm() {
    if let deadlineTimer { loop.cancel(deadlineTimer) }
    deadlineTimer = nil
    deadline = nil
  }

  private func deadlineHasCome() {
    if engine.isCongested {
      arm(MonotonicClock.now() + Self.congestionPause)
    } else {
      tellTime()
      engine.flush()
      if let deadline { arm(deadline) }
    }
  }

  // MARK: From the core

  private func transmit(_ datagram: Datagram) {
    guard let address = peers.address(of: datagram.peer) else {
      counters.unknownPeerDrops += 1
      return
    }
    guard let (fate, copies) = link?.transmit(datagram.bytes) else {
      send(datagram.bytes, to: address)
      return
    }
    for observer in observers { observer.party(self, sent: datagram, with: fate) }
    for copy in copies {
      if copy.delay == 0 {
        send(copy.bytes, to: address)
      } else {
        loop.schedule(after: copy.delay) { [weak self] in self?.send(copy.bytes, to: address) }
      }
    }
  }

  private func send(_ bytes: BoundedBytes<1232>, to address: PeerAddress) {
    guard !isOver else { return }
    do throws(SystemError) {
      try endpoint.send(bytes, to: address)
    } catch {
      counters.sendFailures += 1
      for observer in observers {
        observer.party(self, couldNotSendTo: address, because: error)
      }
    }
  }

  /// Keeps the peers in the table that a session or a handshake needs.
  private func follow(_ notice: Notice) {
    switch notice {
    case .handshakeProgress(_, let peer, _):
      setHandshakePeer(peer)
    case .pairingFailed:
      setHandshakePeer(nil)
    case .sessionEstablished(let session):
      setHandshakePeer(nil)
      peers.pin(session.peer)
      sessions[session.session] = session
    case .sessionClosed(let id, _):
      if let session = sessions.removeValue(forKey: id) { peers.unpin(session.peer) }
    case .windowOpened, .windowClosed, .messageReceived, .delivery, .inputRejected,
      .messageProcessed:
      break
    }
  }

  private func setHandshakePeer(_ peer: PeerHandle?) {
    if let handshakePeer { peers.unpin(handshakePeer) }
    handshakePeer = peer
    if let peer { peers.pin(peer) }
  }
}

extension Party: CoreEngineClient {
  public func coreEmitted(_ event: OutEvent) {
    let seen = PortEvent(time: MonotonicClock.now(), content: .output(event))
    for observer in observers { observer.party(self, saw: seen) }
    // A core that is being ended may still emit what nobody acts on any more.
    guard !isOver else { return }
    switch event {
    case .message(.datagram(let datagram)): transmit(datagram)
    case .message(.notice(let notice)):
      follow(notice)
      application?.party(self, received: notice)
    case .deadline(let time): arm(time)
    case .entropyWanted(let count): giveEntropy(count)
    }
  }

  public func coreEndedStep(fuel: UInt64?) {
    for observer in observers { observer.party(self, endedStepUsing: fuel) }
  }

  public func coreLost(_ loss: CoreLoss) {
    let lost = sessions.values.sorted { $0.session < $1.session }
    sessions = [:]
    shutDown()
    application?.party(self, lostCore: loss, closing: lost)
  }
}
