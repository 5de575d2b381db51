import MatterCrypto

/// What a handshake that succeeded leaves behind: a session's terms and its keys.
struct HandshakeResult {
  let terms: SessionTerms
  var keys: SessionKeys
}
