import AADL
import Testing

struct LosslessTests {
  @Test func everyTextOfTheModelComesBackByteForByte() throws {
    let texts = try Repository.modelTexts()
    #expect(texts.count >= 5)
    for text in texts {
      let parsed = Parser.parse(text)
      #expect(parsed.tree.bytes == text.bytes, "\(text.name)")
      #expect(parsed.diagnostics.isEmpty, "\(text.name)")
    }
  }

  @Test(arguments: [
    "", "\n", "-- only a comment", "package", "package P\r\npublic\r\nend P;\r\n",
    "package P public end P; trailing words", "{** no end", "\"no end\n", "\u{FEFF}package P",
    "package P public system S end S end P;", "a b c ; ; ; ) ( ] [ } {", "\u{0}\u{7F}ü→",
    "package P\npublic\n  with X;\n  data D\n    properties\n      A => (1, [b => 2;], 3 .. 4);\n",
  ])
  func anyTextComesBackByteForByte(_ text: String) {
    let source = SourceText(name: "t", text: text)
    #expect(Parser.parse(source).tree.bytes == source.bytes)
  }

  @Test func bytesThatAreNoUTF8ComeBackToo() {
    let source = SourceText(name: "t", bytes: Array(0...255))
    #expect(Parser.parse(source).tree.bytes == source.bytes)
  }
}
