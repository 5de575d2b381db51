import SeamGenerator
import Testing

struct SeamNameTests {
  @Test(arguments: [
    ("message_in", "message-in", "messageIn", "MessageIn"),
    ("Protocol_ID", "protocol-id", "protocolID", "ProtocolID"),
    ("id", "id", "id", "ID"),
    ("pake1_sent", "pake1-sent", "pake1Sent", "Pake1Sent"),
  ])
  func oneNameHasThreeSpellings(_ name: String, _ kebab: String, _ camel: String, _ pascal: String)
  {
    #expect(SeamName.kebab(name) == kebab)
    #expect(SeamName.camel(name) == camel)
    #expect(SeamName.pascal(name) == pascal)
  }

  @Test func wordsOfTheLanguagesAreEscaped() {
    #expect(SeamName.wit("Stream") == "%stream")
    #expect(SeamName.wit("message_in") == "message-in")
    #expect(SeamName.swift("default") == "`default`")
    #expect(SeamName.swift("message_in") == "messageIn")
  }

  @Test(arguments: ["", "a__b", "_a", "a_", "a_1", "1a", "ä", "a-b"])
  func namesThatALanguageCannotHaveAreNotLegal(_ name: String) {
    #expect(!SeamName.isLegal(name))
  }
}
