import MatterCore
import Testing

@Suite struct InstantTests {
  @Test func sumsStopAtTheEndOfTheClock() {
    let late = Instant(microseconds: .max - 10)
    #expect(late.advanced(byMicroseconds: 10).microseconds == .max)
    #expect(late.advanced(byMicroseconds: 11).microseconds == .max)
    #expect(late.advanced(byMicroseconds: .max).microseconds == .max)
    #expect(late.advanced(byMicroseconds: 9).microseconds == UInt64.max - 1)
  }

  @Test func theTimeSinceALaterInstantIsZero() {
    let early = Instant(microseconds: 5)
    let late = Instant(microseconds: 9)
    #expect(late.microseconds(since: early) == 4)
    #expect(early.microseconds(since: late) == 0)
    #expect(early.microseconds(since: early) == 0)
  }

  @Test func instantsAreOrderedByTime() {
    #expect(Instant(microseconds: 5) < Instant(microseconds: 6))
    #expect(!(Instant(microseconds: 6) < Instant(microseconds: 6)))
  }
}
