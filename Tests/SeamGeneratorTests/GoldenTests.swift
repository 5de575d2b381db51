import SeamGenerator
import Testing

struct GoldenTests {
  @Test(arguments: Golden.all)
  func theWITIsAsExpected(_ golden: Golden) throws {
    let (seam, diagnostics) = try golden.read()
    #expect(diagnostics.isEmpty)
    try expectSame(WITGenerator(#require(seam)).text, golden.text("expected.wit"))
  }

  @Test(arguments: Golden.all)
  func theSwiftIsAsExpected(_ golden: Golden) throws {
    let seam = try #require(golden.read().seam)
    try expectSame(Golden.swift(seam), golden.text("expected.swift.txt"))
  }

  @Test(arguments: Golden.all)
  func theComponentIsAsExpected(_ golden: Golden) throws {
    let seam = try #require(golden.read().seam)
    try expectSame(Golden.component(seam), golden.text("expected.component.txt"))
  }

  /// Shows the first line that differs; the whole texts would hide it.
  private func expectSame(_ text: String, _ expected: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(lines, wanted).enumerated() where pair.0 != pair.1 {
      #expect(pair.0 == pair.1, "line \(index + 1)")
      return
    }
    #expect(lines.count == wanted.count)
  }
}
