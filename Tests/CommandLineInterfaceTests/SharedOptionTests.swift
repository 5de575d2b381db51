import CommandLineInterface
import MatterCrypto
import Onboarding
import Testing

struct SharedOptionTests {
  @Test(arguments: [
    ("0", "a passcode is from 1 to 99999998"),
    ("99999999", "a passcode is from 1 to 99999998"),
    ("11111111", "this passcode is forbidden: too easily guessed"),
    ("12345678", "this passcode is forbidden: too easily guessed"),
    ("secret", "a passcode is a whole number from 1 to 99999998"),
  ])
  func aForbiddenPasscodeIsRefused(text: String, reason: String) {
    #expect(throws: ValueProblem(reason)) {
      try ValueParser<Passcode>.passcode.parse(text)
    }
  }

  @Test func aPasscodeMayHaveLeadingZeros() throws {
    #expect(try ValueParser<Passcode>.passcode.parse("00123456").value == 123_456)
  }

  @Test(arguments: ["4096", "65536", "70000", "0x1000"])
  func aDiscriminatorOfMoreThanTwelveBitsIsRefused(_ text: String) {
    #expect(throws: ValueProblem("a discriminator is from 0 to 4095")) {
      try ValueParser<Discriminator>.discriminator.parse(text)
    }
  }

  @Test(arguments: [("0", 0), ("4095", 4095), ("0xF00", 3840)])
  func aDiscriminatorIsDecimalOrHexadecimal(text: String, value: UInt16) throws {
    #expect(try ValueParser<Discriminator>.discriminator.parse(text).value == value)
  }

  @Test(arguments: [
    (30, "a salt is 16 to 32 bytes, this is 15"),
    (66, "a salt is 16 to 32 bytes, this is 33"),
    (0, "a salt is 16 to 32 bytes, this is 0"),
    (33, "a salt has two hexadecimal digits a byte; here one is left over"),
  ])
  func aSaltOfTheWrongLengthIsRefused(digits: Int, reason: String) {
    #expect(throws: ValueProblem(reason)) {
      try ValueParser<[UInt8]>.salt.parse(String(repeating: "a", count: digits))
    }
  }

  @Test func aSaltIsHexadecimal() throws {
    #expect(
      try ValueParser<[UInt8]>.salt.parse("000102030405060708090a0B0c0D0eFf")
        == Array(0...14) + [255])
    for text in ["00112233445566778899aabbccddeefg", "SPAKE2P Key Salt", "\u{FF11}"] {
      #expect(throws: ValueProblem("a salt is 16 to 32 bytes written as hexadecimal digits")) {
        try ValueParser<[UInt8]>.salt.parse(text)
      }
    }
  }

  @Test(arguments: ["", "-0.1", "1.1", "nan", "inf", "0x1p-2", "1e-1", "10%", ".", "0.1.2", " 0"])
  func aProbabilityOutOfRangeIsRefused(_ text: String) {
    #expect(throws: ValueProblem("a probability is a number from 0 to 1, such as 0.1")) {
      try ValueParser<Probability>.probability.parse(text)
    }
  }

  @Test(arguments: [("0", 0), ("1", 1), ("0.25", 0.25), (".5", 0.5), ("1.0", 1)])
  func aProbabilityIsAPlainNumber(text: String, value: Double) throws {
    #expect(try ValueParser<Probability>.probability.parse(text).value == value)
  }

  /// Every shared option in one command, as its user sees it.
  @Test(arguments: [
    ("--iterations 999", "--iterations 999: the number of iterations is from 1000 to 100000"),
    ("--iterations 100001", "--iterations 100001: the number of iterations is from 1000 to 100000"),
    ("--passcode 11111111", "--passcode 11111111: this passcode is forbidden: too easily guessed"),
    ("--discriminator 4096", "--discriminator 4096: a discriminator is from 0 to 4095"),
    (
      "--salt 000102030405060708090a0b0c0d0e",
      "--salt 000102030405060708090a0b0c0d0e: a salt is 16 to 32 bytes, this is 15"
    ),
    ("--drop 1.5", "--drop 1.5: a probability is a number from 0 to 1, such as 0.1"),
    ("--corrupt -1", "--corrupt -1: a probability is a number from 0 to 1, such as 0.1"),
    ("--delay 60001", "--delay 60001: a delay is from 0 to 60000"),
    (
      "--seed 18446744073709551616",
      "--seed 18446744073709551616: a seed is from 0 to 18446744073709551615"
    ),
    ("--record=", "--record '': a file cannot be empty"),
  ])
  func theMessageNamesTheOptionAndTheValue(line: String, message: String) {
    let error = #expect(throws: UsageError.self) { try parse(line) }
    #expect(error?.message == message)
    #expect(error?.exitCode == .usage)
  }

  @Test func rightValuesArrive() throws {
    let arguments = try parse(
      "--iterations 100000 --seed 18446744073709551615 --record t.pcapng"
        + " --drop 0.5 --delay 20 --show-secrets")
    #expect(arguments[SharedOptions.iterations] == 100_000)
    #expect(arguments[SharedOptions.seed] == UInt64.max)
    #expect(arguments[SharedOptions.record] == "t.pcapng")
    #expect(arguments[FaultOptions.drop].value == 0.5)
    #expect(arguments[FaultOptions.reorder] == .never)
    #expect(arguments[FaultOptions.delay] == 20)
    #expect(arguments[SharedOptions.showSecrets])
    #expect(arguments[SharedOptions.passcode] == nil)
  }

  private func parse(_ line: String) throws -> Arguments {
    let command = Command(
      name: "all", summary: "all",
      options: [
        SharedOptions.passcode, SharedOptions.discriminator, SharedOptions.iterations,
        SharedOptions.salt, SharedOptions.seed, SharedOptions.record,
        SharedOptions.showSecrets,
      ] + FaultOptions.all,
      example: "tool all"
    ) { _, _ in .done }
    let tool = Tool(name: "tool", version: "1", summary: "", example: "", commands: [command])
    let words = ["all"] + line.split(separator: " ").map(String.init)
    guard case .run(_, let arguments) = try tool.request(words) else {
      throw CommandFailure("not a run")
    }
    return arguments
  }
}
