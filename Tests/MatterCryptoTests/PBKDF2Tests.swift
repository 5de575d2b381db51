import MatterCrypto
import Testing

/// Spec: RFC 8018 §5.2; figures of RFC 7914 §11 and of Matter verifiers.
struct PBKDF2Tests {
  @Test func onePublishedIterationComesOut() {
    #expect(
      derived(64, "passwd", "salt", 1)
        == "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783")
  }

  /// Passcode 20202021: the verifier of the CHIP SDK's tests.
  @Test func theVerifierOfTheDefaultPasscodeComesOut() {
    let output = PBKDF2SHA256<80>.derive(
      password: hexBytes("25423401").span, salt: [UInt8]("SPAKE2P Key Salt".utf8).span,
      iterations: 1000)
    #expect(
      hexText(output.span)
        == "aba60c30416b8f4177f5e16ad514cfd9577513f02fd60506b1049d0f2c7310010e5e40bfd86b4ef6"
        + "81a88b71e9e2a853985a7def916ea30e01b8722fbf7d0e38856c12cd64c225bb24ef21417e0e44e5")
  }

  /// Passcode 123456: the verifier of rs-matter's tests.
  @Test func theVerifierOfAnotherPasscodeComesOut() {
    let output = PBKDF2SHA256<80>.derive(
      password: hexBytes("40e20100").span, salt: hexBytes("04a1d2c611f0bd367867797bfe823600").span,
      iterations: 2000)
    #expect(
      hexText(output.span)
        == "c789339cc5ebbcf6df04a91111064c15ac5aea67699f3262cfc6e919e8a40bb342e8c68ea99a73e2"
        + "59d117d8edcb728cbf3ba98802d8454bd02de5e41cc3d700033c86209a425f55963b9f6f79efcb37")
  }

  /// More blocks than are computed side by side. The figure is Python's hashlib's.
  @Test func sevenBlocksComeOut() {
    #expect(
      derived(200, "password", "salt", 3)
        == "ad35240ac683febfaf3cd49d845473fbbbaa2437f5f82d5a415ae00ac76c6bfc"
        + "cf9a9b8d6d2fe4a1e700c4460b040dbed692c1cb85a747f35588c08930fcfc41"
        + "ac48082086069b111a9c752f1856237f3af8adc86757f26c60870d3eb52a7c20"
        + "60c3749b9d56ebb7047cc886f41cdc195fa5c45eec2079a3fa5e0b814ed6a7ae"
        + "922281bd2fb3ce593f8a30472255f2dc9044149bc9b7cc060371793775734361"
        + "ee66353e89992c62aee73021c168708a4d94581963aaba85c9a83cadc7828ee1"
        + "b143eb3c3b11c72f")
  }

  @Test func slicesOfAnySizeGiveWhatOneGoGives() {
    let whole = derived(200, "password", "salt", 10)
    for slice in 1...25 as ClosedRange<UInt32> {
      var derivation = PBKDF2SHA256<200>(
        password: [UInt8]("password".utf8).span, salt: [UInt8]("salt".utf8).span, iterations: 10)
      var steps = 0
      while !derivation.isComplete, steps < 200 {
        let finished = derivation.advance(by: slice)
        #expect(finished == derivation.isComplete)
        steps += 1
      }
      #expect(hexText(derivation.output.span) == whole, "slices of \(slice)")
    }
  }

  /// A slice bounds the work: seven blocks of ten iterations are at least two times ten rounds.
  @Test func aSliceDoesNoMoreThanItsRounds() {
    var derivation = PBKDF2SHA256<200>(
      password: [UInt8]("password".utf8).span, salt: [UInt8]("salt".utf8).span, iterations: 10)
    for (rounds, completes) in [(0, false), (19, false), (.max, true), (0, true)]
      as [(UInt32, Bool)]
    {
      let complete = derivation.advance(by: rounds)
      #expect(complete == completes, "after \(rounds) more")
    }
  }

  @Test func anUnfinishedDerivationHasNoOutput() async {
    await #expect(processExitsWith: .failure) {
      var derivation = PBKDF2SHA256<16>(
        password: [UInt8](repeating: 1, count: 4).span, salt: [UInt8]().span, iterations: 2)
      _ = derivation.advance(by: 1)
      _ = derivation.output
    }
  }

  @Test func aWipedDerivationHasNoOutput() async {
    await #expect(processExitsWith: .failure) {
      var derivation = PBKDF2SHA256<16>(
        password: [UInt8](repeating: 1, count: 4).span, salt: [UInt8]().span, iterations: 2)
      _ = derivation.advance(by: .max)
      derivation.wipe()
      _ = derivation.output
    }
  }

  @Test func noIterationsAreTheCallersFault() async {
    await #expect(processExitsWith: .failure) {
      _ = PBKDF2SHA256<16>(password: [UInt8]().span, salt: [UInt8]().span, iterations: 0)
    }
  }

  /// 64 or 200 bytes of output in hexadecimal.
  private func derived(
    _ length: Int, _ password: String, _ salt: String, _ iterations: UInt32
  ) -> String {
    let password = [UInt8](password.utf8)
    let salt = [UInt8](salt.utf8)
    let output = PBKDF2SHA256<200>.derive(
      password: password.span, salt: salt.span, iterations: iterations)
    return hexText(output.span.extracting(first: length))
  }
}
