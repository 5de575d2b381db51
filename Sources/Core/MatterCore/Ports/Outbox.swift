import CoreSeam
import MatterBytes

/// What one step emits: whole frames, one after the other, as they go into the pipe.
public struct Outbox: Sendable {
  /// The most that one step can emit is a timer tick on which each exchange retransmits its
  /// datagram, sends an acknowledgement, and reports both: 8 × 1.5 KiB.
  private var frames = BoundedBytes<16384>()

  public init() {}

  /// All frames of the step.
  public var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    @_addressableSelf borrowing get { frames.span }
  }

  /// Empties the outbox for the next step.
  public mutating func removeAll() {
    frames.truncate(to: 0)
  }

  // None of these is inlined, for events are large: whoever emits one would need the stack for its
  // frame, too, and hold on to it during all that it calls.

  @inline(never)
  mutating func append(_ event: borrowing OutEvent) {
    frames.add(contentsOf: event.frame().bytes.span)
  }

  @inline(never)
  mutating func append(_ notice: borrowing Notice) {
    append(.message(.notice(copy notice)))
  }

  @inline(never)
  mutating func append(_ datagram: borrowing BoundedBytes<1232>, to peer: PeerHandle) {
    append(.message(.datagram(Datagram(peer: peer, bytes: copy datagram))))
  }

  @inline(never)
  mutating func append(deadline: Instant?) {
    append(.deadline(deadline?.microseconds))
  }

  @inline(never)
  mutating func append(entropyWanted count: UInt32) {
    append(.entropyWanted(count))
  }

  /// Tells the host that an input was not acted on.
  @inline(never)
  mutating func reject(_ reason: InputRejection) {
    append(.inputRejected(reason))
  }
}
