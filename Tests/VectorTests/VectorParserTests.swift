import Testing

struct VectorParserTests {
  private static let text = """
    # A comment
    Tlen = 16

    [P-256]
    [second heading]

    [Alen = 0, Nlen = 13]
    Key = 0102

    Adata = 00
    CT = 0a0b

    Adata = ff
    Empty =
    CT = 0c
    [P-384]
    CT = 0d
    """

  private let cases: [VectorCase]

  init() {
    var parser = VectorParser(result: "CT")
    parser.read(Self.text)
    cases = parser.cases
  }

  @Test func aBlockWithTheResultIsACase() throws {
    #expect(try cases.map { try $0.bytes("CT") } == [[10, 11], [12], [13]])
  }

  @Test func whatStandsOutsideCasesHoldsForThoseThatFollow() throws {
    #expect(try cases[1].integer("Tlen") == 16)
    #expect(try cases[1].integer("Nlen") == 13)
    #expect(try cases[1].bytes("Key") == [1, 2])
  }

  @Test func whatStandsInACaseHoldsForThatCaseOnly() throws {
    #expect(throws: VectorError.self) { try cases[0].text("Empty") }
    #expect(try cases[1].bytes("Empty") == [])
    #expect(throws: VectorError.self) { try cases[2].text("Adata") }
  }

  @Test func headingsBelowOneAnotherBelongTogether() {
    #expect(
      cases.map(\.headings) == [
        ["P-256", "second heading"], ["P-256", "second heading"], ["P-384"],
      ])
  }

  @Test func anEmptyStringIsWrittenAsAZeroByte() throws {
    #expect(try cases[0].bytes("Adata", count: 0) == [])
  }

  @Test func aNumberIsPaddedAtItsFront() throws {
    let vector = VectorCase(headings: [], values: ["d": "abc"])
    #expect(try vector.number("d", width: 3) == [0, 0x0A, 0xBC])
    #expect(try vector.number("d", width: 1) == [0x0A, 0xBC])
  }

  @Test func whatIsNotHexadecimalIsRefused() {
    let vector = VectorCase(headings: [], values: ["odd": "abc", "foreign": "xy"])
    #expect(throws: VectorError.self) { try vector.bytes("odd") }
    #expect(throws: VectorError.self) { try vector.bytes("foreign") }
  }

  @Test func aMissingFileIsAnError() {
    #expect(throws: VectorError.self) { try VectorFile.cases("no/such/file", result: "CT") }
  }
}
