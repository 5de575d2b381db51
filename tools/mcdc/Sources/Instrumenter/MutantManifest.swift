public import CoverageData

/// The mutants that a copy holds, as JSON.
public struct MutantManifest: Codable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// A condition is its opposite.
    case negated
    /// A condition, or what a binding is of, no longer matters.
    case dropped
    /// `&&` for `||`, or the reverse; the commas of a list are `&&`.
    case `operator`
    /// `<` for `<=`, `==` for `!=`, and so on.
    case boundary
    /// A constant that something is compared with is one more or less.
    case constant
  }

  public struct Mutant: Codable, Sendable {
    /// From 1 on; what `coverage-replay --mutant` takes.
    public var id: Int
    public var file: String
    public var range: CoverageData.SourceRange
    public var function: String
    public var kind: Kind
    /// What stands in the source, and what the mutant has instead.
    public var text: String
    public var change: String
  }

  public var mutants: [Mutant] = []
}
