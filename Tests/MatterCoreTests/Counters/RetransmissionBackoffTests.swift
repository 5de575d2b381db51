import CoreSeam
import MatterCore
import Testing

/// The waits of MRP against the formula i × 1.1 × 1.6^max(0, n−1) × (1 + rand × 0.25).
@Suite struct RetransmissionBackoffTests {
  /// Interval, then the shortest waits after each transmission, in ms, rounded.
  static let table: [(interval: UInt32, waits: [UInt64])] = [
    (300, [330, 330, 528, 845, 1352]),
    (500, [550, 550, 880, 1408, 2253]),
    (2000, [2200, 2200, 3520, 5632, 9011]),
    (5000, [5500, 5500, 8800, 14080, 22528]),
  ]

  @Test(arguments: table)
  func theShortestWaitsAreThoseOfTheTable(_ row: (interval: UInt32, waits: [UInt64])) {
    for (index, expected) in row.waits.enumerated() {
      let wait = RetransmissionBackoff.wait(
        afterTransmission: UInt8(index + 1), intervalMilliseconds: row.interval, jitter: 0)
      #expect((wait + 500) / 1000 >= expected)
      #expect(Double(wait) <= Double(expected + 1) * 1000 * 1.001)
    }
  }

  @Test func theWaitsAreThoseOfTheFormulaButForRounding() {
    for interval in [1, 2, 7, 300, 500, 4999, 65_535, 3_600_000] as [UInt32] {
      for transmission in 1...5 {
        let exponent = max(0, transmission - 2)
        var exact = Double(interval) * 1.1 * 1000
        for _ in 0..<exponent { exact *= 1.6 }
        for jitter in [0, 1, 0x8000, .max] as [UInt16] {
          let bound = exact * (1 + Double(jitter) / 65_536 * 0.25)
          let wait = Double(
            RetransmissionBackoff.wait(
              afterTransmission: UInt8(transmission), intervalMilliseconds: interval,
              jitter: jitter))
          #expect(wait >= bound - 3)
          #expect(wait <= bound * 1.001 + 2)
        }
      }
    }
  }

  @Test(arguments: [(300, 3385, 4231), (500, 5641, 7051)])
  func theWholeLadderIsAsLongAsTheTableSays(
    _ interval: UInt32, _ shortest: Double, _ longest: Double
  ) {
    let least = (1...5).reduce(UInt64(0)) {
      $0
        + RetransmissionBackoff.wait(
          afterTransmission: UInt8($1), intervalMilliseconds: interval, jitter: 0)
    }
    let most = RetransmissionBackoff.longestLadder(intervalMilliseconds: interval)
    #expect(abs(Double(least) / 1000 - shortest) < 4)
    #expect(abs(Double(most) / 1000 - longest) < 5)
  }
}
