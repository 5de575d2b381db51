import MatterBytes
import MatterCrypto
import Testing

/// The vectors of the CHIP SDK (`TestPASESession.cpp`) and of rs-matter (`spake2p.rs`).
struct PasscodeDerivationTests {
  private func secrets(
    _ passcode: UInt32, salt: [UInt8], iterations: UInt32, slice: UInt32 = .max
  ) throws -> PasscodeSecrets {
    var derivation = PasscodeDerivation(
      passcode: try Passcode(passcode),
      parameters: try PBKDFParameters(
        iterations: iterations, salt: BoundedBytes(copying: salt.span)))
    while !derivation.advance(by: slice) {}
    return derivation.finish()
  }

  private func hexText(_ scalar: Scalar) -> String {
    var bytes = [32 of UInt8](repeating: 0)
    var span = bytes.mutableSpan
    scalar.number.write(bigEndianInto: &span)
    return MatterCryptoTests.hexText(bytes.span)
  }

  private let salt = [UInt8]("SPAKE2P Key Salt".utf8)
  private let w0 = "b96170aae803346884724fe9a3b287c30330c2a660375d17bb205a8cf1aecb35"
  private let w1 = "823d264225e36f4923b43ad64f8c862a30f4a129bbf9ee8074a32d6d67586a90"
  private let l =
    "0457f8ab79ee253ab6a8e46bb09e543ae422736de501e3db37d441fe344920d095"
    + "48e4c18240630c4ff4913c53513839b7c07fcc0627a1b8573a149fcd1fa466cf"

  @Test func thePasscodeOfTheSDKGivesItsVerifier() throws {
    let secrets = try secrets(20_202_021, salt: salt, iterations: 1000)
    #expect(hexText(secrets.w0) == w0)
    #expect(hexText(secrets.w1) == w1)
    let serialized = secrets.verifier().serialized()
    #expect(MatterCryptoTests.hexText(serialized.span) == w0 + l)
  }

  @Test(arguments: [UInt32(1), 7, 999, 1000])
  func aDerivationInSlicesGivesTheSame(slice: UInt32) throws {
    let secrets = try secrets(20_202_021, salt: salt, iterations: 1000, slice: slice)
    #expect(hexText(secrets.w0) == w0)
    #expect(hexText(secrets.w1) == w1)
  }

  @Test func thePasscodeOfRsMatterGivesItsSecrets() throws {
    let w0s = hexBytes(
      "c789339cc5ebbcf6df04a91111064c15ac5aea67699f3262cfc6e919e8a40bb342e8c68ea99a73e2")
    let w1s = hexBytes(
      "59d117d8edcb728cbf3ba98802d8454bd02de5e41cc3d700033c86209a425f55963b9f6f79efcb37")
    let salt = hexBytes("04a1d2c611f0bd367867797bfe823600")
    let secrets = try secrets(123_456, salt: salt, iterations: 2000)
    #expect(hexText(secrets.w0) == hexText(Scalar(reducing: w0s.span)))
    #expect(hexText(secrets.w1) == hexText(Scalar(reducing: w1s.span)))
  }

  @Test func theHalvesAreReducedAsPublished() {
    let w0s = hexBytes(
      "aba60c30416b8f4177f5e16ad514cfd9577513f02fd60506b1049d0f2c7310010e5e40bfd86b4ef6")
    let w1s = hexBytes(
      "81a88b71e9e2a853985a7def916ea30e01b8722fbf7d0e38856c12cd64c225bb24ef21417e0e44e5")
    #expect(hexText(Scalar(reducing: w0s.span)) == w0)
    #expect(hexText(Scalar(reducing: w1s.span)) == w1)
  }
}
