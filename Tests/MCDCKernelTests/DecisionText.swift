import MCDCKernel

/// Reads a decision written as in Swift; a comma joins the elements of a list.
///
/// A leaf is any text without Boolean operators; parentheses belong to a leaf that has begun.
struct DecisionText {
  private(set) var expression: BooleanExpression = .condition(0)
  private(set) var conditions: [String] = []
  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
    expression = list()
    precondition(rest.isEmpty, "the decision of the test is not understood from: \(rest)")
  }

  private mutating func list() -> BooleanExpression {
    var left = disjunction()
    while accept(",") { left = .and(left, disjunction()) }
    return left
  }

  private mutating func disjunction() -> BooleanExpression {
    var left = conjunction()
    while accept("||") { left = .or(left, conjunction()) }
    return left
  }

  private mutating func conjunction() -> BooleanExpression {
    var left = factor()
    while accept("&&") { left = .and(left, factor()) }
    return left
  }

  private mutating func factor() -> BooleanExpression {
    if accept("!") { return .not(factor()) }
    if accept("(") {
      let inner = disjunction()
      precondition(accept(")"), "a parenthesis of the test is not closed before: \(rest)")
      return inner
    }
    conditions.append(leaf())
    return .condition(conditions.count - 1)
  }

  private mutating func leaf() -> String {
    var text = ""
    var depth = 0
    while let next = rest.first {
      if depth == 0, next == ")" || next == "," || rest.hasPrefix("&&") || rest.hasPrefix("||") {
        break
      }
      if next == "(" { depth += 1 }
      if next == ")" { depth -= 1 }
      text.append(rest.removeFirst())
    }
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private mutating func accept(_ token: String) -> Bool {
    rest = rest.drop { $0 == " " }
    guard rest.hasPrefix(token) else { return false }
    rest.removeFirst(token.count)
    rest = rest.drop { $0 == " " }
    return true
  }
}

extension ConditionVector {
  /// Reads `TF-T`: one letter for each condition, and last the outcome.
  init(row: String) {
    self.init(evaluated: 0, values: 0, outcome: row.last == "T")
    for (position, letter) in row.dropLast().enumerated() where letter != "-" {
      evaluated |= 1 << UInt64(position)
      if letter == "T" { values |= 1 << UInt64(position) }
    }
  }

  /// The same, written.
  func row(of conditions: Int) -> String {
    text(conditions: conditions).filter { "TF-".contains($0) }
  }
}
