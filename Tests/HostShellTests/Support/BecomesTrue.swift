import Glibc
import OperatingSystem

/// Asks again and again.
/// - Returns: whether the condition holds within 10 s.
func becomesTrue(_ condition: () -> Bool) -> Bool {
  let limit = MonotonicClock.now() + 10_000_000
  while MonotonicClock.now() < limit {
    if condition() { return true }
    usleep(5000)
  }
  return condition()
}
