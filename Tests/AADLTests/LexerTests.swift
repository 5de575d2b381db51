import AADL
import Testing

struct LexerTests {
  private func kinds(of text: String) -> [Token.Kind] {
    Lexer.tokens(of: Array(text.utf8)).filter { !$0.isTrivia && $0.kind != .endOfFile }.map(\.kind)
  }

  @Test func theDotsOfARangeAreNotOfItsNumbers() {
    #expect(kinds(of: "1..2") == [.integer, .symbol(.rangeDots), .integer])
    #expect(kinds(of: "1.5 .. 2.5") == [.real, .symbol(.rangeDots), .real])
  }

  @Test(arguments: ["12", "1_000", "16#FF#", "2#1#e32", "10E3"])
  func integersOfEveryFormAreOneToken(_ text: String) {
    #expect(kinds(of: text) == [.integer])
  }

  @Test func theLongestSymbolIsTaken() {
    #expect(
      kinds(of: "<-> +=> => -> :: : -[ ]->")
        == [
          .bidirectional, .appendArrow, .association, .arrow, .doubleColon, .colon,
          .transitionStart, .rightBracket, .arrow,
        ].map { .symbol($0) })
  }

  @Test func anAnnexIsOneToken() {
    #expect(kinds(of: "{** a } ; -- ** **}") == [.annexText])
  }

  @Test func aStringEndsAtItsLine() {
    #expect(kinds(of: "\"a \"\" b\"") == [.string])
    #expect(kinds(of: "\"a\nb") == [.unterminated, .identifier])
  }
}
