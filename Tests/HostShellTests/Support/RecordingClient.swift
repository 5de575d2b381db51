import CoreEngines
import CoreSeam
import HostShell
import Testing

/// Keeps what a core says.
final class RecordingClient: CoreEngineClient {
  private(set) var events: [OutEvent] = []
  private(set) var loss: CoreLoss?
  var emitted: (OutEvent) -> Void = { _ in }
  var lost: () -> Void = {}

  func coreEmitted(_ event: OutEvent) {
    events.append(event)
    emitted(event)
  }

  func coreLost(_ loss: CoreLoss) {
    #expect(self.loss == nil)
    self.loss = loss
    lost()
  }
}
