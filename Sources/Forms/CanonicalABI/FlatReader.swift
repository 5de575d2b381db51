/// Takes a value out of the flat values of a call. Lists are read where they arrived, within the
/// bounds of the arena, whatever pointer and length the caller gives.
public struct FlatReader: ~Escapable {
  private let values: FlatValues
  private let arena: Span<UInt8>
  private let base: UInt32

  /// Which value is next.
  public private(set) var index = 0

  /// - Parameters:
  ///   - arena: the memory in which lists arrive.
  ///   - base: its address in linear memory.
  @_lifetime(copy arena)
  public init(_ values: FlatValues, arena: Span<UInt8>, at base: UInt32) {
    self.values = values
    self.arena = arena
    self.base = base
  }

  /// The next value. There is always one: the caller's parameters are those of the type.
  public mutating func readSlot() -> UInt64 {
    let value = values[index]
    index += 1
    return value
  }

  /// Goes to where the values of a variant end, whichever of its cases it is.
  public mutating func skip(to end: Int) {
    precondition(end >= index, "no case has more values than its variant")
    index = end
  }

  /// A list of bytes: its address and its length. One of no bytes may be anywhere.
  /// - Throws: `listOutsideArena`.
  @_lifetime(copy self)
  public mutating func readList() throws(CanonicalError) -> Span<UInt8> {
    let pointer = UInt32(truncatingIfNeeded: readSlot())
    let length = UInt32(truncatingIfNeeded: readSlot())
    guard length > 0 else { return arena.extracting(0..<0) }
    guard pointer >= base else { throw .listOutsideArena }
    let start = pointer - base
    guard start <= UInt32(arena.count) else { throw .listOutsideArena }
    guard length <= UInt32(arena.count) - start else { throw .listOutsideArena }
    return arena.extracting(Int(start)..<Int(start + length))
  }
}
