import CoreSeam
import HostShell
import MatterBytes
import PortTrace

/// A run in simulated time, to be recorded: the same seed always gives the same trace.
package enum Scenario: String, CaseIterable, Sendable {
  case windowTimeout = "window-timeout"
  case duplicatePake3 = "duplicate-pake3"
  case replayedMessage = "replayed-message"
  case hostileDatagrams = "hostile-datagrams"
  case wrongAcknowledgement = "wrong-acknowledgement"
  case silentDevice = "silent-device"
  case hour = "hour-of-traffic"

  /// What the trace shows, for the index of the traces.
  package var summary: String {
    switch self {
    case .windowTimeout:
      "A device's commissioning window opens and closes unused after its 180 s."
    case .duplicatePake3:
      "Every Pake3 arrives twice: the second is acknowledged and otherwise ignored."
    case .replayedMessage:
      "An encrypted message is delivered once more, seconds later: it is not acted on."
    case .hostileDatagrams:
      "Datagrams that are cut, malformed or out of turn, around one good pairing."
    case .wrongAcknowledgement:
      "The device's replies carry a wrong ack counter: the commissioner ignores them."
    case .silentDevice: "The commissioner pairs with an address where nobody answers."
    case .hour:
      "An hour of echo messages over one session, on a wire that loses a tenth of the datagrams."
    }
  }

  /// Runs it, and writes all of it.
  /// - Parameters:
  ///   - coreHash: what the trace names as its core, 32 bytes.
  ///   - seed: of the entropy; nil for the kernel's.
  package func record(into writer: TraceWriter, coreHash: [UInt8], seed: UInt64?) {
    let run = SimulatedRun(
      writer: writer, coreHash: coreHash, seed: seed, reportsMessages: self != .hour)
    switch self {
    case .windowTimeout: run.windowTimesOut()
    case .duplicatePake3: run.pake3ArrivesTwice()
    case .replayedMessage: run.messageIsReplayed()
    case .hostileDatagrams: run.hostileDatagramsArrive()
    case .wrongAcknowledgement: run.acknowledgementsAreWrong()
    case .silentDevice: run.deviceIsSilent()
    case .hour: run.hourPasses()
    }
    run.end()
  }
}
