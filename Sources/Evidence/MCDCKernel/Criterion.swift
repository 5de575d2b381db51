/// What it takes to show that a condition matters to the outcome on its own.
///
/// Both are forms of modified condition/decision coverage in the sense of DO-178C; CAST-6 (2001)
/// gives the grounds on which certification authorities accept masking.
public enum Criterion: String, Sendable, CaseIterable {
  /// Two rows with different outcomes, between which only this condition differs. A condition that
  /// short circuit left out of one of them does not count as different (the rule of LLVM's
  /// `-fcoverage-mcdc`). Original form: Chilenski and Miller, Software Engineering Journal 9(5),
  /// 1994.
  case uniqueCause = "unique-cause"
  /// A row in which the condition is true and decides the outcome, and one in which it is false and
  /// decides it; the others may differ as they please. Hayhurst and others, NASA/TM-2001-210876,
  /// explain masking gate by gate.
  case masking
}
