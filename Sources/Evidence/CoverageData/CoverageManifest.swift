public import MCDCKernel

/// What there is to cover in a set of sources: written by the instrumenter as JSON.
public struct CoverageManifest: Codable, Equatable, Sendable {
  public static let currentFormat = "mcdc-manifest-1"

  public var format = currentFormat
  public var files: [File]
  public var decisions: [Decision]
  public var branches: [Branch]
  public var refusals: [Refusal]
  public var assertions: [Assertion]

  public init(
    files: [File] = [], decisions: [Decision] = [], branches: [Branch] = [],
    refusals: [Refusal] = [], assertions: [Assertion] = []
  ) {
    self.files = files
    self.decisions = decisions
    self.branches = branches
    self.refusals = refusals
    self.assertions = assertions
  }

  public struct File: Codable, Hashable, Sendable {
    /// From the folder of the package, with `/` between folders.
    public var path: String
    public var module: String

    public init(path: String, module: String) {
      self.path = path
      self.module = module
    }
  }

  /// A maximal Boolean expression, or the list of an `if`, `guard` or `while` as one decision.
  public struct Decision: Codable, Equatable, Sendable {
    /// Unique among the decisions of the manifest.
    public var id: Int
    /// The position of its file in `files`.
    public var file: Int
    public var range: SourceRange
    public var kind: DecisionKind
    /// The function around it, as `TLVReader.next()`.
    public var function: String
    public var text: String
    public var expression: BooleanExpression
    public var conditions: [Condition]

    public init(
      id: Int, file: Int, range: SourceRange, kind: DecisionKind, function: String, text: String,
      expression: BooleanExpression, conditions: [Condition]
    ) {
      self.id = id
      self.file = file
      self.range = range
      self.kind = kind
      self.function = function
      self.text = text
      self.expression = expression
      self.conditions = conditions
    }
  }

  public enum DecisionKind: String, Codable, Sendable, CaseIterable {
    case `if`, `guard`, `while`, `repeat`, ternary, `where`, expression
  }

  public struct Condition: Codable, Equatable, Sendable {
    public var text: String
    public var range: SourceRange
    public var kind: ConditionKind

    public init(text: String, range: SourceRange, kind: ConditionKind) {
      self.text = text
      self.range = range
      self.kind = kind
    }
  }

  public enum ConditionKind: String, Codable, Sendable, CaseIterable {
    /// An expression of type `Bool`.
    case boolean
    /// `let y = z`: true when there is a value.
    case binding
    /// `case P = e`: true when the pattern matches.
    case pattern
  }

  /// A place where the flow divides without a Boolean expression.
  public struct Branch: Codable, Equatable, Sendable {
    /// Unique among the branches of the manifest.
    public var id: Int
    /// The position of its file in `files`.
    public var file: Int
    public var range: SourceRange
    public var function: String
    public var text: String
    public var kind: BranchKind
    /// The ways it can go; raw data names them by position.
    public var outcomes: [String]

    public init(
      id: Int, file: Int, range: SourceRange, function: String, text: String, kind: BranchKind,
      outcomes: [String]
    ) {
      self.id = id
      self.file = file
      self.range = range
      self.function = function
      self.text = text
      self.kind = kind
      self.outcomes = outcomes
    }
  }

  public enum BranchKind: String, Codable, Sendable, CaseIterable {
    case switchCase, nilCoalescing, optionalChain, `try`, `catch`
  }

  /// Something that should have been instrumented and could not be: counts as a gap.
  public struct Refusal: Codable, Equatable, Sendable {
    /// The position of its file in `files`.
    public var file: Int
    public var range: SourceRange
    public var text: String
    /// A sentence.
    public var reason: String

    public init(file: Int, range: SourceRange, text: String, reason: String) {
      self.file = file
      self.range = range
      self.text = text
      self.reason = reason
    }
  }

  /// A `precondition` or `assert`: listed, and never counted, as it must not fail.
  public struct Assertion: Codable, Equatable, Sendable {
    /// The position of its file in `files`.
    public var file: Int
    public var range: SourceRange
    public var text: String

    public init(file: Int, range: SourceRange, text: String) {
      self.file = file
      self.range = range
      self.text = text
    }
  }
}
