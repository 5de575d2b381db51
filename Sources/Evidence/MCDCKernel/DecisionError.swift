/// Why a decision or a recorded row cannot be judged. None of these is the fault of a test: the
/// data are not what the instrumented code can have written.
public enum DecisionError: Error, Equatable, Sendable {
  case tooManyConditions(Int)
  /// The conditions of the tree are not numbered 0, 1, 2 … in the order of the source, or there
  /// is another number of terms.
  case wrongNumbering([Int])
  /// The row does not follow the tree of the decision.
  case notAPath(ConditionVector)
}
