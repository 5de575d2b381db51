/// Puts a value into the flat values of a call, and its lists into an arena.
public struct FlatWriter: Sendable {
  /// The values so far.
  public private(set) var values = FlatValues()

  /// Where the lists are. The caller reads them there until the next call.
  public var arena = PortLists()

  private var base: UInt32 = 0

  public init() {}

  /// Begins another value: what the last one took is free again.
  /// - Parameter base: the address of the arena's storage in linear memory.
  public mutating func begin(arenaAt base: UInt32) {
    self.base = base
    values = FlatValues()
    arena.removeAll()
  }

  public mutating func append(_ slot: UInt64) {
    values.append(slot)
  }

  /// Fills with zeros up to where the values of a variant end: a shorter case leaves the rest unused.
  public mutating func pad(to end: Int) {
    precondition(end >= values.count, "no case has more values than its variant")
    while values.count < end { values.append(0) }
  }

  /// A list of bytes: its address and its length.
  /// - Throws: `arenaFull` when the lists of the value are longer than those of any in the model.
  public mutating func append(list bytes: Span<UInt8>) throws(CanonicalError) {
    let start = try arena.append(bytes)
    append(UInt64(base &+ UInt32(start)))
    append(UInt64(bytes.count))
  }
}
