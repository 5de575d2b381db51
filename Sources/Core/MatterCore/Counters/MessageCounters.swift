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
  /// The values that are kept for ending the session in order: far more than one step can send.
  private static let reserve: UInt32 = 256

  private var upcoming: UInt32

  package init(first: UInt32) {
    upcoming = first
  }

  /// Whether so few values are left that the session has to end.
  package var isRunningOut: Bool { upcoming > .max - Self.reserve }

  /// The value for the next message.
  package mutating func next() -> UInt32 {
    precondition(upcoming < .max, "a session ends before its counter does")
    defer { upcoming += 1 }
    return upcoming
  }
}
