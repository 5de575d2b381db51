/// What a run of the instrumented code has met: written as JSON when the run ends.
public struct RawCoverage: Codable, Equatable, Sendable {
  public static let currentFormat = "mcdc-raw-1"

  public var format = currentFormat
  /// Names of traces, or of tests.
  public var inputs: [String]
  public var rows: [Row]
  public var branches: [BranchHit]

  public init(inputs: [String] = [], rows: [Row] = [], branches: [BranchHit] = []) {
    self.inputs = inputs
    self.rows = rows
    self.branches = branches
  }

  /// One way in which a decision was evaluated. Bit i of both masks is condition i.
  public struct Row: Codable, Equatable, Sendable {
    public var decision: Int
    public var evaluated: UInt64
    /// 0 where a condition was not evaluated.
    public var values: UInt64
    public var outcome: Bool
    public var hits: Int
    /// The first event of each input at least.
    public var events: [EventReference]

    public init(
      decision: Int, evaluated: UInt64, values: UInt64, outcome: Bool, hits: Int,
      events: [EventReference]
    ) {
      self.decision = decision
      self.evaluated = evaluated
      self.values = values
      self.outcome = outcome
      self.hits = hits
      self.events = events
    }
  }

  /// One way in which a branch went.
  public struct BranchHit: Codable, Equatable, Sendable {
    public var branch: Int
    /// The position in the branch's `outcomes`.
    public var outcome: Int
    public var hits: Int
    public var events: [EventReference]

    public init(branch: Int, outcome: Int, hits: Int, events: [EventReference]) {
      self.branch = branch
      self.outcome = outcome
      self.hits = hits
      self.events = events
    }
  }
}
