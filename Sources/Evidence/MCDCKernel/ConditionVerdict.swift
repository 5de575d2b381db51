/// What recorded rows show of one condition.
public enum ConditionVerdict: Equatable, Sendable {
  case covered(ProvingPair)
  /// Possible rows would show it, but they were not recorded. Each element is a set of rows that,
  /// added to the recorded ones, covers the condition; the fewest rows first, and never empty.
  case uncovered(closing: [[ConditionVector]])
  /// No two possible rows show it.
  case infeasible(InfeasibleReason)

  public var isCovered: Bool {
    switch self {
    case .covered: true
    case .uncovered, .infeasible: false
    }
  }
}

/// Two recorded rows that show a condition, by their positions among the recorded rows.
public struct ProvingPair: Hashable, Sendable {
  /// The row in which the condition is true.
  public var whenTrue: Int
  /// The row in which the condition is false.
  public var whenFalse: Int

  public init(whenTrue: Int, whenFalse: Int) {
    self.whenTrue = whenTrue
    self.whenFalse = whenFalse
  }
}

/// Why nothing can cover a condition.
public enum InfeasibleReason: Hashable, Sendable {
  /// It is `true` or `false` as it stands in the source.
  case constant(Bool)
  /// Others decide whenever it is evaluated, as with `b` in `true || b`.
  case neverDecides
  /// It is the same variable as other conditions, at these positions, and varies only with them.
  case coupled(with: [Int])
}
