/// Whether the tests were built with optimisation. Without it a field multiplication takes some
/// hundred times as long, so the random tests draw fewer cases.
var runsOptimized: Bool {
  #if DEBUG
    false
  #else
    true
  #endif
}
