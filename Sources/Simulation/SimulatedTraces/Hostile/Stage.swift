import CoreDriver
import CoreSeam
import HostShell
import MatterBytes
import MatterCore
import TraceFormat

/// A core alone, for peers that are not cores and may do anything. Each of its deadlines is kept to
/// the microsecond, and nothing else moves its clock.
final class Stage {
  /// A datagram that the core has sent.
  struct Sent {
    let port: UInt16
    let bytes: [UInt8]
  }

  let party: SimulatedParty
  private(set) var now: UInt64
  private var untaken: [Sent] = []

  /// - Parameters:
  ///   - stream: tells the entropy of the stages of one trace apart.
  ///   - start: what the clock shows first; nil to leave it out, and the configuration with it.
  init(
    _ name: String, in recording: Recording, stream: UInt64, start: UInt64? = 1_000_000,
    givesEntropy: Bool = true
  ) {
    party = recording.party(name: name, stream: stream)
    party.givesEntropy = givesEntropy
    now = start ?? 0
    party.transmit = { [unowned self] datagram in
      let bytes = datagram.bytes
      untaken.append(
        Sent(
          port: UInt16(truncatingIfNeeded: datagram.peer.rawValue),
          bytes: bytes.span.indices.map { bytes.span[$0] }))
    }
    guard start != nil else { return }
    party.tick(now)
    order(.configure(.standard(reportsMessages: true)))
  }

  var notices: [Notice] { party.notices }

  /// What the core has sent since the last call.
  @discardableResult
  func take() -> [Sent] {
    defer { untaken = [] }
    return untaken
  }

  func order(_ command: Command) {
    party.order(command)
  }

  /// Delivers a datagram now.
  func deliver(_ bytes: [UInt8], from port: UInt16) {
    party.peers[UInt32(port)] = .loopback6(port: port)
    party.receive(bytes, from: UInt32(port))
  }

  /// Lets time pass; each deadline in it is met when it comes.
  func pass(microseconds: UInt64) {
    let end = now + microseconds
    while let deadline = party.deadline, deadline <= end {
      now = max(now, deadline)
      party.tick(now)
    }
    now = end
    party.tick(now)
  }

  func pass(milliseconds: UInt64) {
    pass(microseconds: milliseconds * 1000)
  }

  /// Gives the clock once, this much later, as a host does that comes late.
  func tick(afterMicroseconds duration: UInt64) {
    now += duration
    party.tick(now)
  }

  /// Gives the clock a time of the past.
  func tickBack(microseconds: UInt64) {
    party.tick(now - microseconds)
    party.resume(at: now)
  }

  /// Computes what the core has begun to derive; no time passes.
  func finishDerivations() {
    while let deadline = party.deadline, deadline <= now { party.tick(now) }
  }

  /// Opens the commissioning window by the passcode, and waits until it is open.
  func openWindow(seconds: UInt16 = 900, iterations: UInt32 = 1000) {
    order(Self.window(seconds: seconds, iterations: iterations))
    finishDerivations()
  }

  static func window(
    passcode: UInt32 = SimulatedRun.passcode, seconds: UInt16 = 900, iterations: UInt32 = 1000,
    salt: [UInt8] = Stage.salt
  ) -> Command {
    .openWindow(
      WindowOrder(
        secret: .passcode(passcode), iterations: iterations, salt: bounded(salt),
        durationSeconds: seconds))
  }

  static let salt = Array("SPAKE2P Key Salt".utf8)
}

/// Bytes for a field of the seam, which has room for them.
func bounded<let capacity: Int>(_ bytes: [UInt8]) -> BoundedBytes<capacity> {
  BoundedBytes(fitting: bytes.span)
}
