/// What a handshake needs of the entropy pool, drawn before its first message: a handshake that
/// has begun does not fail for want of entropy.
struct HandshakeEntropy {
  /// Bytes that it takes from the pool.
  static let size = 32 + 40 + 2 + 4

  /// The random of the parameter message.
  let random: [32 of UInt8]
  /// Reduced modulo the order of P-256, it is the ephemeral scalar of SPAKE2+. Eight bytes more
  /// than the order has, so that the bias of the reduction is below 2^-64.
  let scalar: [40 of UInt8]
  /// Where the search for a free session id begins.
  let sessionID: UInt16
  let firstCounter: UInt32

  init?(drawingFrom pool: inout EntropyPool) {
    guard pool.count >= Self.size else { return nil }
    guard let random: [32 of UInt8] = pool.draw() else { return nil }
    guard let scalar: [40 of UInt8] = pool.draw() else { return nil }
    guard let sessionID = pool.drawUInt16() else { return nil }
    guard let counter = pool.drawUInt32() else { return nil }
    self.random = random
    self.scalar = scalar
    self.sessionID = sessionID
    firstCounter = initialMessageCounter(entropy: counter)
  }
}
