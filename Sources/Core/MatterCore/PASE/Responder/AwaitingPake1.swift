import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// PASE responder, first state: PBKDFParamResponse is sent.
struct AwaitingPake1: ~Copyable {
  private var verifier: PasscodeVerifier
  private var scalar: [40 of UInt8]
  private let context: [32 of UInt8]
  let terms: SessionTerms

  /// Writes the PBKDFParamResponse to a request.
  init(
    request: PBKDFParamRequest, payload: Span<UInt8>, offer: WindowOffer, sessionID: UInt16,
    entropy: HandshakeEntropy, configuration: NodeConfiguration, reply: inout HandshakeReply
  ) {
    let parameters =
      request.hasPBKDFParameters
      ? nil
      : PBKDFParameterSet(
        iterations: offer.parameters.iterations, salt: offer.parameters.salt)
    let response = PBKDFParamResponse(
      initiatorRandom: request.initiatorRandom, responderRandom: entropy.random,
      responderSessionID: sessionID, pbkdfParameters: parameters,
      sessionParameters: SessionParameters(of: configuration))
    reply.write(.pbkdfParamResponse) { payload in response.write(into: &payload) }
    verifier = offer.verifier
    scalar = entropy.scalar
    context = PASETranscript(request: payload).context(response: reply.payload.span)
    terms = SessionTerms(
      role: .responder, localSessionID: sessionID, peerSessionID: request.initiatorSessionID,
      peerParameters: PeerParameters(announced: request.sessionParameters),
      firstCounter: entropy.firstCounter)
  }

  /// Computes pB and cB, and writes Pake2.
  consuming func receive(
    pake1 payload: Span<UInt8>, reply: inout HandshakeReply
  ) throws(PairingFailure) -> AwaitingPake3 {
    defer { wipe() }
    let pake1: Pake1
    do { pake1 = try Pake1.parse(payload) } catch {
      throw .malformedMessage(opcode: SecureChannelOpcode.pake1.rawValue)
    }
    let ephemeral: EphemeralScalar
    do { ephemeral = try EphemeralScalar(reducing: scalar) } catch { throw .insufficientEntropy }
    let side = SPAKE2PlusVerifier(verifier: verifier, ephemeral: ephemeral)
    let share = side.share
    let keys: SPAKE2PlusKeys
    do {
      keys = try side.finish(proverShare: pake1.pA.span, context: context.span)
    } catch {
      throw .invalidPoint
    }
    let pake2 = Pake2(pB: share, cB: keys.verifierConfirmation)
    reply.write(.pake2) { payload in pake2.write(into: &payload) }
    return AwaitingPake3(keys: keys, terms: terms)
  }

  /// Overwrites what the handshake keeps secret.
  mutating func wipe() {
    verifier.wipe()
    MatterCrypto.wipe(&scalar)
  }
}
