/// What an exchange acknowledges.
struct Acknowledgement {
  /// The latest message of the peer that asked to be acknowledged. Every message sent on the
  /// exchange carries it, even after a standalone acknowledgement did: that one may be lost, and a
  /// peer still waiting for it discards a reply that does not acknowledge its message.
  private(set) var counter: UInt32?

  /// When a standalone acknowledgement must go out, if no message has carried it by then.
  private(set) var due: Instant?

  mutating func await(_ counter: UInt32, until due: Instant) {
    self.counter = counter
    self.due = due
  }

  /// Notes that a message with the acknowledgement has been sent.
  mutating func settle() {
    due = nil
  }
}
