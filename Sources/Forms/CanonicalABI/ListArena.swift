/// Memory for the lists that one call brings or takes: `cabi_realloc` of a component without a heap.
///
/// It is emptied between calls, never grown, and what does not fit is refused.
public struct ListArena<let capacity: Int>: Sendable {
  /// The lists, at the address that the arena has in linear memory.
  public var storage = [capacity of UInt8](repeating: 0)

  /// How many bytes are taken.
  public private(set) var count = 0

  public init() {}

  /// The bytes taken.
  public var span: Span<UInt8> {
    @_lifetime(borrow self)
    @_addressableSelf borrowing get { storage.span.extracting(first: count) }
  }

  /// Takes `size` bytes; lists of bytes need no alignment.
  /// - Returns: how far into the arena they begin.
  /// - Throws: `arenaFull` when there are not so many left.
  public mutating func allocate(_ size: Int) throws(CanonicalError) -> Int {
    guard size >= 0 else { throw .arenaFull }
    guard size <= capacity - count else { throw .arenaFull }
    let start = count
    count += size
    return start
  }

  /// Takes as many bytes as there are, and copies them there.
  /// - Returns: how far into the arena they begin.
  /// - Throws: `arenaFull` when they do not fit.
  public mutating func append(_ bytes: Span<UInt8>) throws(CanonicalError) -> Int {
    let start = try allocate(bytes.count)
    for index in bytes.indices { storage[start &+ index] = bytes[index] }
    return start
  }

  /// Empties it. What lay there is wiped, for it may have been a secret.
  public mutating func removeAll() {
    for index in 0..<count { storage[index] = 0 }
    count = 0
  }
}
