import CanonicalABI
import MatterBytes
import Testing

/// Lists as a hostile caller might pass them.
struct ListArenaTests {
  private func list(at pointer: UInt64, count: UInt64, arena size: Int = 100) throws(CanonicalError)
    -> BoundedBytes<64>
  {
    try lifted(BoundedBytes<64>.self, from: flatValues([pointer, count]), arena: size)
  }

  @Test func aListWithinTheArenaIsRead() throws {
    #expect(try list(at: UInt64(arenaBase), count: 64).count == 64)
    #expect(try list(at: UInt64(arenaBase) + 36, count: 64).count == 64)
    #expect(try list(at: UInt64(arenaBase) + 99, count: 1).count == 1)
  }

  @Test(arguments: [
    (-1, 1), (100, 1), (99, 2), (37, 64), (0, 101), (-0x1_2340, 1), (0, 0xFFFF_FFFF),
    (50, 0xFFFF_FFCF),
  ])
  func aListOutsideTheArenaIsRefused(distance: Int, count: UInt64) {
    let pointer = UInt64(Int(arenaBase) + distance)
    #expect(throws: CanonicalError.listOutsideArena) { try list(at: pointer, count: count) }
  }

  @Test func aListAtTheEndOfMemoryIsRefused() {
    #expect(throws: CanonicalError.listOutsideArena) { try list(at: 0xFFFF_FFFF, count: 1) }
    #expect(throws: CanonicalError.listOutsideArena) {
      try list(at: 0xFFFF_FFFF, count: 0xFFFF_FFFF)
    }
  }

  @Test func noBytesMayBeAnywhere() throws {
    #expect(try list(at: 0, count: 0).isEmpty)
    #expect(try list(at: 0xFFFF_FFFF, count: 0).isEmpty)
  }

  @Test func aListLongerThanItsTypeIsRefused() {
    #expect(throws: CanonicalError.listTooLong) { try list(at: UInt64(arenaBase), count: 65) }
  }

  @Test func theArenaGivesWhatItHas() throws {
    var arena = ListArena<100>()
    #expect(try arena.allocate(60) == 0)
    #expect(try arena.allocate(0) == 60)
    #expect(try arena.allocate(40) == 60)
    #expect(throws: CanonicalError.arenaFull) { try arena.allocate(1) }
    #expect(throws: CanonicalError.arenaFull) { try arena.allocate(-1) }
    #expect(try arena.allocate(0) == 100)
  }

  @Test func anEmptiedArenaHoldsNothingOfWhatItHeld() throws {
    var arena = ListArena<100>()
    let bytes: [UInt8] = [1, 2, 3]
    _ = try arena.append(bytes.span)
    arena.removeAll()
    #expect(arena.count == 0)
    let isWiped = arena.storage.indices.allSatisfy { arena.storage[$0] == 0 }
    #expect(isWiped)
    #expect(try arena.allocate(100) == 0)
  }

  @Test func listsTooLongForAnyPortAreNotLowered() throws {
    var writer = FlatWriter()
    writer.begin(arenaAt: arenaBase)
    let bytes = [UInt8](repeating: 1, count: 1000)
    try writer.append(list: bytes.span)
    #expect(throws: CanonicalError.arenaFull) { try writer.append(list: bytes.span) }
  }
}
