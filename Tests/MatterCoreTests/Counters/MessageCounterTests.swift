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

  @Test func theLastValueIsKeptForTheMessageThatEndsTheSession() {
    var counter = SecureMessageCounter(first: .max - 2)
    #expect([counter.next(), counter.next()] == [.max - 2, .max - 1])
    #expect(counter.next() == nil)
    #expect(counter.next() == nil)
    #expect(counter.last() == .max)
    #expect(counter.last() == nil)
    #expect(counter.next() == nil)
  }

  @Test func nothingIsCountedAfterTheMessageThatEndsTheSession() {
    var counter = SecureMessageCounter(first: 7)
    #expect(counter.next() == 7)
    #expect(counter.last() == 8)
    #expect(counter.next() == nil)
    #expect(counter.last() == nil)
  }
}
