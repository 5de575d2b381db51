public import CoverageData
public import MCDCKernel

/// Something that should have been covered and was not.
public struct CoverageGap: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// A condition that no two rows show. Each element of `closing` is a set of rows that would
    /// show it.
    case condition(Int, closing: [[ConditionVector]])
    /// A condition that no two possible rows show.
    case infeasible(Int, InfeasibleReason)
    /// A decision that never had this outcome.
    case outcome(Bool)
    /// A branch that never went this way: a position in its outcomes.
    case branch(outcome: Int)
    /// Something that the instrumenter left alone.
    case refusal
  }

  public let kind: Kind
  public let path: String
  public let range: SourceRange
  /// Empty for a refusal.
  public let function: String
  /// The source of the decision, the branch or what was refused.
  public let text: String
  /// What is missing, and what would close the gap: half a line.
  public let missing: String

  /// One line.
  public var message: String {
    let place = "\(path):\(range.line):\(range.column): "
    let inFunction = function.isEmpty ? "" : " in \(function)"
    return place + "\"\(text.clipped(to: 80))\"\(inFunction): \(missing)"
  }
}
