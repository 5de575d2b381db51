import CoreSeam

/// All secure sessions of the node.
struct SecureSessionTable {
  private var entries = [16 of SecureSession?](repeating: nil)

  static let indices = 0..<Limits.secureSessions

  /// The session at an occupied index.
  subscript(index: Int) -> SecureSession {
    @_addressableSelf get { entries[index]! }
    set { entries[index] = newValue }
  }

  @_addressableSelf func index(ofLocalID id: UInt16) -> Int? {
    for index in Self.indices where entries[index]?.localID == id { return index }
    return nil
  }

  var freeIndex: Int? {
    @_addressableSelf get {
      for index in Self.indices where entries[index] == nil { return index }
      return nil
    }
  }

  /// Whether the session at the index, if there is one, has to end for want of counters.
  @_addressableSelf func isRunningOut(_ index: Int) -> Bool {
    entries[index]?.isRunningOut ?? false
  }

  /// Wipes the session's keys and frees its place.
  mutating func remove(_ index: Int) {
    self[index].wipe()
    entries[index] = nil
  }
}
