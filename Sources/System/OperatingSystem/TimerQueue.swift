/// Actions that wait for their time.
struct TimerQueue {
  private struct Entry {
    let time: UInt64
    let id: UInt64
    let action: () -> Void
  }

  /// In the order in which they are due, the next one last.
  private var entries: [Entry] = []
  private var lastID: UInt64 = 0

  /// When the next action is due, in microseconds.
  var nextTime: UInt64? { entries.last?.time }

  /// Actions of the same time run in the order in which they were added.
  mutating func add(at time: UInt64, _ action: @escaping () -> Void) -> TimerID {
    lastID += 1
    let position = entries.firstIndex { $0.time <= time } ?? entries.endIndex
    entries.insert(Entry(time: time, id: lastID, action: action), at: position)
    return TimerID(number: lastID)
  }

  mutating func cancel(_ timer: TimerID) {
    entries.removeAll { $0.id == timer.number }
  }

  /// Takes out the next action if it was added no later than `newest` and is due at `time`.
  mutating func takeDue(at time: UInt64, addedUpTo newest: TimerID) -> (() -> Void)? {
    let due = entries.lastIndex { $0.time <= time && $0.id <= newest.number }
    guard let due else { return nil }
    return entries.remove(at: due).action
  }

  /// The timer that was added last.
  var newest: TimerID { TimerID(number: lastID) }
}

/// A timer of an event loop.
public struct TimerID: Equatable, Sendable {
  let number: UInt64
}
