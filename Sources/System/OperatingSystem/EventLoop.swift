import Glibc

/// Waits for descriptors and times, and does nothing in between: one `poll` for everything that a
/// host has to attend to.
///
/// Handlers may add and remove descriptors and timers, also their own.
public final class EventLoop {
  private var readers: [Int32: () -> Void] = [:]
  private var writers: [Int32: () -> Void] = [:]
  private var timers = TimerQueue()
  private var isStopped = false

  /// How often the loop has woken up. An idle loop does not.
  public private(set) var wakeUps = 0

  public init() {}

  /// Calls `action` whenever `descriptor` can be read or has reached its end.
  public func whenReadable(_ descriptor: Int32, _ action: @escaping () -> Void) {
    readers[descriptor] = action
  }

  /// Calls `action` whenever `descriptor` can be written.
  public func whenWritable(_ descriptor: Int32, _ action: @escaping () -> Void) {
    writers[descriptor] = action
  }

  /// No longer waits until `descriptor` can be written.
  public func ignoreWritable(_ descriptor: Int32) {
    writers[descriptor] = nil
  }

  /// Forgets `descriptor`. To be called before it is closed.
  public func forget(_ descriptor: Int32) {
    readers[descriptor] = nil
    writers[descriptor] = nil
  }

  /// Calls `action` once, at `time` in microseconds of `MonotonicClock` or as soon as possible
  /// after it, and never before.
  @discardableResult
  public func schedule(at time: UInt64, _ action: @escaping () -> Void) -> TimerID {
    timers.add(at: time, action)
  }

  /// Calls `action` once, `delay` microseconds from now.
  @discardableResult
  public func schedule(after delay: UInt64, _ action: @escaping () -> Void) -> TimerID {
    timers.add(at: MonotonicClock.now() + delay, action)
  }

  /// That the timer has run already is no error.
  public func cancel(_ timer: TimerID) {
    timers.cancel(timer)
  }

  /// Ends `run` once the handler that calls this returns.
  public func stop() {
    isStopped = true
  }

  /// Runs until `stop`, or until there is nothing left to wait for.
  public func run() {
    isStopped = false
    while !isStopped {
      runDueTimers()
      guard !isStopped else { return }
      guard !readers.isEmpty || !writers.isEmpty || timers.nextTime != nil else { return }
      wait()
    }
  }

  /// Runs what is due, but not what these actions add: an action that always asks for another at
  /// once must not keep the descriptors waiting.
  private func runDueTimers() {
    let now = MonotonicClock.now()
    let newest = timers.newest
    while !isStopped, let action = timers.takeDue(at: now, addedUpTo: newest) { action() }
  }

  private func wait() {
    var waiting = Set(readers.keys).union(writers.keys).sorted().map { descriptor in
      let reads = readers[descriptor] == nil ? 0 : POLLIN
      let writes = writers[descriptor] == nil ? 0 : POLLOUT
      return pollfd(fd: descriptor, events: Int16(reads | writes), revents: 0)
    }
    let count = unsafe poll(&waiting, nfds_t(waiting.count), millisecondsToWait())
    wakeUps += 1
    guard count > 0 else { return }
    for ready in waiting where ready.revents != 0 && !isStopped {
      let broken = Int16(POLLERR | POLLHUP | POLLNVAL)
      if ready.revents & (Int16(POLLIN) | broken) != 0 { readers[ready.fd]?() }
      if ready.revents & (Int16(POLLOUT) | broken) != 0 { writers[ready.fd]?() }
    }
  }

  /// Rounded up, so that no timer makes the loop turn until its millisecond is over.
  private func millisecondsToWait() -> Int32 {
    guard let next = timers.nextTime else { return -1 }
    let now = MonotonicClock.now()
    guard next > now else { return 0 }
    let milliseconds = (next - now - 1) / 1000 + 1
    return Int32(clamping: milliseconds)
  }
}
