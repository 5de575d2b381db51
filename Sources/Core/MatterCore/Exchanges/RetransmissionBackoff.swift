import CoreSeam

/// How long MRP waits for an acknowledgement before it sends a message again:
/// i × 1.1 × 1.6^max(0, n−1) × (1 + rand × 0.25), after transmission n + 1.
///
/// Spec: Matter Core, Message Reliability Protocol, retransmission timing.
package enum RetransmissionBackoff {
  /// 1.1 × 1.6^max(0, n−1) in 1/1024, rounded up: no wait is shorter than the formula's.
  private static let factors: [5 of UInt64] = [1127, 1127, 1803, 2884, 4614]

  /// The shortest wait after transmission number `transmission`, 1...5, in microseconds.
  package static func shortestWait(
    afterTransmission transmission: UInt8, intervalMilliseconds: UInt32
  ) -> UInt64 {
    let step = min(max(Int(transmission), 1), 5) - 1
    // Below 2^55 whatever the interval is; WebAssembly calls a function for a checked product.
    return (UInt64(intervalMilliseconds) &* 1000 &* factors[step]) &>> 10
  }

  /// The wait, with `jitter` 0...65,535 standing for a random number from 0 to 1.
  package static func wait(
    afterTransmission transmission: UInt8, intervalMilliseconds: UInt32, jitter: UInt16
  ) -> UInt64 {
    let shortest = shortestWait(
      afterTransmission: transmission, intervalMilliseconds: intervalMilliseconds)
    return shortest + ((shortest &>> 2) &* UInt64(jitter)) &>> 16
  }

  /// The longest time from the first transmission until the sender gives up.
  package static func longestLadder(intervalMilliseconds: UInt32) -> UInt64 {
    var total: UInt64 = 0
    for transmission in 1...Limits.transmissions {
      total += wait(
        afterTransmission: transmission, intervalMilliseconds: intervalMilliseconds,
        jitter: .max)
    }
    return total
  }
}
