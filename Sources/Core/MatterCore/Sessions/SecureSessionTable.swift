import CoreSeam

/// All secure sessions of the node.
struct SecureSessionTable {
  private var entries = [16 of SecureSession?](repeating: nil)

  /// The session at an occupied index.
  subscript(index: Int) -> SecureSession {
    @_addressableSelf get {
      guard let session = entries[index] else { preconditionFailure("an index that is occupied") }
      return session
    }
    set { entries[index] = newValue }
  }

  @_addressableSelf func index(ofLocalID id: UInt16) -> Int? {
    for index in 0..<Limits.secureSessions where entries[index]?.localID == id { return index }
    return nil
  }

  var freeIndex: Int? {
    @_addressableSelf get {
      for index in 0..<Limits.secureSessions where entries[index] == nil { return index }
      return nil
    }
  }

  /// The session that may go when all places are taken: of those in which no exchange has
  /// anything under way, the one quiet for the longest. There are fewer exchanges than sessions, so
  /// there always is one.
  @_addressableSelf func indexToEvict(sparing exchanges: borrowing ExchangeTable) -> Int {
    var oldest: Int?
    for index in 0..<Limits.secureSessions {
      guard let session = entries[index] else { continue }
      guard !exchanges.hasBusyExchange(in: .secure(session.localID)) else { continue }
      guard let candidate = oldest else {
        oldest = index
        continue
      }
      if session.lastActivity < self[candidate].lastActivity { oldest = index }
    }
    guard let oldest else {
      preconditionFailure("more sessions than exchanges: one of them is idle")
    }
    return oldest
  }

  /// Wipes the session's keys and frees its place.
  mutating func remove(_ index: Int) {
    entries[index]?.wipe()
    entries[index] = nil
  }
}
