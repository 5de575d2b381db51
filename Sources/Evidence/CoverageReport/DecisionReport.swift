public import CoverageData
public import MCDCKernel

/// One decision, the rows that were recorded, and what they show.
public struct DecisionReport: Sendable {
  public let decision: CoverageManifest.Decision
  public let table: DecisionTable
  /// In the order of the truth table: rows whose first conditions are true come first.
  public let rows: [RecordedRow]
  /// One for each condition. Proving pairs are positions in `rows`.
  public let verdicts: [ConditionVerdict]
  /// One for each condition.
  public internal(set) var conditions: [CoverageState]
  /// Of the outcomes true and false, in this order.
  public internal(set) var outcomes: [CoverageState]

  public var states: [CoverageState] { conditions + outcomes }
  public var gaps: [CoverageGap] { states.compactMap(\.gap) }

  /// A row of the truth table that some input has met.
  public struct RecordedRow: Sendable {
    public let vector: ConditionVector
    public let hits: Int
    /// The first event of each input at least, in their order.
    public let events: [EventReference]
  }

  /// Whether some row shows this half of masking: the condition decides with this value.
  public func isDecided(_ condition: Int, as value: Bool) -> Bool {
    rows.contains { row in
      row.vector[condition] == value && table.decides(condition, in: row.vector)
    }
  }
}
