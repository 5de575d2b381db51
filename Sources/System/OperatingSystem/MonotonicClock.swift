import Glibc

/// The kernel's monotonic time, which no setting of the wall clock moves.
public enum MonotonicClock {
  /// Microseconds since some moment before the process began.
  public static func now() -> UInt64 {
    var time = timespec()
    let result = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    precondition(result == 0, "Linux has a monotonic clock")
    return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
  }
}
