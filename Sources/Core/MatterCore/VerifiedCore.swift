public import CoreSeam
import MatterBytes

/// The secure channel of one Matter node as a deterministic state machine: PASE in both roles,
/// secure sessions, exchanges and their reliability.
///
/// It knows nothing but what comes in by `step`, and does nothing but what `step` emits. The same
/// inputs in the same order give the same outputs, bit for bit. The host gives it the time before
/// anything else, and again when the announced deadline has come; it gives it entropy when asked.
public struct VerifiedCore: ~Copyable {
  /// The latest time that `clock_in` gave. Nothing is done with messages before the first.
  private(set) var now = Instant(microseconds: 0)
  private var hasClock = false
  var entropy = EntropyPool()
  var configuration = NodeConfiguration.standard
  var numbers = NodeNumbers()
  var sessions = SecureSessionTable()
  var unsecuredSessions = UnsecuredSessionTable()
  var exchanges = ExchangeTable()
  var initiator = PASEInitiator()
  var responder = PASEResponder()
  var window = CommissioningWindow()
  private var announcedDeadline: Instant?

  public init() {}

  /// Acts on one input. All that it emits is appended to `outbox`, in order.
  public mutating func step(_ event: borrowing InEvent, into outbox: inout Outbox) {
    switch event {
    case .clock(let microseconds): advance(to: microseconds, into: &outbox)
    case .entropy(let bytes): fill(bytes.span, into: &outbox)
    case .message(let message): receive(message, into: &outbox)
    }
    closeExhaustedSessions(into: &outbox)
    if let wanted = entropy.takeRequest() { outbox.append(entropyWanted: wanted) }
    announceDeadline(into: &outbox)
  }

  @inline(never)
  private mutating func advance(to microseconds: UInt64, into outbox: inout Outbox) {
    let instant = Instant(microseconds: microseconds)
    guard instant >= now else {
      outbox.reject(.clockWentBack)
      return
    }
    now = instant
    hasClock = true
    runTimers(into: &outbox)
    runDerivations(into: &outbox)
  }

  private mutating func fill(_ bytes: Span<UInt8>, into outbox: inout Outbox) {
    if !entropy.fill(bytes) { outbox.reject(.entropyPoolFull) }
  }

  @inline(never)
  private mutating func receive(_ message: MessageIn, into outbox: inout Outbox) {
    guard hasClock else {
      outbox.reject(.clockMissing)
      return
    }
    switch message {
    case .datagram(let datagram):
      receive(InboundDatagram(from: datagram.peer, datagram.bytes.span), into: &outbox)
    case .command(let command): execute(command, into: &outbox)
    }
  }

  /// Kept out of line, like its siblings; otherwise every step would reserve stack for all of them.
  @inline(never)
  private mutating func announceDeadline(into outbox: inout Outbox) {
    let deadline = nextDeadline
    guard deadline != announcedDeadline else { return }
    announcedDeadline = deadline
    outbox.append(deadline: deadline)
  }
}
