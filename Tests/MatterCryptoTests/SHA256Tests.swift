import MatterCrypto
import Testing

/// Spec: FIPS 180-4; figures from NIST's example values and its SHA256ShortMsg vectors.
struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("d3", "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    ("616263", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      """
      6162636462636465636465666465666765666768666768696768696a68696a6b
      696a6b6c6a6b6c6d6b6c6d6e6c6d6e6f6d6e6f706e6f7071
      """,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func aPublishedMessageHasItsDigest(message: String, digest: String) {
    #expect(hexText(SHA256.hash(hexBytes(message).span).span) == digest)
  }

  @Test func aMillionLettersHaveTheirPublishedDigest() {
    let thousand = [UInt8](repeating: 0x61, count: 1000)
    var hash = SHA256()
    for _ in 0..<1000 { hash.update(thousand.span) }
    #expect(
      hexText(hash.finish().span)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Every length around each edge of the padding. The figure is Python's hashlib's: the hash of
  /// the concatenated digests of the pattern's first 0, 1, … 199 bytes.
  @Test func everyLengthUpToThreeBlocksIsPaddedRight() {
    let message = patternBytes(200)
    var digests = SHA256()
    for length in message.indices {
      digests.update(SHA256.hash(message.span.extracting(first: length)))
    }
    #expect(
      hexText(digests.finish().span)
        == "615d67a99b8c846e1f0582dfe127019e93c33a66e89ced6a4f81f932c82ece87")
  }

  @Test func aMessageSplitAnywhereHasTheSameDigest() {
    let message = patternBytes(200)
    let whole = hexText(SHA256.hash(message.span).span)
    for first in 0...message.count {
      for second in stride(from: first, through: message.count, by: 13) {
        var hash = SHA256()
        hash.update(message.span.extracting(0..<first))
        hash.update(message.span.extracting(first..<second))
        hash.update(message.span.extracting(second..<message.count))
        #expect(hexText(hash.finish().span) == whole, "split at \(first) and \(second)")
      }
    }
  }

  @Test func aHashCanBeReadAndFedOn() {
    let message = patternBytes(100)
    var hash = SHA256()
    hash.update(message.span.extracting(first: 70))
    let early = hash.finish()
    hash.update(message.span.extracting(droppingFirst: 70))
    #expect(hexText(early.span) == hexText(SHA256.hash(message.span.extracting(first: 70)).span))
    #expect(hexText(hash.finish().span) == hexText(SHA256.hash(message.span).span))
  }

  @Test func aWipedHashIsThatOfNothing() {
    var hash = SHA256()
    hash.update(patternBytes(100).span)
    hash.wipe()
    #expect(hexText(hash.finish().span) == hexText(SHA256.hash([UInt8]().span).span))
  }
}
