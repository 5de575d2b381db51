import Glibc

/// The pipe that tells the event loop of a signal; a signal handler can reach nothing else.
nonisolated(unsafe) private var signalPipe: Int32 = -1

/// Turns SIGINT and SIGTERM into calls from an event loop. A process has at most one.
public final class SignalWatch {
  private let loop: EventLoop
  private let descriptors: PipeEnds
  private let signals = [SIGINT, SIGTERM]

  /// Calls `action` with the number of each such signal that arrives while this exists.
  public init(loop: EventLoop, _ action: @escaping (Int32) -> Void) throws(SystemError) {
    self.loop = loop
    descriptors = try PipeEnds()
    PipeEnds.makeNonBlocking(descriptors.writing)
    unsafe signalPipe = descriptors.writing
    let reading = descriptors.reading
    loop.whenReadable(reading) {
      var number: UInt8 = 0
      if unsafe read(reading, &number, 1) == 1 { action(Int32(number)) }
    }
    for number in signals {
      signal(number) { number in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = unsafe write(signalPipe, &byte, 1)
        errno = saved
      }
    }
    unblockSignals()
  }

  /// Whoever started this process may have left the signals blocked, and would wait for ever.
  private func unblockSignals() {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for number in signals { unsafe sigaddset(&set, number) }
    unsafe sigprocmask(SIG_UNBLOCK, &set, nil)
  }

  deinit {
    for number in signals { signal(number, SIG_DFL) }
    unsafe signalPipe = -1
    loop.forget(descriptors.reading)
    descriptors.close()
  }
}
