public import CoreEngines
import TraceFormat

/// Gives the inputs of a trace to a core of today, as fast as it takes them, and compares every
/// output, byte for byte. The trace is read as it is needed: however long it is, the memory stays
/// the same.
public final class TraceReplay {
  /// What a replay has shown.
  public struct Report: Equatable, Sendable {
    /// Events of the trace, inputs and outputs.
    public var events = 0
    /// Outputs that were compared.
    public var outputs = 0
    public var parties = 0
    /// From the first event to the last, in microseconds, as recorded.
    public var recordedMicroseconds: UInt64 = 0
    /// Whether the trace was cut. All of it that is whole was replayed.
    public var isCut = false
    /// Whether each output was compared with the step in which it was recorded. Otherwise what is
    /// known is that none came later than the inputs behind it in the trace.
    public var isStepExact = true
    /// In what the recorded core is another than today's.
    public var mismatches: [BuildMismatch] = []
    /// Whether it is known that the recorded core is today's, or is not.
    public var isBuildKnown = true
    /// The hashes of the recorded cores, each once.
    public var coreHashes: [[UInt8]] = []
    /// What the steps have used, under an engine that counts.
    public var fuel: [StepKind: FuelUse] = [:]
    /// Whether the trace has recorded fuel, and all of it was used again.
    public var hasRecordedFuel = false

    public init() {}
  }

  private let core: OpenedCore
  private let isStrict: Bool
  private let patience: UInt64
  private let progress: (Int) -> Void

  private var names: [Int: String] = [:]
  /// The hashes of the recorded parties' cores.
  private var coreHashes: [Int: [UInt8]] = [:]
  private var parties: [Int: PartyReplay] = [:]
  private var report = Report()
  private var firstTime: UInt64?

  /// - Parameters:
  ///   - isStrict: whether a trace is refused that is not known to be of the same build.
  ///   - patience: how long, in microseconds, a core may take to do anything at all.
  ///   - progress: gets the number of events now and then.
  public init(
    core: OpenedCore, isStrict: Bool, patience: UInt64 = 10_000_000,
    progress: @escaping (Int) -> Void = { _ in }
  ) {
    self.core = core
    self.isStrict = isStrict
    self.patience = patience
    self.progress = progress
  }

  /// Replays one trace. To be called once.
  public func run(_ reader: consuming TraceReader) throws(ReplayError) -> Report {
    var reader = reader
    while let item = try Self.next(of: &reader) { try take(item) }
    guard report.parties > 0 else { throw .notATrace }
    report.isCut = reader.isCut
    for number in parties.keys.sorted() {
      try finish(number, isWhole: false)
    }
    progress(report.events)
    return report
  }

  private static func next(of reader: inout TraceReader) throws(ReplayError) -> TraceItem? {
    do throws(TraceError) {
      return try reader.next()
    } catch {
      throw .unreadable(error)
    }
  }

  private func take(_ item: TraceItem) throws(ReplayError) {
    switch item {
    case .party(let number, let name): names[number] = name
    case .identity(let number, let identity): try begin(number, identity)
    case .event(let event): try take(event)
    case .end(let number, _): try finish(number, isWhole: true)
    case .engine(let number, let engine): compareFuel(of: number, countedBy: engine)
    case .step(let number, let fuel): try endStep(of: number, fuel: fuel)
    case .comment, .wireFate: break
    case .capture: throw .notATrace
    }
  }

  private func begin(_ number: Int, _ identity: RunIdentity) throws(ReplayError) {
    guard !identity.isRedacted else { throw .redacted }
    try compareBuild(with: identity)
    let party = try PartyReplay(
      name: names[number] ?? "party \(number)", core: core, recordsSteps: identity.tellsSteps,
      countsFuel: countsFuel, patience: patience)
    if !party.isStepExact { report.isStepExact = false }
    parties[number] = party
    report.parties += 1
    coreHashes[number] = identity.coreHash
    if !report.coreHashes.contains(identity.coreHash) {
      report.coreHashes.append(identity.coreHash)
    }
  }

  /// The same program or module is the same core, and so is another that was built from the same
  /// sources.
  private func compareBuild(with identity: RunIdentity) throws(ReplayError) {
    if identity.coreHash != build.hash {
      if let recorded = identity.sourcesHash, let own = build.sourcesHash {
        if recorded != own { note(.sources) }
      } else {
        report.isBuildKnown = false
      }
    }
    if identity.seamHash != SeamIdentity.hash { note(.model) }
    guard isStrict else { return }
    guard report.mismatches.isEmpty else { throw .otherBuild(report.mismatches) }
    guard report.isBuildKnown else { throw .unknownBuild }
  }

  private var build: CoreBuild { core.build }

  private var countsFuel: Bool { build.engine?.fuelPerStep != nil }

  /// The same module uses the same fuel again, if the same engine counts it.
  private func compareFuel(of number: Int, countedBy engine: EngineIdentity) {
    guard countsFuel, engine.name == build.engine?.name else { return }
    guard coreHashes[number] == build.hash else { return }
    parties[number]?.comparesFuel = true
    report.hasRecordedFuel = true
  }

  private func endStep(of number: Int, fuel: UInt64?) throws(ReplayError) {
    guard let party = parties[number] else { throw .notATrace }
    try party.endStep(fuel: fuel)
  }

  private func note(_ mismatch: BuildMismatch) {
    if !report.mismatches.contains(mismatch) { report.mismatches.append(mismatch) }
  }

  private func take(_ event: TraceEvent) throws(ReplayError) {
    guard let party = parties[event.party] else { throw .notATrace }
    report.events += 1
    let first = firstTime ?? event.time
    firstTime = first
    report.recordedMicroseconds = max(
      report.recordedMicroseconds, event.time &- min(event.time, first))
    try party.take(event)
    if report.events.isMultiple(of: 4096) { progress(report.events) }
  }

  private func finish(_ number: Int, isWhole: Bool) throws(ReplayError) {
    guard let party = parties[number] else { throw .notATrace }
    try party.finish(isWhole: isWhole)
    report.outputs += party.comparedCount
    for (kind, use) in party.fuel { report.fuel[kind, default: FuelUse()].add(use) }
    parties[number] = nil
  }
}
