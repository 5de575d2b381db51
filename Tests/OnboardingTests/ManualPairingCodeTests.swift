import MatterCrypto
import Onboarding
import Testing

struct ManualPairingCodeTests {
  @Test(arguments: WorkedManualCode.all)
  func workedExamplesAreMade(_ example: WorkedManualCode) throws {
    #expect(try code(of: example).digits == example.digits)
  }

  @Test(arguments: WorkedManualCode.all)
  func workedExamplesAreRead(_ example: WorkedManualCode) throws {
    #expect(try ManualPairingCode(parsing: example.digits) == code(of: example))
  }

  @Test func everyCodeComesBack() throws {
    var payloads = RandomPayloads(seed: 7)
    for _ in 0..<3000 {
      let payload = try payloads.next()
      let code = ManualPairingCode(for: payload)
      #expect(code.digits.count == (payload.flow == .standard ? 11 : 21))
      #expect(try ManualPairingCode(parsing: code.digits) == code)
      #expect(try ManualPairingCode(parsing: code.text) == code)
    }
  }

  @Test func dashesAndSpacesAreIgnored() throws {
    let code = try ManualPairingCode(parsing: "34970112332")
    #expect(code.text == "3497-011-2332")
    #expect(try ManualPairingCode(parsing: "3497-011-2332") == code)
    #expect(try ManualPairingCode(parsing: " 3497 011--2332 ") == code)
    #expect(
      try ManualPairingCode(parsing: "749701123365521327687").text == "7497-011-2336-55213-27687")
  }

  @Test(arguments: WorkedManualCode.all)
  func everySingleWrongDigitIsCaught(_ example: WorkedManualCode) {
    let digits = Array(example.digits)
    for place in digits.indices {
      for wrong in "0123456789" where wrong != digits[place] {
        var changed = digits
        changed[place] = wrong
        expectWrongCheckDigit(String(changed))
      }
    }
  }

  @Test(arguments: WorkedManualCode.all)
  func everySwapOfNeighboursIsCaught(_ example: WorkedManualCode) {
    let digits = Array(example.digits)
    for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
      var changed = digits
      changed.swapAt(place, place + 1)
      expectWrongCheckDigit(String(changed))
    }
  }

  @Test func aWrongCheckDigitIsToldWithTheRightOne() {
    #expect(throws: OnboardingError.checkDigit(position: 21, found: 4, expected: 7)) {
      try ManualPairingCode(parsing: "749701123365521327684")
    }
    #expect(throws: OnboardingError.checkDigit(position: 11, found: 9, expected: 2)) {
      try ManualPairingCode(parsing: "3497-011-2339")
    }
  }

  @Test(arguments: [("3497x112332", "x", 5), ("3497-01123é2", "é", 11), ("٣4970112332", "٣", 1)])
  func aForeignCharacterIsNamedWithItsPlace(text: String, character: Character, position: Int) {
    #expect(throws: OnboardingError.notADigit(character, position: position)) {
      try ManualPairingCode(parsing: text)
    }
  }

  @Test(arguments: Array(0...10) + Array(12...20) + [22, 40])
  func anyOtherNumberOfDigitsIsRefused(_ count: Int) {
    #expect(throws: OnboardingError.digitCount(count)) {
      try ManualPairingCode(parsing: String(repeating: "0", count: count))
    }
  }

  @Test(arguments: [("84970112332", 8), ("94970112332", 9)])
  func aFirstDigitAboveSevenIsRefused(digits: String, first: Int) {
    #expect(throws: OnboardingError.reservedFirstDigit(first)) {
      try ManualPairingCode(parsing: corrected(digits))
    }
  }

  @Test func theFirstDigitMustAgreeWithTheLength() {
    #expect(throws: OnboardingError.lengthDisagrees(firstDigit: 7, count: 11)) {
      try ManualPairingCode(parsing: corrected("74970112330"))
    }
    #expect(throws: OnboardingError.lengthDisagrees(firstDigit: 3, count: 21)) {
      try ManualPairingCode(parsing: corrected("349701123365521327680"))
    }
  }

  @Test(arguments: [
    ("36553601120", 2...6, 65536, 65535), ("34970181920", 7...10, 8192, 8191),
    ("749701123365536327680", 11...15, 65536, 65535),
    ("749701123365521999990", 16...20, 99999, 65535),
  ])
  func aNumberThatDoesNotFitItsFieldIsRefused(
    digits: String, places: ClosedRange<Int>, value: Int, limit: Int
  ) {
    #expect(throws: OnboardingError.digitsTooLarge(places: places, value: value, limit: limit)) {
      try ManualPairingCode(parsing: corrected(digits))
    }
  }

  @Test(
    arguments: [
      ("00000000000", 0, PasscodeError.outOfRange),
      ("01363881910", 134_214_982, .outOfRange),
      // 11111111 = 678 · 16384 + 2759
      ("00275906780", 11_111_111, .trivial),
    ] as [(String, UInt32, PasscodeError)])
  func aForbiddenPasscodeIsRefused(
    digits: String, number: UInt32, reason: PasscodeError
  ) {
    #expect(throws: OnboardingError.badPasscode(number, reason)) {
      try ManualPairingCode(parsing: corrected(digits))
    }
  }

  @Test func theShortDiscriminatorIsTheTopFourBits() throws {
    for value in stride(from: UInt16(0), through: 4095, by: 13) {
      #expect(try discriminator(value).short.value == UInt8(value >> 8))
    }
    #expect(Discriminator(4096) == nil)
    #expect(ShortDiscriminator(16) == nil)
    #expect(ShortDiscriminator(15)?.value == 15)
  }

  private func code(of example: WorkedManualCode) throws -> ManualPairingCode {
    var product: ProductIdentity?
    if let vendor = example.vendor, let number = example.product {
      product = ProductIdentity(vendorID: vendor, productID: number)
    }
    return ManualPairingCode(
      discriminator: try discriminator(example.discriminator).short,
      passcode: try passcode(example.passcode), product: product)
  }

  private func expectWrongCheckDigit(_ text: String) {
    let error = #expect(throws: OnboardingError.self, "\(text)") {
      try ManualPairingCode(parsing: text)
    }
    guard case .checkDigit = error else {
      Issue.record("\(text): \(String(describing: error))")
      return
    }
  }

  /// `digits` with the last one replaced by the right check digit.
  private func corrected(_ digits: String) -> String {
    let body = digits.dropLast()
    return body + String(VerhoeffCheck.digit(for: body.compactMap(\.wholeNumberValue)))
  }
}
