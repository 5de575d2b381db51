import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// PASE initiator, third state: Pake1 is sent.
struct AwaitingPake2: ~Copyable {
  private var prover: SPAKE2PlusProver
  private let context: [32 of UInt8]
  let terms: SessionTerms

  init(prover: consuming SPAKE2PlusProver, context: [32 of UInt8], terms: SessionTerms) {
    self.prover = prover
    self.context = context
    self.terms = terms
  }

  /// Verifies cB: from here on the peer is known to have the passcode. Writes Pake3.
  consuming func receive(
    pake2 payload: Span<UInt8>, reply: inout HandshakeReply
  ) throws(PairingFailure) -> AwaitingStatusReport {
    let pake2: Pake2
    do { pake2 = try Pake2.parse(payload) } catch {
      wipe()
      throw .malformedMessage(opcode: SecureChannelOpcode.pake2.rawValue)
    }
    var keys: SPAKE2PlusKeys
    do {
      keys = try prover.finish(verifierShare: pake2.pB.span, context: context.span)
    } catch {
      throw .invalidPoint
    }
    guard keys.isVerifierConfirmation(pake2.cB.span) else {
      keys.wipe()
      throw .wrongPasscode
    }
    let pake3 = Pake3(cA: keys.proverConfirmation)
    reply.write(.pake3) { payload in pake3.write(into: &payload) }
    let next = AwaitingStatusReport(keys: keys.sessionKeys(), terms: terms)
    keys.wipe()
    return next
  }

  /// Overwrites what the handshake keeps secret.
  mutating func wipe() {
    prover.wipe()
  }
}
