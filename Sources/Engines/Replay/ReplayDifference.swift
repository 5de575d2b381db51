public import CoreEngines
public import CoreSeam
import TraceFormat

/// Where a core did something else than the recorded one.
public struct ReplayDifference: Equatable, Sendable {
  public let party: String
  /// The place in the file of the expected event, or of the last event when none was expected.
  public let number: Int
  /// What was recorded; nil when the trace has no more outputs.
  public let expected: TraceEvent?
  /// What the core emitted; nil when it emitted no more.
  public let got: OutEvent?
  /// The steps, when the output is right and comes in another step than recorded.
  public let otherStep: OtherStep?
  /// The last events of the party before it, ten at most.
  public let before: [TraceEvent]
}

/// Why a trace was not replayed to its end.
public enum ReplayError: Error, Equatable, Sendable {
  case unreadable(TraceError)
  /// The trace was recorded without its secrets.
  case redacted
  /// The file was not recorded at a core's ports.
  case notATrace
  /// The trace is of another core or another model, and only the same ones were wanted.
  case otherBuild([BuildMismatch])
  /// It cannot be told whether the trace is of the same core, and only that one was wanted.
  case unknownBuild
  case differs(ReplayDifference)
  /// A step of the same module, under the same engine, used another amount of fuel.
  case fuelDiffers(party: String, event: Int, recorded: UInt64, counted: UInt64)
  case coreNotStarted(CoreStartError)
  case coreLost(party: String, afterEvent: Int, CoreLoss)
  /// The core took no input, or emitted nothing, for a time that no core needs.
  case coreStuck(party: String, afterEvent: Int)
}

/// In what the recorded core is another than today's.
public enum BuildMismatch: String, Equatable, Hashable, Sendable, CaseIterable {
  /// It was built from other sources.
  case sources
  /// Its ports are those of another model.
  case model
}
