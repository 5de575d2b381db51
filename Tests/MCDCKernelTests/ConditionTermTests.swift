import MCDCKernel
import Testing

/// What the text of a condition tells about it.
struct ConditionTermTests {
  @Test func literalsAreConstants() {
    #expect(ConditionTerm(text: "true") == .constant(true))
    #expect(ConditionTerm(text: "false") == .constant(false))
  }

  @Test(arguments: ["a", "state.isOpen", "(a + b) > 0", "count<limit", "x[i] == 0", "bytes[0]"])
  func textWithoutCallsIsAVariable(_ text: String) {
    #expect(ConditionTerm(text: text) == ConditionTerm(text: text))
    #expect(ConditionTerm(text: text) != .independent)
  }

  @Test(arguments: [
    "next()", "x.contains(3)", "list.allSatisfy { $0 > 0 }", "a[0](1)", "make<Int>(2)",
    "case .a(let x) = y", "try read", "await ready", "self.f?()",
  ])
  func textThatCallsSomethingIsIndependent(_ text: String) {
    #expect(ConditionTerm(text: text) == .independent)
  }

  @Test func anInequalityIsTheOppositeOfTheEquality() {
    #expect(ConditionTerm(text: "x == y") == .variable("x == y", negated: false))
    #expect(ConditionTerm(text: "x  !=\n y") != .variable("x == y", negated: false))
    #expect(ConditionTerm(text: "x != y") == .variable("x == y", negated: true))
  }

  @Test func spacesDoNotMakeAnotherVariable() {
    #expect(ConditionTerm(text: "a  <  b") == ConditionTerm(text: "a < b"))
  }
}
