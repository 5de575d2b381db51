import MatterCrypto

/// What a handshake that succeeded leaves behind: a session's terms and its keys.
package struct HandshakeResult {
  let terms: SessionTerms
  var keys: SessionKeys

  package init(terms: SessionTerms, keys: SessionKeys) {
    self.terms = terms
    self.keys = keys
  }
}
