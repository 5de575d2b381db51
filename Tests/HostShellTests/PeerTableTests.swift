import CoreSeam
import HostShell
import Testing
import TraceFormat

struct PeerTableTests {
  private func address(_ number: UInt16) -> PeerAddress { .loopback6(port: number) }

  private func give(_ table: inout PeerTable, _ number: UInt16) throws -> PeerHandle {
    let handle = table.handle(for: address(number))
    return try #require(handle)
  }

  @Test func anAddressKeepsItsHandle() throws {
    var table = PeerTable(capacity: 4)
    let first = try give(&table, 1)
    let second = try give(&table, 2)
    #expect(first != second)
    #expect(table.handle(for: address(1)) == first)
    #expect(table.address(of: first) == address(1))
    #expect(table.address(of: second) == address(2))
  }

  @Test func addressesThatDifferInTheirInterfaceOnlyAreTwoPeers() {
    var table = PeerTable()
    let handles = (1...2).map { scope in
      table.handle(
        for: PeerAddress(
          host: .v6(upper: 0xFE80 << 48, lower: 1, scope: UInt32(scope)), port: 5540))
    }
    #expect(handles[0] != handles[1])
  }

  @Test func theAddressNotUsedForLongestMakesRoom() throws {
    var table = PeerTable(capacity: 3)
    let handles = try (1...3).map { try give(&table, $0) }
    #expect(table.handle(for: address(1)) == handles[0])
    #expect(table.address(of: handles[1]) != nil)
    _ = table.handle(for: address(4))
    #expect(table.count == 3)
    #expect(table.address(of: handles[0]) == address(1))
    #expect(table.address(of: handles[1]) == address(2))
    #expect(table.address(of: handles[2]) == nil)
  }

  @Test func aForgottenHandleIsNotGivenToAnotherPeer() throws {
    var table = PeerTable(capacity: 2)
    var given: Set<UInt32> = []
    for port in 1...1000 as ClosedRange<UInt16> {
      let handle = try give(&table, port)
      #expect(given.insert(handle.rawValue).inserted)
    }
    #expect(table.count == 2)
  }

  @Test func aPeerThatComesBackAfterItWasForgottenIsANewOne() throws {
    var table = PeerTable(capacity: 1)
    let first = try give(&table, 1)
    _ = table.handle(for: address(2))
    let again = try give(&table, 1)
    #expect(again != first)
    #expect(table.address(of: first) == nil)
  }

  @Test func aPinnedPeerStaysWhateverComes() throws {
    var table = PeerTable(capacity: 8)
    let pinned = try give(&table, 1)
    table.pin(pinned)
    for port in 2...500 as ClosedRange<UInt16> { #expect(table.handle(for: address(port)) != nil) }
    #expect(table.address(of: pinned) == address(1))
    table.unpin(pinned)
    for port in 501...510 as ClosedRange<UInt16> { _ = table.handle(for: address(port)) }
    #expect(table.address(of: pinned) == nil)
  }

  @Test func aPeerPinnedTwiceIsKeptUntilBothPinsAreGone() throws {
    var table = PeerTable(capacity: 1)
    let pinned = try give(&table, 1)
    table.pin(pinned)
    table.pin(pinned)
    table.unpin(pinned)
    #expect(table.handle(for: address(2)) == nil)
    table.unpin(pinned)
    table.unpin(pinned)
    #expect(table.handle(for: address(2)) != nil)
  }

  @Test func whenTheNumbersBeginAgainThoseInUseAreSkipped() throws {
    var table = PeerTable(capacity: 4, lastHandle: .max - 1)
    let last = try give(&table, 1)
    #expect(last.rawValue == .max)
    let afterwards = try (2...4).map { try give(&table, $0).rawValue }
    #expect(afterwards == [0, 1, 2])
  }
}
