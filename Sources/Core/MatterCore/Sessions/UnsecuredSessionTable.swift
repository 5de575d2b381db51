import CoreSeam

/// The unsecured sessions that are in use, and the latest of those that were.
struct UnsecuredSessionTable {
  private var entries = [12 of UnsecuredSession?](repeating: nil)

  static let indices = 0..<Limits.unsecuredSessions

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

  var freeIndex: Int? {
    @_addressableSelf get {
      for index in Self.indices where entries[index] == nil { return index }
      return nil
    }
  }
}
