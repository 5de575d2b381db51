import CoreDriver
import CoreEngines
import CoreSeam
import HostShell
import MatterBytes
import MatterCore
import TraceFormat

/// A commissioner and a device, each one instance, that talk without a network in simulated time.
final class WasmPair {
  private let commissioner: Node
  private let device: Node
  private var now: UInt64 = 1_000_000

  private static let passcode: UInt32 = 20_202_021
  private static let peer = PeerHandle(rawValue: 1)

  /// A core with what is on its way to it.
  private final class Node {
    let core: WasmtimeCore
    var deadline: UInt64?
    var sessions: Set<UInt16> = []
    var isWindowOpen = false
    var hasFailed = false
    var outbox: [BoundedBytes<1232>] = []
    private var entropy: SeededEntropy
    private(set) var mostFuel: UInt64 = 0

    init(_ core: WasmtimeCore, entropy: SeededEntropy) {
      self.core = core
      self.entropy = entropy
    }

    func give(_ event: InEvent) throws {
      let frame = event.frame()
      var assembler = FrameAssembler()
      var offset = 0
      let emitted = try core.step(frame.bytes.span.extracting(droppingFirst: Frame.lengthSize))
      mostFuel = max(mostFuel, core.fuelUsed)
      var wanted: UInt32 = 0
      while try assembler.consume(emitted.span, at: &offset) {
        switch try OutEvent(frameBody: assembler.body) {
        case .deadline(let time): deadline = time
        case .entropyWanted(let count): wanted = count
        case .message(.datagram(let datagram)): outbox.append(datagram.bytes)
        case .message(.notice(let notice)): hear(notice)
        }
      }
      while wanted > 0 {
        let part = min(wanted, 64)
        try give(.entropy(entropy.draw(Int(part))))
        wanted -= part
      }
    }

    private func hear(_ notice: Notice) {
      switch notice {
      case .windowOpened: isWindowOpen = true
      case .windowClosed: isWindowOpen = false
      case .sessionEstablished(let session): sessions.insert(session.session)
      case .sessionClosed(let session, _): sessions.remove(session)
      case .pairingFailed, .inputRejected: hasFailed = true
      case .handshakeProgress, .messageReceived, .delivery, .messageProcessed: break
      }
    }
  }

  init(_ module: [UInt8], engine: WasmtimeEngine, seed: UInt64) throws {
    func node(_ stream: UInt64) throws -> Node {
      Node(
        try WasmtimeCore(module, engine: engine, fuelPerStep: CoreInterface.fuelPerStep),
        entropy: SeededEntropy(seed: seed, stream: stream))
    }
    commissioner = try node(1)
    device = try node(2)
    for node in [commissioner, device] {
      try node.give(.clock(now))
      try node.give(.message(.command(.configure(.standard(reportsMessages: false)))))
    }
  }

  /// The bytes of both memories.
  var memorySizes: [Int] { [commissioner.core.memorySize, device.core.memorySize] }

  var fuelOfMostExpensiveStep: UInt64 { max(commissioner.mostFuel, device.mostFuel) }

  /// Opens the window, pairs, and closes the session.
  /// - Returns: whether all of it went well.
  func pairAndClose() throws -> Bool {
    let salt = Array("SPAKE2P Key Salt".utf8)
    let window = WindowOrder(
      secret: .passcode(Self.passcode), iterations: 1000,
      salt: try BoundedBytes(copying: salt.span),
      durationSeconds: 900)
    try device.give(.message(.command(.openWindow(window))))
    guard try run(until: { device.isWindowOpen }) else { return false }
    let order = PairOrder(peer: Self.peer, passcode: Self.passcode)
    try commissioner.give(.message(.command(.pair(order))))
    guard
      try run(until: { !commissioner.sessions.isEmpty && !device.sessions.isEmpty })
    else { return false }
    guard let session = commissioner.sessions.first else { return false }
    try commissioner.give(.message(.command(.closeSession(session: session))))
    return try run(until: { commissioner.sessions.isEmpty && device.sessions.isEmpty })
  }

  /// Delivers datagrams and lets time pass until the condition holds.
  private func run(until isDone: () -> Bool) throws -> Bool {
    for _ in 0..<10_000 {
      if isDone() { return true }
      if commissioner.hasFailed || device.hasFailed { return false }
      if try deliver(from: commissioner, to: device) { continue }
      if try deliver(from: device, to: commissioner) { continue }
      guard let next = [commissioner.deadline, device.deadline].compactMap({ $0 }).min() else {
        return false
      }
      now = max(now + 1, next)
      for node in [commissioner, device] where node.deadline.map({ $0 <= now }) ?? false {
        node.deadline = nil
        try node.give(.clock(now))
      }
    }
    return false
  }

  private func deliver(from sender: Node, to receiver: Node) throws -> Bool {
    guard !sender.outbox.isEmpty else { return false }
    let bytes = sender.outbox.removeFirst()
    try receiver.give(.clock(now))
    try receiver.give(.message(.datagram(Datagram(peer: Self.peer, bytes: bytes))))
    return true
  }
}
