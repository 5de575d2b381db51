import CoreDriver
import MatterCore
import Testing

/// Every row of the table of received counters, for both kinds of session.
@Suite struct ReplayWindowTests {
  private func window(
    _ policy: ReplayWindow.Policy, received counters: [UInt32]
  ) -> ReplayWindow {
    var window = ReplayWindow(policy: policy)
    for counter in counters {
      #expect(window.verdict(on: counter) == .new)
      window.accept(counter)
    }
    return window
  }

  @Test(arguments: [ReplayWindow.Policy.refuseOld, .rebaseOnOld])
  func anyFirstCounterIsNew(_ policy: ReplayWindow.Policy) {
    for counter in [0, 1, 0x0FFF_FFFF, 0x8000_0000, .max] as [UInt32] {
      var window = ReplayWindow(policy: policy)
      #expect(window.verdict(on: counter) == .new)
      window.accept(counter)
      #expect(window.verdict(on: counter) == .duplicate)
    }
  }

  @Test(arguments: [ReplayWindow.Policy.refuseOld, .rebaseOnOld])
  func aCounterWithinTheWindowIsNewOnce(_ policy: ReplayWindow.Policy) {
    for behind in 1...32 as ClosedRange<UInt32> {
      var window = window(policy, received: [1000])
      #expect(window.verdict(on: 1000 - behind) == .new)
      window.accept(1000 - behind)
      #expect(window.verdict(on: 1000 - behind) == .duplicate)
      #expect(window.verdict(on: 1000) == .duplicate)
      for other in 1...32 as ClosedRange<UInt32> where other != behind {
        #expect(window.verdict(on: 1000 - other) == .new)
      }
    }
  }

  @Test func aSecureCounterBehindTheWindowIsADuplicate() {
    let window = window(.refuseOld, received: [1000])
    #expect(window.verdict(on: 968) == .new)
    #expect(window.verdict(on: 967) == .duplicate)
    #expect(window.verdict(on: 0) == .duplicate)
  }

  @Test func anUnsecuredCounterBehindTheWindowStartsTheWindowAnew() {
    var window = window(.rebaseOnOld, received: [999, 1000])
    #expect(window.verdict(on: 968) == .new)
    #expect(window.verdict(on: 967) == .new)
    window.accept(967)
    #expect(window.verdict(on: 967) == .duplicate)
    #expect(window.verdict(on: 966) == .new)
    // What came before the peer began anew is ahead now.
    #expect(window.verdict(on: 1000) == .new)
  }

  @Test(arguments: [ReplayWindow.Policy.refuseOld, .rebaseOnOld])
  func aShiftKeepsWhatStaysWithinTheWindow(_ policy: ReplayWindow.Policy) {
    for distance in 1...40 as ClosedRange<UInt32> {
      let window = window(policy, received: [996, 998, 1000, 1000 + distance])
      for counter in (969 + distance)..<(1000 + distance) {
        let seen = [996, 998, 1000].contains(counter)
        let isWithin = 1000 + distance - counter <= 32
        guard isWithin else { continue }
        #expect(
          window.verdict(on: counter) == (seen ? .duplicate : .new), "\(distance) \(counter)")
      }
    }
  }

  @Test func secureCountersDoNotRollOver() {
    let window = window(.refuseOld, received: [.max])
    #expect(window.verdict(on: 0) == .duplicate)
    #expect(window.verdict(on: 1) == .duplicate)
    #expect(window.verdict(on: .max - 32) == .new)
    #expect(window.verdict(on: .max - 33) == .duplicate)
  }

  @Test func unsecuredCountersRollOver() {
    var window = window(.rebaseOnOld, received: [.max - 1, .max, 0, 1])
    #expect(window.verdict(on: .max) == .duplicate)
    #expect(window.verdict(on: .max - 1) == .duplicate)
    #expect(window.verdict(on: .max - 2) == .new)
    window.accept(.max - 2)
    #expect(window.verdict(on: .max - 2) == .duplicate)
    #expect(window.verdict(on: 1) == .duplicate)
  }

  @Test func halfTheCircleAheadIsAheadAndTheOtherHalfBehind() {
    var window = window(.rebaseOnOld, received: [10])
    #expect(window.verdict(on: 10 + 0x7FFF_FFFF) == .new)
    window.accept(10 + 0x7FFF_FFFF)
    #expect(window.verdict(on: 10 + 0x7FFF_FFFF) == .duplicate)
    #expect(window.verdict(on: 10 + 0x7FFF_FFFF - 1) == .new)
  }

  @Test func aVerdictChangesNothing() {
    let window = window(.refuseOld, received: [1000])
    let before = window
    for counter in [0, 967, 968, 999, 1000, 1001, .max] as [UInt32] {
      _ = window.verdict(on: counter)
    }
    #expect(window == before)
  }

  @Test func nothingIsNewTwiceInAnyOrder() {
    // Against the set of all counters received.
    for seed in 0..<200 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      var window = ReplayWindow(policy: .refuseOld)
      var seen: Set<UInt32> = []
      var highest: UInt32 = 0
      for _ in 0..<300 {
        let low = highest > 45 ? highest - 45 : 0
        let counter = UInt32.random(in: low...(highest + 40), using: &generator)
        let isNew = window.verdict(on: counter) == .new
        let isExpected =
          seen.isEmpty
          || (!seen.contains(counter) && (counter > highest || highest - counter <= 32))
        #expect(isNew == isExpected, "seed \(seed), counter \(counter), highest \(highest)")
        guard isNew else { continue }
        window.accept(counter)
        seen.insert(counter)
        highest = max(highest, counter)
      }
    }
  }
}
