import Onboarding
import Testing

struct SetupCodeTests {
  @Test func eitherKindOfCodeIsRead() throws {
    guard case .qr = try SetupCode(parsing: "MT:Y.K90AFN00KA0648G00") else {
      Issue.record("a QR code")
      return
    }
    guard case .manual = try SetupCode(parsing: "3497-011-2332") else {
      Issue.record("a manual code")
      return
    }
  }

  @Test func aWrongCodeIsReportedAsTheKindItIsMeantToBe() {
    #expect(throws: OnboardingError.digitCount(10)) { try SetupCode(parsing: "3497-011-233") }
    #expect(throws: OnboardingError.missingPrefix(found: "Y.K")) {
      try SetupCode(parsing: "Y.K90AFN00KA0648G00")
    }
  }

  @Test(arguments: ["MT:", "mt:anything", "34970112332", "3497-011-2332", "1"])
  func whatIsMeantAsACodeIsKnownEvenWhenItIsWrong(_ text: String) {
    #expect(SetupCode.isMeant(by: text))
  }

  @Test(arguments: ["", "-", "::1", "127.0.0.1", "lamp.local", "mt", "matter:5540", "[::1]:5540"])
  func anAddressIsNotMeantAsACode(_ text: String) {
    #expect(!SetupCode.isMeant(by: text))
  }

  /// Each message, whole: a person reads it.
  @Test(arguments: [
    ("Y.K9", "a QR code begins with MT:"),
    ("mt:Y.K9", "a QR code begins with MT: in capitals"),
    (
      "MT:Y.k9042C00KA0648G00",
      "character 6 is 'k'; a QR code has only 0-9, A-Z, '-' and '.' after MT:"
    ),
    (
      "MT:Y.K9042C00KA0648G0",
      "the last 3 characters, from character 19, cannot end a QR code; part of it is missing or"
        + " too much"
    ),
    (
      "MT:Y.K9.42C00KA0648G00",
      "'Y.K9.' at character 4 stands for no bytes; the code is mistyped there"
    ),
    ("MT:Y.K9042C00KA064", "a QR code holds at least 11 bytes, this one 9"),
    ("3497o112332", "a QR code begins with MT:"),
    ("3497011233", "a manual code has 11 or 21 digits, this one 10"),
    (
      "34970112333",
      "the check digit (digit 11) is 3, but 2 would fit the others; one of the digits is mistyped"
    ),
  ])
  func messagesSayWhatIsWrongAndWhere(text: String, message: String) {
    let error = #expect(throws: OnboardingError.self) { try SetupCode(parsing: text) }
    #expect(error?.message == message)
  }
}
