import CoreSeam

/// The unsecured sessions that are in use, and the latest of those that were.
struct UnsecuredSessionTable {
  private var entries = [12 of UnsecuredSession?](repeating: nil)

  private static let indices = 0..<Limits.unsecuredSessions

  /// The session at an occupied index.
  subscript(index: Int) -> UnsecuredSession {
    @_addressableSelf get { entries[index]! }
    set { entries[index] = newValue }
  }

  @_addressableSelf func index(ephemeralNodeID: UInt64, role: Role) -> Int? {
    for index in Self.indices {
      guard let session = entries[index] else { continue }
      guard session.ephemeralNodeID == ephemeralNodeID else { continue }
      guard session.role == role else { continue }
      return index
    }
    return nil
  }

  /// Puts the session in a free place, or in that of the one which no exchange uses and which has
  /// been quiet for the longest. There are more places than exchanges, so there always is one.
  mutating func insert(
    _ session: UnsecuredSession, sparing exchanges: borrowing ExchangeTable
  ) -> Int {
    let index: Int
    if let free = freeIndex {
      index = free
    } else {
      index = indexToEvict(sparing: exchanges)
    }
    entries[index] = session
    return index
  }

  private var freeIndex: Int? {
    @_addressableSelf get {
      for index in Self.indices where entries[index] == nil { return index }
      return nil
    }
  }

  @_addressableSelf private func indexToEvict(sparing exchanges: borrowing ExchangeTable) -> Int {
    var chosen = 0
    for index in Self.indices
    where quietSince(index, sparing: exchanges) < quietSince(chosen, sparing: exchanges) {
      chosen = index
    }
    return chosen
  }

  /// Since when nothing has come in: the end of time while an exchange uses the session.
  @_addressableSelf private func quietSince(
    _ index: Int, sparing exchanges: borrowing ExchangeTable
  ) -> Instant {
    exchanges.hasExchange(in: .unsecured(index)) ? .end : self[index].lastReceived
  }
}
