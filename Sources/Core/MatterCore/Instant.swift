/// A point on the monotonic clock of the port `clock_in`, in microseconds.
///
/// Sums stop at the end of the clock's range: a time after it would never come.
package struct Instant: Equatable, Comparable, Sendable {
  package let microseconds: UInt64

  package init(microseconds: UInt64) {
    self.microseconds = microseconds
  }

  /// The end of the clock's range.
  static var end: Instant { Instant(microseconds: .max) }

  /// The instant this much later.
  package func advanced(byMicroseconds duration: UInt64) -> Instant {
    let (sum, overflow) = microseconds.addingReportingOverflow(duration)
    return Instant(microseconds: overflow ? .max : sum)
  }

  /// Microseconds from `earlier` to here, 0 when `earlier` is later.
  package func microseconds(since earlier: Instant) -> UInt64 {
    guard earlier < self else { return 0 }
    return microseconds - earlier.microseconds
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }
}
