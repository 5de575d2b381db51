import Testing

/// The parts of the core inside WebAssembly, one by one: when an upgrade of Swift or of an engine
/// breaks a part, its row says so.
struct CanaryTests {
  @Test(arguments: Canary.allCases, CanaryEngine.allCases)
  func aPartGivesItsKnownAnswers(canary: Canary, engine: CanaryEngine) throws {
    let wrong = try engine.run(canary)
    #expect(wrong == 0, "answer \(wrong) in \(canary.sources) is wrong under \(engine.rawValue)")
  }
}
