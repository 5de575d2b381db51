import MatterCore
import Testing

@Suite struct MessageCounterTests {
  @Test(arguments: [0, 1, 0x0FFF_FFFF, 0x1000_0000, 0x8000_0000, .max] as [UInt32])
  func theFirstValueHas28RandomBitsAndIsNeverZero(_ entropy: UInt32) {
    let value = initialMessageCounter(entropy: entropy)
    #expect((1...0x1000_0000).contains(value))
    #expect(value == entropy % 0x1000_0000 + 1)
  }

  @Test func unsecuredCountersRollOver() {
    var counter = UnsecuredMessageCounter(first: .max - 1)
    #expect([counter.next(), counter.next(), counter.next()] == [.max - 1, .max, 0])
  }

  @Test func secureCountersCountUpFromTheFirst() {
    var counter = SecureMessageCounter(first: 7)
    #expect([counter.next(), counter.next(), counter.next()] == [7, 8, 9])
  }

  @Test func enoughValuesAreLeftToEndTheSession() {
    var counter = SecureMessageCounter(first: .max - 257)
    #expect(!counter.isRunningOut)
    #expect(counter.next() == UInt32.max - 257)
    #expect(!counter.isRunningOut)
    #expect(counter.next() == UInt32.max - 256)
    #expect(counter.isRunningOut)
    for value in (.max - 255)..<UInt32.max { #expect(counter.next() == value) }
  }

  @Test func theLastValueIsNeverGiven() async {
    await #expect(processExitsWith: .failure) {
      var counter = SecureMessageCounter(first: .max)
      _ = counter.next()
    }
  }
}
