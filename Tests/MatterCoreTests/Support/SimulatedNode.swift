import CoreDriver
import CoreSeam
import MatterBytes
import MatterCore

/// A core with what its host would do for it: the time, and entropy from a seed when it asks.
final class SimulatedNode {
  private var core = VerifiedCore()
  private var outbox = Outbox()
  private var generator: SplitMix64
  private var clock: UInt64?

  /// Whether requests for entropy are met.
  var givesEntropy = true
  /// Every in-port event so far, for a replay.
  private(set) var inputs: [InEvent] = []
  /// Every out-port event so far.
  private(set) var outputs: [OutEvent] = []
  private(set) var deadline: UInt64?
  /// Bytes of the longest outbox so far.
  private(set) var largestStep = 0
  /// Datagrams that the core has sent and nobody has taken yet.
  var unsent: [Datagram] = []

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  var notices: [Notice] {
    outputs.compactMap { output in
      guard case .message(.notice(let notice)) = output else { return nil }
      return notice
    }
  }

  var datagrams: [Datagram] {
    outputs.compactMap { output in
      guard case .message(.datagram(let datagram)) = output else { return nil }
      return datagram
    }
  }

  func tick(_ microseconds: UInt64) {
    clock = microseconds
    give(.clock(microseconds))
  }

  func order(_ command: Command) {
    give(.message(.command(command)))
  }

  func receive(_ bytes: [UInt8], from peer: UInt32) throws {
    let datagram = Datagram(
      peer: PeerHandle(rawValue: peer), bytes: try BoundedBytes(copying: bytes.span))
    give(.message(.datagram(datagram)))
  }

  func give(_ event: InEvent) {
    inputs.append(event)
    outbox.removeAll()
    core.step(event, into: &outbox)
    takeOutputs()
  }

  /// Forgets the events so far.
  func forget() {
    inputs = []
    outputs = []
  }

  /// Puts a session into use as a handshake does, with terms that no handshake gives.
  func install(_ session: SecureSession) {
    precondition(core.prepareNumbers(), "a node that has a session has its numbers")
    outbox.removeAll()
    core.install(session, into: &outbox)
    takeOutputs()
  }

  private func takeOutputs() {
    largestStep = max(largestStep, outbox.bytes.count)
    for output in Self.events(in: outbox.bytes) { take(output) }
  }

  /// Whether these bytes stand anywhere in the core's own storage.
  func holds(_ secret: [UInt8]) -> Bool {
    unsafe withUnsafeBytes(of: &core) { storage in
      let last = storage.count - secret.count
      for start in 0...last {
        var matched = 0
        while matched < secret.count {
          guard unsafe storage[start + matched] == secret[matched] else { break }
          matched += 1
        }
        if matched == secret.count { return true }
      }
      return false
    }
  }

  private func take(_ output: OutEvent) {
    outputs.append(output)
    switch output {
    case .message(.datagram(let datagram)): unsent.append(datagram)
    case .message(.notice): break
    case .deadline(let deadline): self.deadline = deadline
    case .entropyWanted(let count): if givesEntropy { feed(Int(count)) }
    }
  }

  private func feed(_ count: Int) {
    var missing = count
    while missing > 0 {
      let size = min(missing, 64)
      let fresh = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      guard let bytes = try? BoundedBytes<64>(copying: fresh.span) else { return }
      give(.entropy(bytes))
      missing -= size
    }
  }

  static func events(in frames: Span<UInt8>) -> [OutEvent] {
    var events: [OutEvent] = []
    var assembler = FrameAssembler()
    var offset = 0
    while let isWhole = try? assembler.consume(frames, at: &offset), isWhole {
      guard let event = try? OutEvent(frameBody: assembler.body) else { break }
      events.append(event)
    }
    return events
  }
}
