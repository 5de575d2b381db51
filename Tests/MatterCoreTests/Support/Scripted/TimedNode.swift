import CoreSeam
import MatterBytes

/// One node and its time: every deadline of the core is kept to the microsecond, and nothing else
/// moves the clock.
final class TimedNode {
  /// A datagram that the node has sent.
  struct Sent: Equatable {
    let time: UInt64
    let peer: UInt32
    let bytes: [UInt8]
  }

  static let start: UInt64 = 1_000_000

  let node: SimulatedNode
  private(set) var now = TimedNode.start
  /// Everything that the node has sent so far.
  private(set) var sent: [Sent] = []
  /// How much of `sent` the test has looked at.
  private var looked = 0

  init(
    seed: UInt64 = 1, givesEntropy: Bool = true,
    configuration: NodeConfiguration = Simulation.configuration
  ) {
    node = SimulatedNode(seed: seed)
    node.givesEntropy = givesEntropy
    node.tick(now)
    order(.configure(configuration))
  }

  var notices: [Notice] { node.notices }

  /// What the node has sent since the last call.
  func takeSent() -> [Sent] {
    defer { looked = sent.count }
    return Array(sent[looked...])
  }

  /// Forgets what has been recorded, in tests too long to keep it all.
  func forget() {
    sent = []
    looked = 0
    node.forget()
  }

  func order(_ command: Command) {
    node.order(command)
    collect()
  }

  /// Delivers a datagram now.
  func deliver(_ bytes: [UInt8], from peer: UInt32) throws {
    try node.receive(bytes, from: peer)
    collect()
  }

  /// Lets time pass; each deadline in it is met when it comes.
  func pass(microseconds: UInt64) {
    let end = now + microseconds
    while let deadline = node.deadline, deadline <= end {
      now = max(now, deadline)
      node.tick(now)
      collect()
    }
    now = end
    node.tick(now)
    collect()
  }

  /// Gives the clock once, this much later, as a host does that comes late.
  func tick(afterMicroseconds duration: UInt64) {
    now += duration
    node.tick(now)
    collect()
  }

  func pass(milliseconds: UInt64) {
    pass(microseconds: milliseconds * 1000)
  }

  /// Computes what the node has begun to derive; no time passes.
  func finishDerivations() {
    while let deadline = node.deadline, deadline <= now {
      node.tick(now)
      collect()
    }
  }

  /// Opens the commissioning window by the passcode, and waits until it is open.
  func openWindow(
    seconds: UInt16 = 180, passcode: UInt32 = Simulation.passcode, iterations: UInt32 = 1000
  ) throws {
    order(try Self.window(seconds: seconds, passcode: passcode, iterations: iterations))
    finishDerivations()
  }

  static func window(
    seconds: UInt16 = 180, passcode: UInt32 = Simulation.passcode, iterations: UInt32 = 1000,
    salt: [UInt8] = Simulation.salt
  ) throws -> Command {
    .openWindow(
      WindowOrder(
        secret: .passcode(passcode), iterations: iterations,
        salt: try BoundedBytes(copying: salt.span), durationSeconds: seconds))
  }

  private func collect() {
    sent += node.unsent.map {
      Sent(time: now, peer: $0.peer.rawValue, bytes: $0.bytes.array)
    }
    node.unsent = []
  }
}
