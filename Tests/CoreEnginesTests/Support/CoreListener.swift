import CoreEngines
import CoreSeam
import Glibc
import OperatingSystem

/// Keeps what a core says.
final class CoreListener: CoreEngineClient {
  private(set) var events: [OutEvent] = []
  private(set) var loss: CoreLoss?
  private let loop = EventLoop()

  /// Starts a core, gives it the time, listens to it until it has emitted something or is lost, for
  /// 20 s at most, and ends it.
  func listen(to core: OpenedCore) throws {
    // As every host does: a core that reads no more is told by the end of its output.
    _ = signal(SIGPIPE, SIG_IGN)
    let engine = try core.start(on: loop)
    engine.client = self
    engine.give(.clock(1_000_000))
    engine.flush()
    loop.schedule(after: 20_000_000) { [loop] in loop.stop() }
    loop.run()
    engine.shutDown()
  }

  func coreEmitted(_ event: OutEvent) {
    events.append(event)
    loop.stop()
  }

  func coreLost(_ loss: CoreLoss) {
    self.loss = loss
    loop.stop()
  }
}
