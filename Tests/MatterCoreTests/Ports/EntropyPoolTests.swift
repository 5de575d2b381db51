import CoreDriver
import MatterBytes
import MatterCore
import Testing

@Suite struct EntropyPoolTests {
  private func filled(_ count: Int, from first: Int = 0) -> EntropyPool {
    var pool = EntropyPool()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: first + $0) }
    let fits = pool.fill(bytes.span)
    #expect(fits)
    return pool
  }

  /// Takes `count` bytes, one draw for each two of them.
  private func pairs(_ count: Int, of pool: inout EntropyPool) -> [UInt16?] {
    (0..<count).map { _ in pool.drawUInt16() }
  }

  @Test func bytesComeOutInTheOrderTheyWentInAndOnlyOnce() throws {
    var pool = filled(200)
    let first: [100 of UInt8]? = pool.draw()
    #expect([UInt8](inline: try #require(first)) == Array(0..<100))
    let second: [100 of UInt8]? = pool.draw()
    #expect([UInt8](inline: try #require(second)) == Array(100..<200))
    #expect(pool.count == 0)
    #expect(pairs(1, of: &pool) == [nil])
  }

  @Test func aDrawIsAllOrNothing() throws {
    var pool = filled(39)
    let scalar: [40 of UInt8]? = pool.draw()
    #expect(scalar == nil)
    #expect(pool.count == 39)
    let (short, long) = (pool.drawUInt16(), pool.drawUInt64())
    #expect(short == 0x0100)
    #expect(long == 0x0908_0706_0504_0302)
    #expect(pool.count == 29)
  }

  @Test func aPoolThatIsFullKeepsWhatItHas() throws {
    var pool = filled(250)
    let more = [UInt8](repeating: 0xEE, count: 10)
    let whole = pool.fill(more.span)
    #expect(!whole)
    #expect(pool.count == 256)
    let kept = (0..<125).map { (index: UInt16) -> UInt16? in index * 2 | (index * 2 + 1) << 8 }
    #expect(pairs(125, of: &pool) == kept)
    #expect(pairs(3, of: &pool) == [0xEEEE, 0xEEEE, 0xEEEE])
    #expect(pool.count == 0)
  }

  @Test func theRingGoesRoundWithoutMixingBytes() throws {
    var pool = EntropyPool()
    var expected: [UInt8] = []
    var generator = SplitMix64(seed: 3)
    for _ in 0..<2000 {
      let size = Int.random(in: 1...64, using: &generator)
      let fresh = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let fits = min(size, 256 - expected.count)
      let isWhole = pool.fill(fresh.span)
      #expect(isWhole == (fits == size))
      expected += fresh.prefix(fits)
      while expected.count > 100, let drawn: [7 of UInt8] = pool.draw() {
        #expect([UInt8](inline: drawn) == Array(expected.prefix(7)))
        expected.removeFirst(7)
      }
      #expect(pool.count == expected.count)
    }
  }

  @Test func itAsksOnceForWhatIsMissingAndAgainWhenThatHasComeAndGone() throws {
    var pool = EntropyPool()
    var requests = [pool.takeRequest(), pool.takeRequest()]
    let quarter = [UInt8](repeating: 1, count: 64)
    for _ in 0..<4 {
      _ = pool.fill(quarter.span)
      requests.append(pool.takeRequest())
    }
    #expect(requests == [256, nil, nil, nil, nil, nil])
    let _: [64 of UInt8]? = pool.draw()
    requests = [pool.takeRequest()]
    _ = pool.drawUInt16()
    requests.append(pool.takeRequest())
    #expect(requests == [nil, 66])
  }
}
