import KnownAnswers
import MatterBytes
import MatterCrypto

/// A text and what CCM makes of it, all in hexadecimal.
struct Sealing {
  var key: StaticString
  var nonce: StaticString
  var authenticated: StaticString
  var plain: StaticString

  /// The encrypted text and the tag.
  var sealed: StaticString

  /// Whether sealing and opening lead from one to the other, and a wrong tag opens nothing.
  var isRight: Bool {
    let sealed = hex(sealed)
    let length = sealed.count - 16
    let encrypted = sealed.span.extracting(first: length)
    let tag = sealed.span.extracting(droppingFirst: length)
    let plain = hex(plain)

    var text = plain
    let ownTag = seal(&text)
    guard text.span.hasSameBytes(as: encrypted) else { return false }
    guard ownTag.span.hasSameBytes(as: tag) else { return false }

    guard open(&text, tag: tag) else { return false }
    guard text == plain else { return false }

    var wrongTag: [16 of UInt8] = hexArray("00000000000000000000000000000000")
    for index in 0..<16 { wrongTag[index] = tag[index] }
    wrongTag[15] ^= 1
    return !open(&text, tag: wrongTag.span)
  }

  private func seal(_ text: inout BoundedBytes<256>) -> [16 of UInt8] {
    var span = text.mutableSpan
    return AESCCM(key: hexArray(key)).seal(
      &span, nonce: hexArray(nonce), authenticating: hex(authenticated).span)
  }

  private func open(_ text: inout BoundedBytes<256>, tag: Span<UInt8>) -> Bool {
    do throws(AuthenticationFailure) {
      var span = text.mutableSpan
      try AESCCM(key: hexArray(key)).open(
        &span, tag: tag, nonce: hexArray(nonce), authenticating: hex(authenticated).span)
      return true
    } catch {
      return false
    }
  }
}
