/// Which message counters of a peer have been received: the highest, and the 32 below it.
///
/// Spec: Matter Core, message reception state.
package struct ReplayWindow: Equatable, Sendable {
  /// How a counter stands to what has been received.
  package enum Verdict: Equatable, Sendable {
    case new
    case duplicate
  }

  /// What becomes of a counter further behind than the window reaches.
  package enum Policy: Equatable, Sendable {
    /// A secure session: it is a replay.
    case refuseOld
    /// An unsecured session, where counters may roll over and a peer may restart: it is new, and
    /// the window starts again from it.
    case rebaseOnOld
  }

  private static let width: UInt32 = 32

  private let policy: Policy
  /// `nil` until the first message: any counter is then new.
  private var highest: UInt32?
  /// Bit n stands for the counter n + 1 below the highest.
  private var received: UInt32 = 0

  package init(policy: Policy) {
    self.policy = policy
  }

  /// Whether a message with this counter is new. Changes nothing: the counter of a message whose
  /// tag does not match must not move the window.
  package func verdict(on counter: UInt32) -> Verdict {
    guard let highest else { return .new }
    guard counter != highest else { return .duplicate }
    guard !isAhead(counter, of: highest) else { return .new }
    let behind = highest &- counter
    guard behind <= Self.width else { return policy == .rebaseOnOld ? .new : .duplicate }
    return received & bit(behind) == 0 ? .new : .duplicate
  }

  /// Notes that a message with this counter has been accepted: one that is new.
  package mutating func accept(_ counter: UInt32) {
    precondition(verdict(on: counter) == .new, "a counter is accepted once")
    guard let highest else {
      self.highest = counter
      return
    }
    if isAhead(counter, of: highest) {
      advance(to: counter, from: highest)
      return
    }
    let behind = highest &- counter
    guard behind <= Self.width else {
      // It is new, so the policy is to begin again.
      self.highest = counter
      received = 0
      return
    }
    received |= bit(behind)
  }

  private mutating func advance(to counter: UInt32, from highest: UInt32) {
    let distance = counter &- highest
    self.highest = counter
    guard distance <= Self.width else {
      received = 0
      return
    }
    // In two steps: the whole width cannot be shifted out in one.
    received = (received &<< (distance &- 1)) &<< 1 | bit(distance)
  }

  /// Whether the counter, another than the highest, comes after it. Secure counters are compared as
  /// numbers, unsecured ones on the circle of 2^32.
  private func isAhead(_ counter: UInt32, of highest: UInt32) -> Bool {
    switch policy {
    case .refuseOld: counter > highest
    case .rebaseOnOld: counter &- highest < 0x8000_0000
    }
  }

  private func bit(_ behind: UInt32) -> UInt32 {
    1 &<< (behind &- 1)
  }
}
