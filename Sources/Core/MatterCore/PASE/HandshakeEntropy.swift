import MatterCrypto

/// What a handshake needs of the entropy pool, drawn before its first message: a handshake that
/// has begun does not fail for want of entropy.
struct HandshakeEntropy {
  /// The random of the parameter message.
  let random: [32 of UInt8]
  /// Reduced modulo the order of P-256, it is the ephemeral scalar of SPAKE2+. Eight bytes more
  /// than the order has, so that the bias of the reduction is below 2^-64.
  let scalar: [40 of UInt8]
  /// Where the search for a free session id begins.
  let sessionID: UInt16
  let firstCounter: UInt32

  init?(drawingFrom pool: inout EntropyPool) {
    guard var drawn: [78 of UInt8] = pool.draw() else { return nil }
    random = [32 of UInt8] { drawn[$0] }
    scalar = [40 of UInt8] { drawn[32 &+ $0] }
    sessionID = littleEndian(drawn.span, at: 72)
    firstCounter = initialMessageCounter(entropy: littleEndian(drawn.span, at: 74))
    wipe(&drawn)
  }
}
