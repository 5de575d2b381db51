import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// PASE initiator, first state: PBKDFParamRequest is sent.
struct AwaitingPBKDFParamResponse: ~Copyable {
  private let passcode: Passcode
  private let random: [32 of UInt8]
  private var scalar: [40 of UInt8]
  private let terms: SessionTerms
  private let transcript: PASETranscript

  /// Writes the PBKDFParamRequest.
  init(
    passcode: Passcode, sessionID: UInt16, entropy: HandshakeEntropy,
    configuration: NodeConfiguration, reply: inout HandshakeReply
  ) {
    let request = PBKDFParamRequest(
      initiatorRandom: entropy.random, initiatorSessionID: sessionID, passcodeID: 0,
      hasPBKDFParameters: false, sessionParameters: SessionParameters(of: configuration))
    reply.write(.pbkdfParamRequest) { payload in request.write(into: &payload) }
    self.passcode = passcode
    random = entropy.random
    scalar = entropy.scalar
    terms = SessionTerms(
      role: .initiator, localSessionID: sessionID, peerSessionID: 0,
      peerParameters: .defaults, firstCounter: entropy.firstCounter)
    transcript = PASETranscript(request: reply.payload.span)
  }

  /// Checks that the PBKDFParamResponse answers this request, and begins to derive the secrets.
  consuming func receive(
    pbkdfParamResponse payload: Span<UInt8>
  ) throws(PairingFailure) -> DerivingSecrets {
    defer { wipe() }
    let malformed = PairingFailure.malformedMessage(
      opcode: SecureChannelOpcode.pbkdfParamResponse.rawValue)
    let response: PBKDFParamResponse
    do { response = try PBKDFParamResponse.parse(payload) } catch { throw malformed }
    guard response.initiatorRandom.span.hasSameBytes(as: random.span) else {
      throw .randomMismatch
    }
    guard let offered = response.pbkdfParameters else { throw malformed }
    let parameters: PBKDFParameters
    do {
      parameters = try PBKDFParameters(iterations: offered.iterations, salt: offered.salt)
    } catch {
      throw malformed
    }
    var terms = terms
    terms.peerSessionID = response.responderSessionID
    terms.peerParameters = PeerParameters(announced: response.sessionParameters)
    return DerivingSecrets(
      derivation: PasscodeDerivation(passcode: passcode, parameters: parameters),
      scalar: scalar, context: transcript.context(response: payload), terms: terms)
  }

  /// Overwrites what the handshake keeps secret.
  mutating func wipe() {
    MatterCrypto.wipe(&scalar)
  }
}
