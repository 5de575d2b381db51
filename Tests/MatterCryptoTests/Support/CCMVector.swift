import MatterCrypto

/// A text and what CCM makes of it.
struct CCMVector: Sendable {
  var key: [UInt8]
  var nonce: [UInt8]
  var authenticated: [UInt8]
  var plain: [UInt8]

  /// The encrypted text and the tag.
  var sealed: [UInt8]

  init(key: String, nonce: String, authenticated: String, plain: String, sealed: String) {
    self.key = hexBytes(key)
    self.nonce = hexBytes(nonce)
    self.authenticated = hexBytes(authenticated)
    self.plain = hexBytes(plain)
    self.sealed = hexBytes(sealed)
  }

  /// Bytes of the fixed pattern throughout, and nothing sealed.
  static func pattern(_ textCount: Int, _ authenticatedCount: Int) -> CCMVector {
    var vector = CCMVector(key: "", nonce: "", authenticated: "", plain: "", sealed: "")
    vector.key = patternBytes(16)
    vector.nonce = patternBytes(13)
    vector.authenticated = patternBytes(authenticatedCount)
    vector.plain = patternBytes(textCount)
    return vector
  }

  func seal() -> [UInt8] {
    var text = plain
    var span = text.mutableSpan
    let tag = AESCCM(key: sixteen(key)).seal(
      &span, nonce: thirteen(nonce), authenticating: authenticated.span)
    for index in tag.indices { text.append(tag[index]) }
    return text
  }

  func open(_ sealed: [UInt8]) throws(AuthenticationFailure) -> [UInt8] {
    var text = Array(sealed.dropLast(16))
    let tag = Array(sealed.suffix(16))
    var span = text.mutableSpan
    try AESCCM(key: sixteen(key)).open(
      &span, tag: tag.span, nonce: thirteen(nonce), authenticating: authenticated.span)
    return text
  }

  /// Whether opening fails and leaves only zeros.
  func refuses(_ sealed: [UInt8]) -> Bool {
    refuses(Array(sealed.dropLast(16)), tag: Array(sealed.suffix(16)))
  }

  func refuses(_ text: [UInt8], tag: [UInt8]) -> Bool {
    var text = text
    do {
      var span = text.mutableSpan
      try AESCCM(key: sixteen(key)).open(
        &span, tag: tag.span, nonce: thirteen(nonce), authenticating: authenticated.span)
      return false
    } catch {
      return error == .wrongTag && text.allSatisfy { $0 == 0 }
    }
  }
}

func sixteen(_ bytes: [UInt8]) -> [16 of UInt8] {
  [16 of UInt8] { bytes[$0] }
}

func thirteen(_ bytes: [UInt8]) -> [13 of UInt8] {
  [13 of UInt8] { bytes[$0] }
}
