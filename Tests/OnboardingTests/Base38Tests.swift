import CoreDriver
import Onboarding
import Testing

struct Base38Tests {
  @Test func threeBytesAreFiveCharactersLeastSignificantFirst() {
    #expect(Base38.encode([1, 0, 0]) == "10000")
    #expect(Base38.encode([38, 0, 0]) == "01000")
    #expect(Base38.encode([37, 0, 0]) == ".0000")
    #expect(Base38.encode([36, 0, 0]) == "-0000")
    // 0xFFFFFF = 31 + 38·(10 + 38·(28 + 38·(1 + 38·8)))
    #expect(Base38.encode([0xFF, 0xFF, 0xFF]) == "PLS18")
  }

  @Test func oneByteIsTwoCharactersAndTwoAreFour() {
    #expect(Base38.encode([0xFF]) == "R6")
    #expect(Base38.encode([0xFF, 0xFF]) == "NE71")
    #expect(Base38.encode([]) == "")
  }

  @Test func bytesOfEveryLengthComeBack() throws {
    var generator = SplitMix64(seed: 38)
    for count in 0...64 {
      for _ in 0..<50 {
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        #expect(try Base38.decode(Base38.encode(bytes)) == bytes)
      }
    }
  }

  @Test func everyTextOfTwoCharactersIsAByteOrTooLarge() throws {
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.")
    var seen: [UInt8] = []
    for high in alphabet {
      for low in alphabet {
        let text = String([low, high])
        if let bytes = try? Base38.decode(text) {
          #expect(Base38.encode(bytes) == text)
          seen += bytes
        } else {
          #expect(throws: OnboardingError.groupTooLarge(position: 1, text: text)) {
            try Base38.decode(text)
          }
        }
      }
    }
    #expect(seen == Array(0...255))
  }

  @Test(arguments: [
    ("R6", "S6", 1), ("NE71", "OE71", 1), ("PLS18", "QLS18", 1), ("00000PLS18", "00000QLS18", 6),
  ])
  func theNextTextAfterTheLargestIsTooLarge(largest: String, next: String, position: Int) {
    #expect(throws: Never.self) { try Base38.decode(largest) }
    #expect(throws: OnboardingError.groupTooLarge(position: position, text: String(next.suffix(5))))
    {
      try Base38.decode(next)
    }
  }

  @Test(arguments: [("0", 1, 1), ("000", 1, 3), ("000000", 6, 1), ("00000000", 6, 3)])
  func aRestOfOneOrThreeCharactersIsIncomplete(text: String, position: Int, count: Int) {
    #expect(throws: OnboardingError.incompleteGroup(position: position, characterCount: count)) {
      try Base38.decode(text)
    }
  }

  @Test(arguments: ["a", "ß", "_", " ", "*", "+", "/", ":", "é", "🙂", "\u{0}", "٣", "Ａ"])
  func aForeignCharacterIsNamedWithItsPlace(_ character: Character) {
    for offset in 0..<10 {
      var text = Array("0123456789")
      text[offset] = character
      #expect(throws: OnboardingError.foreignCharacter(character, position: offset + 4)) {
        try Base38.decode(String(text), at: 4)
      }
    }
  }
}
