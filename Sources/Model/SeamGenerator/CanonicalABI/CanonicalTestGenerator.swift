/// Makes the tests of the canonical ABI: what of each type survives it, and what it refuses.
///
/// They rest on the samples of the codec's tests, and on expectations that are written by hand.
package struct CanonicalTestGenerator {
  private let seam: Seam

  package init(_ seam: Seam) {
    self.seam = seam
  }

  package func file() -> GeneratedFile {
    GeneratedFile(
      path: SwiftTestGenerator.folder + "/CanonicalTests.swift",
      text: SwiftGenerator.header + source)
  }

  private var source: String {
    let lines = seam.definitions.flatMap { tests(of: $0) }
    return SwiftLines.text(
      ["import CanonicalABI", "import CoreSeam", "import Testing", "", "struct CanonicalTests {"]
        + lines.dropLast() + ["}"])
  }

  private func tests(of definition: SeamDefinition) -> [String] {
    if definition.isInline { return [] }
    if case .alias = definition.shape { return [] }
    let name = SeamName.pascal(definition.name)
    let lower = SeamName.camel(definition.name)
    let lines = [
      "  @Test func \(lower)SurvivesTheCanonicalABI() throws {",
      "    try expectCanonicalRoundTrips("
        + "of: \(name).self, slots: \(seam.flatTypes(of: definition).count))", "  }", "",
    ]
    guard let count = definition.caseCount else { return lines }
    return lines + [
      "  @Test func \(lower)OfAnUnknownCaseIsNotLifted() {",
      "    expectUnknownCasesAreNotLifted(by: \(name).self, from: \(count))", "  }", "",
    ]
  }
}
