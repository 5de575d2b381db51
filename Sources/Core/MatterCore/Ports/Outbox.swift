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

  mutating func append(_ event: OutEvent) {
    frames.add(contentsOf: event.frame().bytes.span)
  }

  mutating func append(_ notice: Notice) {
    append(.message(.notice(notice)))
  }
}
