import MatterCrypto

/// What a handshake needs of the entropy pool, drawn before its first message: a handshake that
/// has begun does not fail for want of entropy.
package struct HandshakeEntropy {
  /// How many bytes are drawn.
  package static var byteCount: Int { 78 }

  /// The random of the parameter message.
  package let random: [32 of UInt8]
  /// Reduced modulo the order of P-256, it is the ephemeral scalar of SPAKE2+. Eight bytes more
  /// than the order has, so that the bias of the reduction is below 2^-64.
  package let scalar: [40 of UInt8]
  /// Where the search for a free session id begins.
  package let sessionID: UInt16
  /// First value of the message counter of the session.
  package let firstCounter: UInt32

  init?(drawingFrom pool: inout EntropyPool) {
    guard var drawn: [78 of UInt8] = pool.draw() else { return nil }
    self.init(drawn)
    wipe(&drawn)
  }

  /// What the drawn bytes stand for.
  package init(_ drawn: borrowing [78 of UInt8]) {
    var random = [32 of UInt8](repeating: 0)
    var scalar = [40 of UInt8](repeating: 0)
    for index in 0..<32 { random[index] = drawn[index] }
    for index in 0..<40 { scalar[index] = drawn[32 &+ index] }
    self.random = random
    self.scalar = scalar
    sessionID = littleEndian(drawn.span, at: 72)
    firstCounter = initialMessageCounter(entropy: littleEndian(drawn.span, at: 74))
    wipe(&scalar)
  }
}
