import CoreSeam

/// The unsecured sessions that are in use, and the latest of those that were.
struct UnsecuredSessionTable {
  private var entries = [12 of UnsecuredSession?](repeating: nil)

  /// The session at an occupied index.
  subscript(index: Int) -> UnsecuredSession {
    @_addressableSelf get {
      guard let session = entries[index] else { preconditionFailure("an index that is occupied") }
      return session
    }
    set { entries[index] = newValue }
  }

  @_addressableSelf func index(ephemeralNodeID: UInt64, role: Role) -> Int? {
    for index in 0..<Limits.unsecuredSessions {
      guard let session = entries[index] else { continue }
      guard session.ephemeralNodeID == ephemeralNodeID else { continue }
      guard session.role == role else { continue }
      return index
    }
    return nil
  }

  /// Puts the session in a free place, or in that of the one which no exchange uses and which has
  /// been quiet for the longest. There are more places than exchanges, so there always is one.
  mutating func insert(_ session: UnsecuredSession, sparing exchanges: borrowing ExchangeTable)
    -> Int
  {
    var chosen: Int?
    for index in 0..<Limits.unsecuredSessions {
      guard let candidate = entries[index] else {
        chosen = index
        break
      }
      guard !exchanges.hasExchange(in: .unsecured(index)) else { continue }
      guard let oldest = chosen else {
        chosen = index
        continue
      }
      if candidate.lastReceived < self[oldest].lastReceived { chosen = index }
    }
    guard let chosen else {
      preconditionFailure("more unsecured sessions than exchanges: one of them is unused")
    }
    entries[chosen] = session
    return chosen
  }
}
