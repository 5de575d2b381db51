import MatterCrypto
import Testing

/// Spec: FIPS 197 appendices B and C.1; NIST SP 800-38A F.1.1.
struct AESTests {
  @Test(arguments: [
    (
      "2b7e151628aed2a6abf7158809cf4f3c", "3243f6a8885a308d313198a2e0370734",
      "3925841d02dc09fbdc118597196a0b32"
    ),
    (
      "000102030405060708090a0b0c0d0e0f", "00112233445566778899aabbccddeeff",
      "69c4e0d86a7b0430d8cdb78070b4c55a"
    ),
    (
      "2b7e151628aed2a6abf7158809cf4f3c", "6bc1bee22e409f96e93d7e117393172a",
      "3ad77bb40d7a3660a89ecaf32466ef97"
    ),
    (
      "2b7e151628aed2a6abf7158809cf4f3c", "ae2d8a571e03ac9c9eb76fac45af8e51",
      "f5d3d58503b9699de785895a96fdbaaf"
    ),
    (
      "2b7e151628aed2a6abf7158809cf4f3c", "30c81c46a35ce411e5fbc1191a0a52ef",
      "43b1cd7f598ece23881b00e3ed030688"
    ),
    (
      "2b7e151628aed2a6abf7158809cf4f3c", "f69f2445df4f9b17ad2b417be66c3710",
      "7b0c785e27e8ad3f8223207104725dd4"
    ),
  ])
  func aPublishedBlockIsEncryptedInEitherPlace(key: String, plain: String, cipher: String) {
    let aes = AES128(key: sixteen(hexBytes(key)))
    var first = AESBlock(hexBytes(plain).span)
    var second = AESBlock(patternBytes(16).span)
    AES128.encrypt(&first, &second, aes.schedule)
    #expect(hexText(first.bytes.span) == cipher)

    var neighbour = AESBlock(patternBytes(16).span)
    var other = AESBlock(hexBytes(plain).span)
    AES128.encrypt(&neighbour, &other, aes.schedule)
    #expect(hexText(other.bytes.span) == cipher)
    #expect(hexText(neighbour.bytes.span) == hexText(second.bytes.span))
  }

  /// Each cipher text is the next plain text and changes the key. The figure is OpenSSL's.
  @Test func aThousandBlocksUnderAThousandKeysComeOut() {
    var key = AESBlock.zero
    var block = AESBlock.zero
    for _ in 0..<1000 {
      var unused = key
      let aes = AES128(key: key.bytes)
      AES128.encrypt(&block, &unused, aes.schedule)
      key = key ^ block
    }
    #expect(hexText(block.bytes.span) == "c03b462451b8ec9fa674a2d1e9c0555e")
  }

  @Test func aWipedKeyIsGone() {
    var results: [String] = []
    for key in [patternBytes(16), [UInt8](repeating: 9, count: 16)] {
      var aes = AES128(key: sixteen(key))
      aes.wipe()
      var first = AESBlock.zero
      var second = AESBlock.zero
      AES128.encrypt(&first, &second, aes.schedule)
      results.append(hexText(first.bytes.span))
    }
    #expect(results[0] == results[1])
  }

  @Test func aShortBlockIsFilledUpWithZeros() {
    for count in 0...16 {
      let bytes = patternBytes(count)
      let filled = bytes + [UInt8](repeating: 0, count: 16 - count)
      #expect(hexText(AESBlock(padding: bytes.span).bytes.span) == hexText(filled.span))
    }
  }

  @Test func aBlockIsStoredAsItWasRead() {
    let bytes = patternBytes(16)
    var stored = [UInt8](repeating: 0, count: 16)
    var span = stored.mutableSpan
    AESBlock(bytes.span).store(to: &span)
    #expect(stored == bytes)
  }
}
