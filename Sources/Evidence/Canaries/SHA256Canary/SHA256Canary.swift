import KnownAnswers
import MatterBytes
import MatterCrypto

/// SHA-256 on the messages of RFC 6234 §8.5 and NIST's SHA256ShortMsg, HMAC on those of RFC 4231 §4.
/// - Returns: 0, or the number of the first answer that is wrong.
@_expose(wasm, "run") @c(run)
public func run() -> Int32 {
  var answers = KnownAnswers()
  answers.expect(
    1, digest(""), is: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  answers.expect(
    2, digest("d3"), is: "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1")
  answers.expect(
    3, digest("616263"), is: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  answers.expect(
    4,
    digest(
      """
      6162636462636465636465666465666765666768666768696768696a68696a6b
      696a6b6c6a6b6c6d6b6c6d6e6c6d6e6f6d6e6f706e6f7071
      """), is: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  answers.expect(
    5, tenTimes("0123456701234567012345670123456701234567012345670123456701234567"),
    is: "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5")
  answers.expect(
    6, code("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265"),
    is: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
  answers.expect(
    7, code("4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f"),
    is: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  return answers.firstWrong
}

private func digest(_ message: StaticString) -> [32 of UInt8] {
  SHA256.hash(hex(message).span)
}

/// The digest of ten times the ASCII text whose digits `text` is, fed piece by piece.
private func tenTimes(_ text: StaticString) -> [32 of UInt8] {
  var hash = SHA256()
  for _ in 0..<10 {
    for index in 0..<text.utf8CodeUnitCount { hash.update([unsafe text.utf8Start[index]]) }
  }
  return hash.finish()
}

private func code(_ key: StaticString, _ message: StaticString) -> [32 of UInt8] {
  HMACSHA256.authenticate(hex(message).span, key: hex(key).span)
}
