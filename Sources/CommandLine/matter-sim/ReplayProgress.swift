import Glibc
import OperatingSystem
import Synchronization

/// A line on the terminal that says how far a long replay has come. Nowhere else is it shown.
final class ReplayProgress: Sendable {
  private struct State {
    var events: [Int: Int] = [:]
    var lastShown = MonotonicClock.now()
    var isShown = false
  }

  private let traces: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  /// How long, in microseconds, a line stays the same.
  private static let interval: UInt64 = 500_000

  init(traces: Int) {
    self.traces = traces
  }

  func show(events: Int, of trace: Int) {
    guard isTerminal else { return }
    state.withLock { state in
      state.events[trace] = events
      let now = MonotonicClock.now()
      guard now - state.lastShown >= Self.interval else { return }
      state.lastShown = now
      state.isShown = true
      let total = state.events.values.reduce(0, +)
      Self.write("\r\(total) events of \(traces) traces…\u{1B}[K")
    }
  }

  func clear() {
    if state.withLock({ $0.isShown }) { Self.write("\r\u{1B}[K") }
  }

  private static func write(_ text: String) {
    try? FileDescriptor.standardError.write(text)
  }
}
