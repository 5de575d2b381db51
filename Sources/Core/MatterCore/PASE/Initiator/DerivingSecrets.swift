import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// PASE initiator, second state: PBKDF2 runs, a slice a step, so that no step takes longer than the
/// slice whatever number of iterations the device asks for.
struct DerivingSecrets: ~Copyable {
  private var derivation: PasscodeDerivation
  private var scalar: [40 of UInt8]
  private let context: [32 of UInt8]
  let terms: SessionTerms

  init(
    derivation: consuming PasscodeDerivation, scalar: [40 of UInt8], context: [32 of UInt8],
    terms: SessionTerms
  ) {
    self.derivation = derivation
    self.scalar = scalar
    self.context = context
    self.terms = terms
  }

  /// Computes one slice.
  /// - Returns: whether the secrets are derived.
  mutating func advance() -> Bool {
    derivation.advance(by: Limits.derivationRoundsPerStep)
  }

  /// Writes Pake1.
  consuming func finish(reply: inout HandshakeReply) throws(PairingFailure) -> AwaitingPake2 {
    let ephemeral: EphemeralScalar
    do { ephemeral = try EphemeralScalar(reducing: scalar) } catch {
      wipe()
      throw .insufficientEntropy
    }
    MatterCrypto.wipe(&scalar)
    let prover = SPAKE2PlusProver(secrets: derivation.finish(), ephemeral: ephemeral)
    let pake1 = Pake1(pA: prover.share)
    reply.write(.pake1) { payload in pake1.write(into: &payload) }
    return AwaitingPake2(prover: prover, context: context, terms: terms)
  }

  /// Overwrites what the handshake keeps secret.
  mutating func wipe() {
    derivation.wipe()
    MatterCrypto.wipe(&scalar)
  }
}
