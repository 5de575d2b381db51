/// The first value of a message counter: random, in 1...2^28, so that it says nothing about how
/// long the node has been running and leaves room to count.
///
/// Spec: Matter Core, message counters, initialisation.
package func initialMessageCounter(entropy: UInt32) -> UInt32 {
  (entropy & 0x0FFF_FFFF) + 1
}

/// The counter of all unsecured messages of the node. It may roll over.
package struct UnsecuredMessageCounter: Sendable {
  private var upcoming: UInt32

  package init(first: UInt32) {
    upcoming = first
  }

  /// The value for the next message.
  package mutating func next() -> UInt32 {
    defer { upcoming &+= 1 }
    return upcoming
  }
}

/// The counter of one direction of a secure session. It never rolls over: with the key it makes
/// the nonce, and a nonce must not repeat.
package struct SecureMessageCounter: Sendable {
  private var upcoming: UInt32?

  package init(first: UInt32) {
    upcoming = first
  }

  /// The value for the next message, or `nil` when only the last one is left: that one is kept for
  /// telling the peer that the session ends.
  package mutating func next() -> UInt32? {
    guard let value = upcoming else { return nil }
    guard value < .max else { return nil }
    upcoming = value + 1
    return value
  }

  /// The value for the message that ends the session, or `nil` when there was one already.
  package mutating func last() -> UInt32? {
    defer { upcoming = nil }
    return upcoming
  }
}
