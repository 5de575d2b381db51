import MatterCrypto
import Testing

/// Spec: NIST SP 800-38C; figures of NIST's CCM vectors with 13-byte nonce and 16-byte tag.
struct AESCCMTests {
  @Test(arguments: CCMVector.published)
  func aPublishedTextIsSealedAndOpened(vector: CCMVector) throws {
    #expect(vector.seal() == vector.sealed)
    #expect(try vector.open(vector.sealed) == vector.plain)
  }

  /// Every text of 0...65 bytes with 0, 7, … 49 bytes of authenticated data. The figure is the
  /// SHA-256 of what OpenSSL makes of them.
  @Test func everyShortTextIsSealedAsOpenSSLDoes() throws {
    var hash = SHA256()
    for textCount in 0..<66 {
      for authenticatedCount in stride(from: 0, to: 50, by: 7) {
        let vector = CCMVector.pattern(textCount, authenticatedCount)
        let sealed = vector.seal()
        hash.update(sealed.span)
        #expect(try vector.open(sealed) == vector.plain)
      }
    }
    #expect(
      hexText(hash.finish().span)
        == "acbfd2d8964f5f3f1270c2676f9f6341f383f1da0b93fba20fefb3b4cf8b0316")
  }

  /// With the longest authenticated data, and with the longest text. The figures are SHA-256 of what OpenSSL makes of them.
  @Test(arguments: [
    (20, 0xfeff, "d8c7f3b610005c3cfd3f959c5f0830f39eee0853816fae807416ed990875ddb3"),
    (65535, 8, "d9aef71af1511b44ecf9562bf122f29225f8a003ce538a75a8e7ed9fe1aac287"),
  ])
  func longInputsAreSealedAsOpenSSLDoes(text: Int, authenticated: Int, digest: String) throws {
    let vector = CCMVector.pattern(text, authenticated)
    let sealed = vector.seal()
    #expect(hexText(SHA256.hash(sealed.span).span) == digest)
    #expect(try vector.open(sealed) == vector.plain)
  }

  @Test func whatIsTooLongForItsLengthIsTheCallersFault() async {
    await #expect(processExitsWith: .failure) {
      _ = CCMVector.pattern(65536, 0).seal()
    }
    await #expect(processExitsWith: .failure) {
      _ = CCMVector.pattern(0, 0xff00).seal()
    }
  }

  @Test(arguments: [0, 1, 16, 20, 48])
  func anyFlippedBitIsNoticedAndNothingIsReleased(textCount: Int) {
    let vector = CCMVector.pattern(textCount, 20)
    let sealed = vector.seal()
    for bit in 0..<(8 * sealed.count) {
      #expect(vector.refuses(sealed.flipping(bit)), "bit \(bit) of text and tag")
    }
    for bit in 0..<(8 * 20) {
      var other = vector
      other.authenticated = vector.authenticated.flipping(bit)
      #expect(other.refuses(sealed), "bit \(bit) of the authenticated data")
    }
    for bit in 0..<(8 * 13) {
      var other = vector
      other.nonce = vector.nonce.flipping(bit)
      #expect(other.refuses(sealed), "bit \(bit) of the nonce")
    }
    for bit in 0..<(8 * 16) {
      var other = vector
      other.key = vector.key.flipping(bit)
      #expect(other.refuses(sealed), "bit \(bit) of the key")
    }
  }

  @Test func authenticatedDataOfAnotherLengthIsNoticed() {
    let vector = CCMVector.pattern(20, 20)
    let sealed = vector.seal()
    for count in (0..<40) where count != 20 {
      var other = vector
      other.authenticated = patternBytes(count)
      #expect(other.refuses(sealed), "\(count) bytes")
    }
    var other = vector
    other.authenticated += [0]
    #expect(other.refuses(sealed), "a zero more")
  }

  @Test func aTagOfAnotherLengthIsTheCallersFault() async {
    await #expect(processExitsWith: .failure) {
      let vector = CCMVector.pattern(20, 20)
      _ = vector.refuses(vector.plain, tag: patternBytes(15))
    }
    await #expect(processExitsWith: .failure) {
      let vector = CCMVector.pattern(20, 20)
      _ = vector.refuses(vector.plain, tag: patternBytes(17))
    }
  }

  @Test func aWipedKeyIsGone() throws {
    var results: [[UInt8]] = []
    for key in [patternBytes(16), [UInt8](repeating: 9, count: 16)] {
      var ccm = AESCCM(key: sixteen(key))
      ccm.wipe()
      var text = patternBytes(20)
      var span = text.mutableSpan
      _ = ccm.seal(&span, nonce: thirteen(patternBytes(13)), authenticating: [UInt8]().span)
      results.append(text)
    }
    #expect(results[0] == results[1])
  }
}

extension [UInt8] {
  fileprivate func flipping(_ bit: Int) -> [UInt8] {
    var bytes = self
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return bytes
  }
}
