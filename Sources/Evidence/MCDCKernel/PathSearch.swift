/// Finds the rows that a decision can have: the paths through its tree on which every variable
/// keeps its value.
struct PathSearch {
  let terms: [ConditionTerm]

  /// The beginning of a path.
  fileprivate struct Path {
    var row = ConditionVector(evaluated: 0, values: 0, outcome: false)
    var variables: [String: Bool] = [:]
  }

  /// All possible rows, those where earlier conditions are true first.
  func rows(of expression: BooleanExpression) -> [ConditionVector] {
    continued(Path(), through: expression).map(\.row)
  }

  /// The paths that go on from here through a part; the outcome of each is that of the part.
  private func continued(_ path: Path, through expression: BooleanExpression) -> [Path] {
    switch expression {
    case .condition(let position):
      [true, false].compactMap { path.evaluating(position, as: $0, term: terms[position]) }
    case .not(let inner):
      continued(path, through: inner).map(\.negated)
    case .and(let left, let right):
      continued(path, through: left).flatMap {
        $0.row.outcome ? continued($0, through: right) : [$0]
      }
    case .or(let left, let right):
      continued(path, through: left).flatMap {
        $0.row.outcome ? [$0] : continued($0, through: right)
      }
    }
  }
}

extension PathSearch.Path {
  var negated: Self {
    var path = self
    path.row.outcome.toggle()
    return path
  }

  /// nil when the term cannot have this value here.
  func evaluating(_ position: Int, as value: Bool, term: ConditionTerm) -> Self? {
    var path = self
    switch term {
    case .constant(let constant):
      guard value == constant else { return nil }
    case .variable(let name, let negated):
      let known = variables[name] ?? (value != negated)
      guard known == (value != negated) else { return nil }
      path.variables[name] = known
    case .independent: break
    }
    path.row.evaluated |= ConditionVector.bit(position)
    if value { path.row.values |= ConditionVector.bit(position) }
    path.row.outcome = value
    return path
  }
}
