import MCDCKernel
import Testing

/// A decision, rows of it, and what a person has worked out from them with paper and pencil.
struct HandTable: Sendable, CustomTestStringConvertible {
  let text: String
  /// As `TF-T`: one letter for each condition, and last the outcome; separated by spaces.
  let rows: String
  /// A letter for each condition: Covered, Uncovered, Infeasible.
  let masking: String
  let uniqueCause: String
  /// Whether the rows are all that the decision can have.
  let isComplete: Bool

  static func complete(
    _ text: String, _ rows: String, masking: String, uniqueCause: String
  ) -> HandTable {
    HandTable(
      text: text, rows: rows, masking: masking, uniqueCause: uniqueCause, isComplete: true)
  }

  static func partial(
    _ text: String, _ rows: String, masking: String, uniqueCause: String
  ) -> HandTable {
    HandTable(
      text: text, rows: rows, masking: masking, uniqueCause: uniqueCause, isComplete: false)
  }

  var testDescription: String { "\(text) with \(rows)" }

  var vectors: [ConditionVector] {
    rows.split(separator: " ").map { ConditionVector(row: String($0)) }
  }

  func decision() throws -> DecisionTable {
    let decision = DecisionText(text)
    return try DecisionTable(decision.expression, texts: decision.conditions)
  }

  static let all: [HandTable] = [
    // One condition.
    .complete("a", "TT FF", masking: "C", uniqueCause: "C"),
    .partial("a", "TT", masking: "U", uniqueCause: "U"),
    .complete("!a", "TF FT", masking: "C", uniqueCause: "C"),

    // One operator.
    .complete("a && b", "TTT TFF F-F", masking: "CC", uniqueCause: "CC"),
    .partial("a && b", "TTT F-F", masking: "CU", uniqueCause: "CU"),
    .partial("a && b", "TTT TFF", masking: "UC", uniqueCause: "UC"),
    .complete("a || b", "T-T FTT FFF", masking: "CC", uniqueCause: "CC"),
    .partial("a || b", "FTT FFF", masking: "UC", uniqueCause: "UC"),
    .complete("!(a && b)", "TTF TFT F-T", masking: "CC", uniqueCause: "CC"),

    // The classic one: the third set shows c by rows between which a differs too.
    .complete("(a && b) || c", "TT-T TFTT TFFF F-TT F-FF", masking: "CCC", uniqueCause: "CCC"),
    .partial("(a && b) || c", "TT-T F-TT F-FF", masking: "CUC", uniqueCause: "CUC"),
    .partial("(a && b) || c", "TT-T TFTT F-FF", masking: "CUC", uniqueCause: "CUU"),

    // The leap year: 2024, 2000, 1900, 2023.
    .complete(
      "year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)", "TT-T TFTT TFFF F--F",
      masking: "CCC", uniqueCause: "CCC"),
    .partial(
      "year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)", "TT-T F--F",
      masking: "CUU", uniqueCause: "CUU"),
    .partial(
      "year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)", "TT-T TFFF F--F",
      masking: "CCU", uniqueCause: "CCU"),
    // Written the other way round, F-TT would be a year of 400 but not of 4: it is not needed.
    .partial(
      "(year % 4 == 0 && year % 100 != 0) || year % 400 == 0", "TT-T TFTT TFFF F-FF",
      masking: "CCC", uniqueCause: "CCC"),

    .complete(
      "a && (b || !c) && d", "TT-TT TT-FF TFFTT TFFFF TFT-F F---F",
      masking: "CCCC", uniqueCause: "CCCC"),
    .partial(
      "a && (b || !c) && d", "TT-TT TT-FF TFFTT F---F", masking: "CUUC", uniqueCause: "CUUC"),
    .partial(
      "a && (b || !c) && d", "TFFTT TT-FF TFT-F F---F", masking: "CUCC", uniqueCause: "CUCU"),

    .complete(
      "!(a || !b) || c", "T-TT T-FF FT-T FFTT FFFF", masking: "CCC", uniqueCause: "CCC"),
    .partial("!(a || !b) || c", "T-FF FT-T FFTT", masking: "CUC", uniqueCause: "CUU"),

    .complete(
      "(a || b) && (c || d)", "T-T-T T-FTT T-FFF FTT-T FTFTT FTFFF FF--F",
      masking: "CCCC", uniqueCause: "CCCC"),
    .partial(
      "(a || b) && (c || d)", "T-T-T FTFTT T-FFF FF--F", masking: "CCCC", uniqueCause: "CCCU"),

    // Chains.
    .complete(
      "a || b || c || d", "T---T FT--T FFT-T FFFTT FFFFF", masking: "CCCC", uniqueCause: "CCCC"),
    .partial(
      "a || b || c || d", "T---T FT--T FFT-T FFFTT", masking: "UUUU", uniqueCause: "UUUU"),
    .partial(
      "a && b && c && d", "TTTTT F---F TF--F TTTFF", masking: "CCUC", uniqueCause: "CCUC"),

    // Lists of guard and if.
    .complete(
      "x > 0, let y = z, y.ok || w", "F---F TF--F TTT-T TTFTT TTFFF",
      masking: "CCCC", uniqueCause: "CCCC"),
    .partial(
      "x > 0, let y = z, y.ok || w", "F---F TF--F TTT-T TTFFF",
      masking: "CCCU", uniqueCause: "CCCU"),
    .complete(
      "case .open(let since) = state, now - since < limit", "F-F TFF TTT",
      masking: "CC", uniqueCause: "CC"),
    .partial(
      "case .open(let since) = state, now - since < limit", "F-F TTT",
      masking: "CU", uniqueCause: "CU"),

    // while i < n && !done
    .complete("i < n && !done", "TFT TTF F-F", masking: "CC", uniqueCause: "CC"),

    // Ternaries: a nested one is a decision of its own, here the one around it and the inner one
    // whose false branch was never taken; and one as a condition of another decision.
    .complete("isDevice", "TT FF", masking: "C", uniqueCause: "C"),
    .partial("isDevice ? isOpen : isPaired", "TT", masking: "U", uniqueCause: "U"),
    .complete("(a ? b : c) && d", "TTT TFF F-F", masking: "CC", uniqueCause: "CC"),

    // case let x where …
    .complete(
      "x > 0 && !(x > limit || isClosed)", "F--F TT-F TFTF TFFT",
      masking: "CCC", uniqueCause: "CCC"),
    .partial(
      "x > 0 && !(x > limit || isClosed)", "F--F TT-F TFFT", masking: "CCU", uniqueCause: "CCU"),

    // Coupled: the second a never varies without the first.
    .complete(
      "(a && b) || (!a && c)", "TT--T TFT-F F-FTT F-FFF", masking: "CCCC", uniqueCause: "CCIC"),
    .complete(
      "(a && b) || (a && c)", "TT--T TFTTT TFTFF F-F-F", masking: "CCCC", uniqueCause: "CCIC"),
    .complete(
      "(x == y && z) || (x != y && w)", "TT--T TFF-F F-TTT F-TFF",
      masking: "CCCC", uniqueCause: "CCIC"),
    .complete("a || !a", "T-T FFT", masking: "II", uniqueCause: "II"),
    .complete("a && !a", "TTF F-F", masking: "II", uniqueCause: "II"),
    .complete("x.isEmpty || x.isEmpty", "T-T FFF", masking: "CI", uniqueCause: "CI"),
    // The rows show that something changed x in between: so the two are not one variable.
    .partial("x.isEmpty || x.isEmpty", "T-T FTT FFF", masking: "CC", uniqueCause: "CC"),
    // A call may answer otherwise the second time.
    .partial("next() || next()", "T-T FFF", masking: "CU", uniqueCause: "CU"),

    // Constants.
    .complete("a || true", "T-T FTT", masking: "II", uniqueCause: "II"),
    .complete("a && true", "TTT F-F", masking: "CI", uniqueCause: "CI"),
    .complete("false || a", "FTT FFF", masking: "IC", uniqueCause: "IC"),
    .complete("false && a", "F-F", masking: "II", uniqueCause: "II"),
    .partial("a && true", "", masking: "UI", uniqueCause: "UI"),
  ]
}
