import MatterCrypto
import Testing

struct PasscodeRuleTests {
  @Test(arguments: [0, 99_999_999, 100_000_000, UInt32.max])
  func aNumberOutOfRangeIsNoPasscode(_ number: UInt32) {
    #expect(throws: PasscodeError.outOfRange) { try Passcode(number) }
  }

  @Test(arguments: [
    11_111_111, 22_222_222, 33_333_333, 44_444_444, 55_555_555, 66_666_666, 77_777_777, 88_888_888,
    12_345_678, 87_654_321,
  ])
  func anEasilyGuessedNumberIsNoPasscode(_ number: UInt32) {
    #expect(throws: PasscodeError.trivial) { try Passcode(number) }
    #expect(throws: Never.self) { try Passcode(number - 1) }
    #expect(throws: Never.self) { try Passcode(number + 1) }
  }

  @Test(arguments: [1, 20_202_021, 99_999_998])
  func anyOtherNumberIsAPasscode(_ number: UInt32) throws {
    #expect(try Passcode(number).value == number)
  }
}
