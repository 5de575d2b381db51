import CoreDriver
import Onboarding
import Testing

struct VerhoeffCheckTests {
  /// Published examples of the method, not made with this code.
  @Test(arguments: [("236", 3), ("12345", 1), ("123456789012", 0), ("142857", 0)])
  func publishedExamplesHaveTheirDigit(number: String, digit: Int) {
    #expect(VerhoeffCheck.digit(for: number.compactMap(\.wholeNumberValue)) == digit)
  }

  @Test func everyWrongDigitChangesTheCheckDigit() {
    var generator = SplitMix64(seed: 1969)
    for _ in 0..<200 {
      let digits = randomDigits(using: &generator)
      let check = VerhoeffCheck.digit(for: digits)
      for place in digits.indices {
        for wrong in 0...9 where wrong != digits[place] {
          var changed = digits
          changed[place] = wrong
          #expect(VerhoeffCheck.digit(for: changed) != check, "\(digits) against \(changed)")
        }
      }
    }
  }

  @Test func everySwapOfNeighboursChangesTheCheckDigit() {
    var generator = SplitMix64(seed: 1970)
    for _ in 0..<1000 {
      let digits = randomDigits(using: &generator)
      for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
        var changed = digits
        changed.swapAt(place, place + 1)
        #expect(
          VerhoeffCheck.digit(for: changed) != VerhoeffCheck.digit(for: digits),
          "\(digits) against \(changed)")
      }
    }
  }

  private func randomDigits(using generator: inout SplitMix64) -> [Int] {
    let count = Bool.random(using: &generator) ? 10 : 20
    return (0..<count).map { _ in .random(in: 0...9, using: &generator) }
  }
}
