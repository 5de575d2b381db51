import HostShell
import MatterBytes
import Testing

struct FaultyLinkTests {
  private let everything = LinkFaults(
    drop: 0.2, duplicate: 0.2, reorder: 0.2, corrupt: 0.2, delayMilliseconds: 7)

  private func datagram(_ number: Int) throws -> BoundedBytes<1232> {
    let bytes = (0..<(1 + number % 60)).map { UInt8(truncatingIfNeeded: $0 &* number) }
    return try BoundedBytes(copying: bytes.span)
  }

  private func run(
    _ faults: LinkFaults, seed: UInt64, stream: UInt64 = 1, count: Int = 500
  ) throws -> [(fate: FaultyLink.Fate, copies: [FaultyLink.Copy])] {
    var link = FaultyLink(faults, seed: seed, stream: stream)
    return try (0..<count).map { link.transmit(try datagram($0)) }
  }

  @Test func theSameSeedDoesTheSameToTheSameDatagrams() throws {
    let first = try run(everything, seed: 42)
    let second = try run(everything, seed: 42)
    #expect(first.map(\.fate) == second.map(\.fate))
    #expect(first.map(\.copies) == second.map(\.copies))
  }

  @Test func anotherSeedOrStreamDoesSomethingElse() throws {
    let first = try run(everything, seed: 42).map(\.fate)
    #expect(try run(everything, seed: 43).map(\.fate) != first)
    #expect(try run(everything, seed: 42, stream: 2).map(\.fate) != first)
  }

  @Test func aWireWithoutFaultsChangesNothing() throws {
    for (number, sent) in try run(.none, seed: 1).enumerated() {
      #expect(sent.fate == FaultyLink.Fate())
      #expect(sent.copies == [FaultyLink.Copy(delay: 0, bytes: try datagram(number))])
    }
  }

  @Test func certainLossLosesAll() throws {
    #expect(try run(LinkFaults(drop: 1, duplicate: 1), seed: 1).allSatisfy(\.copies.isEmpty))
  }

  @Test func certainDuplicationSendsAllTwice() throws {
    for (number, sent) in try run(LinkFaults(duplicate: 1), seed: 1).enumerated() {
      #expect(sent.copies.map(\.bytes) == [try datagram(number), try datagram(number)])
    }
  }

  @Test func corruptionInvertsOneBit() throws {
    for (number, sent) in try run(LinkFaults(corrupt: 1), seed: 1).enumerated() {
      let original = try datagram(number)
      let copy = try #require(sent.copies.first).bytes
      #expect(copy.count == original.count)
      let differing = (0..<original.count).map { (copy[$0] ^ original[$0]).nonzeroBitCount }
      #expect(differing.reduce(0, +) == 1)
    }
  }

  @Test func anEmptyDatagramCanBeCorruptedToo() {
    var link = FaultyLink(LinkFaults(corrupt: 1), seed: 1, stream: 1)
    #expect(link.transmit(BoundedBytes()).copies.map(\.bytes) == [BoundedBytes()])
  }

  @Test func delayHoldsEveryDatagramAndReorderingHoldsSomeLonger() throws {
    let sent = try run(LinkFaults(reorder: 0.5, delayMilliseconds: 7), seed: 1)
    for (fate, copies) in sent {
      let delay = try #require(copies.first).delay
      #expect(fate.isReordered ? delay > 7000 : delay == 7000)
    }
    #expect(Set(sent.map(\.fate.isReordered)).count == 2)
  }

  @Test func theProbabilitiesAreKept() throws {
    let fates = try run(everything, seed: 5, count: 4000).map(\.fate)
    let arrived = fates.filter { !$0.isDropped }
    #expect((700...900).contains(fates.count { $0.isDropped }))
    for property in [\FaultyLink.Fate.isDuplicated, \.isReordered, \.isCorrupted] {
      let share = Double(arrived.count { $0[keyPath: property] }) / Double(arrived.count)
      #expect((0.17...0.23).contains(share))
    }
  }

  @Test func oneProbabilityDoesNotChangeWhatTheOthersDo() throws {
    let one = try run(LinkFaults(drop: 0.3), seed: 9).map(\.fate.isDropped)
    let more = try run(
      LinkFaults(drop: 0.3, duplicate: 0.9, reorder: 0.5, corrupt: 0.7), seed: 9)
    #expect(more.map(\.fate.isDropped) == one)
  }
}
