import Testing

struct OnboardingCommandTests {
  @Test(arguments: [
    (
      "--passcode 20202021 --discriminator 3840",
      "qr      MT:Y.K90AFN00KA0648G00\nmanual  3497-011-2332\n"
    ),
    (
      "--passcode 20202021 --discriminator 3840 --discovery ble",
      "qr      MT:Y.K9042C00KA0648G00\nmanual  3497-011-2332\n"
    ),
    (
      "--passcode 20202021 --discriminator 0xf00 --product 0x8001 --discovery on-network",
      "qr      MT:-24J0AFN00KA0648G00\nmanual  3497-011-2332\n"
    ),
    (
      "--passcode 67202583 --discriminator 3840 --vendor 0xFFF4 --product 4660",
      "qr      MT:MNOA55UM00I7.Y6-F10\nmanual  3609-514-1011\n"
    ),
    (
      "--format json --passcode 20202021 --discriminator 3840 --qr",
      #"{"qr":"MT:Y.K90AFN00KA0648G00","manual":"34970112332"}"# + "\n"
    ),
  ])
  func codesAreMade(options: String, output: String) throws {
    let outcome = try MatterSimProcess.run("onboarding make " + options)
    #expect(outcome == .init(exitStatus: 0, output: output, errors: ""))
  }

  @Test func aCodeOfACustomFlowTellsTheProductToo() throws {
    let outcome = try MatterSimProcess.run(
      "onboarding make --passcode 20202021 --discriminator 3840 --flow custom --format json")
    #expect(outcome.output.hasSuffix(#","manual":"749701123365521327687"}"# + "\n"))
  }

  @Test func discoveryNamesAddUp() throws {
    let options = "--passcode 1 --discriminator 0 --format json --discovery "
    let joined = try MatterSimProcess.run("onboarding make \(options)ble,soft-ap,wifi-paf")
    let repeated = try MatterSimProcess.run(
      "onboarding make \(options)wifi-paf --discovery soft-ap --discovery ble")
    #expect(joined == repeated)
    #expect(joined.exitStatus == 0)
  }

  @Test func thePictureStandsAboveTheCodes() throws {
    let outcome = try MatterSimProcess.run(
      "onboarding make --passcode 20202021 --discriminator 3840 --qr")
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.exitStatus == 0)
    #expect(outcome.errors == "", "libqrencode4 is needed")
    #expect(lines.count == 17 + 2)
    #expect(lines.prefix(17).allSatisfy { $0.count == 33 })
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func aReadCodeHidesItsPasscodeUnlessAsked() throws {
    let hidden = try MatterSimProcess.run("onboarding read MT:Y.K90AFN00KA0648G00")
    #expect(
      hidden.output == """
        code:           QR, version 0
        vendor:         0xFFF1
        product:        0x8000
        flow:           standard
        discovery:      on-network
        discriminator:  3840 (short 15)
        passcode:       hidden (--show-secrets shows it)

        """)
    let shown = try MatterSimProcess.run("onboarding read --show-secrets MT:Y.K90AFN00KA0648G00")
    #expect(shown.output.hasSuffix("\npasscode:       20202021\n"))
    let short = try MatterSimProcess.run("onboarding read --show-secrets 0087-680-0071")
    #expect(
      short.output == """
        code:           manual
        discriminator:  short 0
        passcode:       00123456

        """)
  }

  @Test func severalCodesAreALineEachInJSON() throws {
    let outcome = try MatterSimProcess.run(
      "onboarding read --format json MT:Y.K90AFN00KA0648G00 749701123365521327687")
    #expect(
      outcome.output == #"""
        {"kind":"qr","vendor":65521,"product":32768,"flow":"standard",\#
        "discovery":["on-network"],"discriminator":3840,"short_discriminator":15,\#
        "passcode":null,"passcode_hidden":true,"serial_number":null,"extension":null}
        {"kind":"manual","vendor":65521,"product":32768,"flow":null,\#
        "discovery":null,"discriminator":null,"short_discriminator":15,\#
        "passcode":null,"passcode_hidden":true,"serial_number":null,"extension":null}

        """#)
    let shown = try MatterSimProcess.run(
      "onboarding read --format json --show-secrets 34970112332")
    #expect(shown.output.contains(#""passcode":20202021,"passcode_hidden":false"#))
  }

  @Test func optionalDataAreShownWithTheSerialNumber() throws {
    let code = "MT:" + Self.withSerialNumber
    let text = try MatterSimProcess.run("onboarding read " + code)
    #expect(
      text.output.hasSuffix("extension:      152c0003534e3118\nserial number:  SN1\n"))
    let json = try MatterSimProcess.run("onboarding read --format json " + code)
    #expect(
      json.output.hasSuffix(#""serial_number":"SN1","extension":"152c0003534e3118"}"# + "\n"))
  }

  /// The first worked example followed by the structure {0: "SN1"}.
  private static let withSerialNumber = "Y.K9042C00KA064IJ3P027M30NSXK1O0"

  @Test(arguments: [
    (
      "onboarding make --discriminator 1 --passcode 12345678",
      "--passcode 12345678: this passcode is forbidden: too easily guessed"
    ),
    ("onboarding make --passcode 1", "--discriminator NUMBER is missing"),
    (
      "onboarding make --passcode 1 --discriminator 1 --flow customs",
      "--flow customs: this is one of standard, user-action, custom"
    ),
    (
      "onboarding make --passcode 1 --discriminator 1 --discovery ble,",
      "--discovery ble,: '' is none of soft-ap, ble, on-network, wifi-paf"
    ),
    (
      "onboarding make --passcode 1 --discriminator 1 --vendor 0x10000",
      "--vendor 0x10000: a vendor id is from 0 to 65535"
    ),
    (
      "onboarding read 34970112332 749701123365521327684",
      "CODE 749701123365521327684: the check digit (digit 21) is 4, but 7 would fit the others;"
        + " one of the digits is mistyped"
    ),
    ("onboarding", "matter-sim onboarding needs one of: make, read"),
    ("onbording", "there is no command 'onbording'; did you mean onboarding?"),
  ])
  func aWrongCommandLineIsToldInOneLine(line: String, message: String) throws {
    let outcome = try MatterSimProcess.run(line)
    #expect(outcome == .init(exitStatus: 2, output: "", errors: "matter-sim: \(message)\n"))
  }
}
