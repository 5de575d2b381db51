/// What is known of a condition without running it.
///
/// Conditions that cannot vary on their own are *coupled* (DO-178C's note on independence; weakly
/// and strongly coupled in Chilenski and Miller, Software Engineering Journal 9(5), 1994).
public enum ConditionTerm: Hashable, Sendable {
  /// It always has this value.
  case constant(Bool)
  /// All conditions of one decision with the same name have the same value, or the opposite one
  /// where `negated` differs.
  case variable(String, negated: Bool)
  /// It may have either value each time it is evaluated.
  case independent

  /// Reads off the text what can be known: `true` and `false` are constants, the same text is the
  /// same variable, and `x != y` the opposite of `x == y`. A text that calls something is
  /// independent, as a call may answer otherwise the second time.
  public init(text: String) {
    switch text {
    case "true": self = .constant(true)
    case "false": self = .constant(false)
    default: self = Self.hasCall(text) ? .independent : Self.variable(named: text)
    }
  }

  private static func variable(named text: String) -> ConditionTerm {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    let comparisons = words.indices.filter { words[$0] == "==" || words[$0] == "!=" }
    guard comparisons.count == 1, !words.contains("?"), !words.contains("??") else {
      return .variable(words.joined(separator: " "), negated: false)
    }
    let left = words[..<comparisons[0]].joined(separator: " ")
    let right = words[(comparisons[0] + 1)...].joined(separator: " ")
    return .variable(left + " == " + right, negated: words[comparisons[0]] == "!=")
  }

  /// Whether a parenthesis or a brace follows directly upon an expression, or an effect is named.
  private static func hasCall(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    if words.contains("try") || words.contains("await") || text.contains("{") { return true }
    var previous: Character = " "
    for character in text {
      if character == "(", previous.isLetter || previous.isNumber || "_>])}?!`".contains(previous) {
        return true
      }
      previous = character
    }
    return false
  }
}
