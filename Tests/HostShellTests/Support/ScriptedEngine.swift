import CoreEngines
import CoreSeam
import HostShell
import MatterBytes

/// A core that does what a test tells it.
final class ScriptedEngine: CoreEngine {
  weak var client: (any CoreEngineClient)?
  var tellsSteps = false
  var isCongested = false
  var whenGiven: (InEvent) -> Void = { _ in }
  private(set) var events: [InEvent] = []

  func give(_ event: InEvent) {
    events.append(event)
    whenGiven(event)
  }

  func flush() {}

  func shutDown() -> Bool { true }

  /// What was given, in short.
  var kinds: [String] {
    events.map { event in
      switch event {
      case .clock: "clock"
      case .entropy(let bytes): "entropy \(bytes.count)"
      case .message(.datagram): "datagram"
      case .message(.command): "command"
      }
    }
  }

  var times: [UInt64] {
    events.compactMap { if case .clock(let time) = $0 { time } else { nil } }
  }
}
