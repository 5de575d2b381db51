import HostShell
import MatterBytes
import Testing

struct RandomnessTests {
  @Test func theGeneratorIsSplitMix64() {
    // The first numbers of seed 1234567 in the reference implementation by Sebastiano Vigna.
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func aSeedGivesTheSameEntropyAgainAndEachStreamItsOwn() {
    let first = SeededEntropy(seed: 1, stream: 1).draw(64)
    #expect(SeededEntropy(seed: 1, stream: 1).draw(64) == first)
    #expect(SeededEntropy(seed: 1, stream: 2).draw(64) != first)
    #expect(SeededEntropy(seed: 2, stream: 1).draw(64) != first)
  }

  @Test(arguments: [1, 63, 64])
  func theKernelGivesWhatIsAskedFor(count: Int) {
    #expect(KernelEntropy().draw(count).count == count)
  }

  @Test func theKernelRepeatsNothing() {
    let source = KernelEntropy()
    #expect(source.draw(32) != source.draw(32))
  }
}
