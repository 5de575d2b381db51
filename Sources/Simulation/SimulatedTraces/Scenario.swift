import CoreSeam
import HostShell
import MatterBytes
import TraceFormat

/// A run in simulated time, to be recorded: the same seed always gives the same trace.
package enum Scenario: String, CaseIterable, Sendable {
  // Two cores, and a wire between them
  case windowTimeout = "window-timeout"
  case duplicatePake3 = "duplicate-pake3"
  case replayedMessage = "replayed-message"
  case hostileDatagrams = "hostile-datagrams"
  case wrongAcknowledgement = "wrong-acknowledgement"
  case silentDevice = "silent-device"
  case hour = "hour-of-traffic"
  // A core, and peers that may do anything
  case malformedRequests = "malformed-requests"
  case malformedHandshakes = "malformed-handshakes"
  case hostileHeaders = "hostile-headers"
  case handshakesOutOfTurn = "handshakes-out-of-turn"
  case timesUp = "times-up"
  case commandsRefused = "commands-refused"
  case counterWindows = "counter-windows"
  case hostileSession = "hostile-session"
  case fullTables = "full-tables"
  case entropyStarved = "entropy-starved"
  case atTheEdges = "at-the-edges"

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
    case .malformedRequests:
      "A device gets PBKDFParamRequests that are wrong in every way TLV and its fields can be."
    case .malformedHandshakes:
      "Later messages of PASE, to a device and to a commissioner, malformed or with wrong values."
    case .hostileHeaders:
      "Message and protocol headers with every field cut, reserved or out of place."
    case .handshakesOutOfTurn:
      "Messages of PASE in states that do not wait for them, and every kind of status report."
    case .timesUp:
      "Handshakes, acknowledgements and windows run out of time, also with a clock that jumps."
    case .commandsRefused: "Every order that the core refuses, and some that it must not refuse."
    case .counterWindows:
      "Message counters before, in and behind the window, secure and unsecured, and rolling over."
    case .hostileSession:
      "A peer with the session keys sends malformed, misplaced and forged messages, and lies."
    case .fullTables:
      "Exchanges, sessions and unsecured sessions fill up; the oldest idle ones make room."
    case .entropyStarved:
      "A core without enough entropy at each draw, and with entropy that gives forbidden values."
    case .atTheEdges:
      "Values just within and just outside their limits, lengths of whole blocks, exact moments."
    }
  }

  /// Runs it, and writes all of it.
  /// - Parameters:
  ///   - coreHash: what the trace names as its core, 32 bytes.
  ///   - sourcesHash: of the core's sources, 32 bytes, if they are known.
  ///   - seed: of the entropy; nil for the kernel's.
  package func record(
    into writer: TraceWriter, coreHash: [UInt8], sourcesHash: [UInt8]? = nil, seed: UInt64?
  ) {
    let recording = Recording(
      into: writer, coreHash: coreHash, sourcesHash: sourcesHash, seed: seed)
    do {
      try play(in: recording)
    } catch {
      preconditionFailure("\(rawValue) does not go as it is written: \(error)")
    }
    recording.end()
  }

  private func play(in recording: Recording) throws {
    let hostile = HostileScenarios(recording: recording)
    switch self {
    case .windowTimeout: run(in: recording).windowTimesOut()
    case .duplicatePake3: run(in: recording).pake3ArrivesTwice()
    case .replayedMessage: run(in: recording).messageIsReplayed()
    case .hostileDatagrams: run(in: recording).hostileDatagramsArrive()
    case .wrongAcknowledgement: run(in: recording).acknowledgementsAreWrong()
    case .silentDevice: run(in: recording).deviceIsSilent()
    case .hour: run(in: recording, reportsMessages: false).hourPasses()
    case .malformedRequests: hostile.malformedRequests()
    case .malformedHandshakes: try hostile.malformedHandshakes()
    case .hostileHeaders: try hostile.hostileHeaders()
    case .handshakesOutOfTurn: try hostile.handshakesOutOfTurn()
    case .timesUp: try hostile.timesUp()
    case .commandsRefused: try hostile.commandsRefused()
    case .counterWindows: try hostile.counterWindows()
    case .hostileSession: try hostile.hostileSession()
    case .fullTables: try hostile.fullTables()
    case .entropyStarved: try hostile.entropyStarved()
    case .atTheEdges: try hostile.atTheEdges()
    }
  }

  private func run(in recording: Recording, reportsMessages: Bool = true) -> SimulatedRun {
    SimulatedRun(in: recording, reportsMessages: reportsMessages)
  }
}
