import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// PASE responder, last state: Pake2 is sent.
struct AwaitingPake3: ~Copyable {
  private var keys: SPAKE2PlusKeys
  let terms: SessionTerms

  init(keys: consuming SPAKE2PlusKeys, terms: SessionTerms) {
    self.keys = keys
    self.terms = terms
  }

  /// Verifies cA. Only then are there session keys.
  consuming func receive(pake3 payload: Span<UInt8>) throws(PairingFailure) -> HandshakeResult {
    defer { wipe() }
    let pake3: Pake3
    do { pake3 = try Pake3.parse(payload) } catch {
      throw .malformedMessage(opcode: SecureChannelOpcode.pake3.rawValue)
    }
    guard keys.isProverConfirmation(pake3.cA.span) else { throw .wrongPasscode }
    return HandshakeResult(terms: terms, keys: keys.sessionKeys())
  }

  /// Overwrites what the handshake keeps secret.
  mutating func wipe() {
    keys.wipe()
  }
}
