import CoreDriver
import HostShell
import TraceFormat

/// The trace that a scenario is recorded into, and where its entropy comes from.
final class Recording {
  private let writer: TraceWriter
  private let identity: RunIdentity
  private let seed: UInt64?
  private var parties: [SimulatedParty] = []

  init(
    into writer: TraceWriter, coreHash: [UInt8], sourcesHash: [UInt8]?, seed: UInt64?
  ) {
    self.writer = writer
    self.seed = seed
    identity = RunIdentity(
      coreHash: coreHash, seamHash: SeamIdentity.hash, isRedacted: false, isSeeded: seed != nil,
      configuration: "simulated time, core inprocess", sourcesHash: sourcesHash,
      tellsSteps: true)
  }

  /// A party of the trace. All parties of a trace but the scenario's second are at home at 5540.
  func party(name: String, stream: UInt64, port: UInt16 = 5540) -> SimulatedParty {
    let party = SimulatedParty(
      name: name, address: .loopback6(port: port), entropy: entropy(stream), writer: writer,
      identity)
    parties.append(party)
    return party
  }

  /// Ends the trace.
  func end() {
    for party in parties { party.end() }
  }

  private func entropy(_ stream: UInt64) -> any EntropySource {
    guard let seed else { return KernelEntropy() }
    return SeededEntropy(seed: seed, stream: stream)
  }
}
