import CoreDriver
import MatterBytes
import Testing

struct SplitMix64Tests {
  @Test func theNumbersAreThoseOfTheReferenceImplementation() {
    // The first numbers of seed 1234567 in the implementation by Sebastiano Vigna.
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func aSeedGivesTheSameEntropyAgainAndEachStreamItsOwn() {
    func drawn(seed: UInt64, stream: UInt64) -> BoundedBytes<64> {
      var entropy = SeededEntropy(seed: seed, stream: stream)
      return entropy.draw(64)
    }
    let first = drawn(seed: 1, stream: 1)
    #expect(drawn(seed: 1, stream: 1) == first)
    #expect(drawn(seed: 1, stream: 2) != first)
    #expect(drawn(seed: 2, stream: 1) != first)
  }
}
