import MatterBytes
import MatterCrypto
import MatterWire

/// A commissioner that knows the passcode, does each step of PASE when the scenario says so, and
/// says what the scenario wants.
final class HostileCommissioner: UnsecuredPeer {
  static let sessionID: UInt16 = 0x2211

  private var requestPayload: [UInt8] = []
  private var responsePayload: [UInt8] = []
  private var response: PBKDFParamResponse?
  private var cA = [32 of UInt8](repeating: 0)
  private var keys: SessionKeys?

  init(
    _ stage: Stage, port: UInt16 = 50_007, ephemeralNodeID: UInt64 = 0x1122_3344_5566_7788,
    exchange: UInt16 = 0x4001, counter: UInt32 = 5000
  ) {
    super.init(
      stage, port: port, isInitiator: true, ephemeralNodeID: ephemeralNodeID, exchange: exchange,
      counter: counter)
  }

  /// A good PBKDFParamRequest, with members behind its fields.
  static func request(
    passcodeID: UInt8 = 0, hasPBKDFParameters: Bool = false, _ members: [UInt8] = []
  ) -> [UInt8] {
    [0x15, 0x30, 1, 32] + [UInt8](repeating: 0x5A, count: 32)
      + [0x25, 2, UInt8(truncatingIfNeeded: sessionID), UInt8(sessionID >> 8)]
      + [0x24, 3, passcodeID, hasPBKDFParameters ? 0x29 : 0x28, 4] + members + [0x18]
  }

  /// Sends a PBKDFParamRequest.
  func request(_ payload: [UInt8] = HostileCommissioner.request(), isReliable: Bool = true) {
    requestPayload = payload
    send(.pbkdfParamRequest, payload, acknowledging: .nothing, isReliable: isReliable)
  }

  /// Does everything up to the PBKDFParamResponse.
  func proceedToResponse(_ payload: [UInt8] = HostileCommissioner.request()) throws {
    request(payload)
    let message = try take(.pbkdfParamResponse)
    responsePayload = message.payload
    response = try PBKDFParamResponse.parse(message.payload.span)
  }

  /// Bytes that the context is the hash of.
  var transcriptLength: Int { 26 + requestPayload.count + responsePayload.count }

  /// Sends Pake1 with a right share.
  func pake1() throws {
    var bytes = BoundedBytes<70>()
    Pake1(pA: try prover().share).write(into: &bytes)
    send(.pake1, bytes.array)
  }

  /// Takes Pake2, and computes keys and confirmation from it.
  func takePake2() throws {
    let pake2 = try Pake2.parse(try take(.pake2).payload.span)
    let context = PASEContext.hash(request: requestPayload, response: responsePayload)
    let shared = try prover().finish(verifierShare: pake2.pB.span, context: context.span)
    cA = shared.proverConfirmation
    keys = shared.sessionKeys()
  }

  /// Does everything up to Pake2.
  func proceedToPake2() throws {
    try proceedToResponse()
    try pake1()
    try takePake2()
  }

  /// Sends Pake3 with the right confirmation.
  @discardableResult
  func pake3() -> WireMessage {
    send(.pake3, [0x15, 0x30, 1, 32] + [UInt8](inline: cA) + [0x18])
  }

  /// Pairs, and acknowledges the last message.
  func complete(_ payload: [UInt8] = HostileCommissioner.request()) throws -> SecurePeer {
    try proceedToResponse(payload)
    try pake1()
    try takePake2()
    pake3()
    _ = try take(.statusReport)
    acknowledge()
    return try securePeer()
  }

  /// The secure side, once the keys are known.
  func securePeer() throws -> SecurePeer {
    guard let response, let keys else { throw UnexpectedTurn.noSession }
    return SecurePeer(
      stage, port: port, isCommissioner: true, keys: keys,
      coreSession: response.responderSessionID)
  }

  private func prover() throws -> SPAKE2PlusProver {
    SPAKE2PlusProver(
      secrets: try PASEContext.secrets(),
      ephemeral: try EphemeralScalar(reducing: [40 of UInt8](repeating: 0x3C)))
  }
}

/// What both sides of PASE compute alike.
enum PASEContext {
  static func hash(request: [UInt8], response: [UInt8]) -> [32 of UInt8] {
    var hash = SHA256()
    let text = Array("CHIP PAKE V1 Commissioning".utf8) + request + response
    hash.update(text.span)
    return hash.finish()
  }

  static func secrets() throws -> PasscodeSecrets {
    var derivation = PasscodeDerivation(
      passcode: try Passcode(SimulatedRun.passcode),
      parameters: try PBKDFParameters(iterations: 1000, salt: bounded(Stage.salt)))
    while !derivation.advance(by: 4096) {}
    return derivation.finish()
  }

  /// w0 and L, as a window can be opened with them.
  static func verifier() throws -> [UInt8] {
    [UInt8](inline: try secrets().verifier().serialized())
  }
}
