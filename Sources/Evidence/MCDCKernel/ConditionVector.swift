/// One way in which a decision was evaluated: a row of its truth table.
///
/// Bit i of each mask is condition i. Swift's `&&` and `||` stop as soon as the outcome is known,
/// so a row tells conditions that were false from those that were not evaluated at all.
public struct ConditionVector: Hashable, Sendable {
  public var evaluated: UInt64
  /// 0 where a condition was not evaluated.
  public var values: UInt64
  public var outcome: Bool

  public init(evaluated: UInt64, values: UInt64, outcome: Bool) {
    self.evaluated = evaluated
    self.values = values
    self.outcome = outcome
  }

  /// The value of a condition, nil when it was not evaluated.
  public subscript(condition: Int) -> Bool? {
    guard evaluated & Self.bit(condition) != 0 else { return nil }
    return values & Self.bit(condition) != 0
  }

  static func bit(_ condition: Int) -> UInt64 { 1 &<< UInt64(condition) }

  /// In words: `T-F → F`, one letter for a condition, `-` where it was not evaluated.
  /// - Parameter conditions: how many the decision has.
  public func text(conditions: Int) -> String {
    var letters = ""
    for condition in 0..<conditions {
      switch self[condition] {
      case true?: letters += "T"
      case false?: letters += "F"
      case nil: letters += "-"
      }
    }
    return letters + (outcome ? " → T" : " → F")
  }
}
