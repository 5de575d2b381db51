import MatterCrypto
import Testing

/// Spec: RFC 5869 appendix A.
struct HKDFTests {
  @Test func theBasicCaseGivesItsPublishedKeys() {
    let secret = [UInt8](repeating: 0x0b, count: 22)
    let salt = hexBytes("000102030405060708090a0b0c")
    let info = hexBytes("f0f1f2f3f4f5f6f7f8f9")
    let extracted = HKDFSHA256.extract(secret: secret.span, salt: salt.span)
    #expect(
      hexText(extracted.span)
        == "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5")
    let keys: [42 of UInt8] = HKDFSHA256.derive(
      secret: secret.span, salt: salt.span, info: info.span)
    #expect(
      hexText(keys.span) == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
        + "34007208d5b887185865")
  }

  @Test func longInputsGiveTheirPublishedKeys() {
    let secret = (0x00...0x4f).map { UInt8($0) }
    let salt = (0x60...0xaf).map { UInt8($0) }
    let info = (0xb0...0xff).map { UInt8($0) }
    let keys: [82 of UInt8] = HKDFSHA256.derive(
      secret: secret.span, salt: salt.span, info: info.span)
    #expect(
      hexText(keys.span) == "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
        + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
        + "cc30c58179ec3e87c14c01d5c1f3434f1d87")
  }

  @Test func emptySaltAndInfoGiveTheirPublishedKeys() {
    let secret = [UInt8](repeating: 0x0b, count: 22)
    let empty = [UInt8]()
    let keys: [42 of UInt8] = HKDFSHA256.derive(
      secret: secret.span, salt: empty.span, info: empty.span)
    #expect(
      hexText(keys.span) == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
        + "9d201395faa4b61a96c8")
  }

  /// Matter's use: the confirmation keys and the session keys of the facts' known answers.
  @Test func theSessionKeysOfAKnownHandshakeComeOut() {
    let secret = hexBytes("ea3276d68334576097e04b19ee5a3a8b")
    let info = [UInt8]("SessionKeys".utf8)
    let keys: [48 of UInt8] = HKDFSHA256.derive(
      secret: secret.span, salt: [UInt8]().span, info: info.span)
    #expect(
      hexText(keys.span) == "355b28bc68f5566b771f14b8c64b001b"
        + "fa62711883076f954451532aef1578be" + "78f2354c6d20cbafc8f44b03955eb163")
  }

  @Test func confirmationKeysOfAKnownHandshakeComeOut() {
    let secret = hexBytes("5929a3ce9822c81401bf0f764f69af08")
    let info = [UInt8]("ConfirmationKeys".utf8)
    let keys: [32 of UInt8] = HKDFSHA256.derive(
      secret: secret.span, salt: [UInt8]().span, info: info.span)
    #expect(
      hexText(keys.span) == "7f84b939d600117256b0c8a6d40cf181" + "f7d7547ced93f681e8df4c258c4516fd")
  }

  @Test func fewerBytesAreThePrefixOfMore() {
    let secret = patternBytes(32)
    let long: [96 of UInt8] = HKDFSHA256.expand(secret.span, info: secret.span)
    let short: [33 of UInt8] = HKDFSHA256.expand(secret.span, info: secret.span)
    let none: [0 of UInt8] = HKDFSHA256.expand(secret.span, info: secret.span)
    #expect(hexText(long.span.extracting(first: 33)) == hexText(short.span))
    #expect(none.count == 0)
  }
}
