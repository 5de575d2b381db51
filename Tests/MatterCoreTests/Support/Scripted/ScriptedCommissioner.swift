import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// A commissioner that does each step of PASE when a test says so, and says what the test wants.
final class ScriptedCommissioner: UnsecuredPeer {
  static let sessionID: UInt16 = 0x2211

  var random = [32 of UInt8](repeating: 0x5A)
  /// What stands behind the structure of the request.
  var stray: [UInt8] = []
  private(set) var requestPayload: [UInt8] = []
  private(set) var responsePayload: [UInt8] = []
  private(set) var response: PBKDFParamResponse?
  private(set) var pA = [65 of UInt8](repeating: 0)
  private(set) var cA = [32 of UInt8](repeating: 0)
  private(set) var keys: SessionKeys?

  init(
    _ timed: TimedNode, address: UInt32 = 7, ephemeralNodeID: UInt64 = 0x1122_3344_5566_7788,
    exchange: UInt16 = 0x4001, counter: UInt32 = 5000
  ) {
    super.init(
      timed, address: address, isInitiator: true, ephemeralNodeID: ephemeralNodeID,
      exchange: exchange, counter: counter)
  }

  func requestBytes(
    passcodeID: UInt16 = 0, hasPBKDFParameters: Bool = false,
    sessionParameters: SessionParameters? = nil
  ) throws -> [UInt8] {
    var bytes = BoundedBytes<256>()
    PBKDFParamRequest(
      initiatorRandom: random, initiatorSessionID: Self.sessionID, passcodeID: passcodeID,
      hasPBKDFParameters: hasPBKDFParameters, sessionParameters: sessionParameters
    ).write(into: &bytes)
    return bytes.array
  }

  /// Sends the PBKDFParamRequest.
  @discardableResult
  func request(
    hasPBKDFParameters: Bool = false, sessionParameters: SessionParameters? = nil
  ) throws -> WireMessage {
    requestPayload =
      try requestBytes(
        hasPBKDFParameters: hasPBKDFParameters, sessionParameters: sessionParameters) + stray
    return try send(.pbkdfParamRequest, requestPayload, acknowledging: .nothing)
  }

  /// Takes the PBKDFParamResponse.
  func takeResponse() throws {
    let message = try #require(try take().last { $0.opcode == .pbkdfParamResponse })
    responsePayload = message.payload
    response = try PBKDFParamResponse.parse(message.payload.span)
  }

  /// Sends Pake1, and computes what there is to compute after the answer.
  @discardableResult
  func pake1(
    passcode: UInt32 = Simulation.passcode, iterations: UInt32 = 1000,
    salt: [UInt8] = Simulation.salt
  ) throws -> WireMessage {
    let prover = try prover(passcode: passcode, iterations: iterations, salt: salt)
    pA = prover.share
    return try send(.pake1, try Self.bytes(of: Pake1(pA: pA)))
  }

  /// Takes Pake2 and computes keys and confirmation from it.
  /// - Returns: whether cB is right.
  func takePake2(
    passcode: UInt32 = Simulation.passcode, iterations: UInt32 = 1000,
    salt: [UInt8] = Simulation.salt
  ) throws -> Bool {
    let message = try #require(try take().last { $0.opcode == .pake2 })
    let pake2 = try Pake2.parse(message.payload.span)
    let prover = try prover(passcode: passcode, iterations: iterations, salt: salt)
    let prefix = Array("CHIP PAKE V1 Commissioning".utf8)
    let context = SHA256.digest(of: prefix + requestPayload + responsePayload)
    let shared = try prover.finish(verifierShare: pake2.pB.span, context: context.span)
    cA = shared.proverConfirmation
    keys = shared.sessionKeys()
    return shared.isVerifierConfirmation(pake2.cB.span)
  }

  @discardableResult
  func pake3() throws -> WireMessage {
    try send(.pake3, try Self.bytes(of: cA))
  }

  /// Does everything up to the PBKDFParamResponse.
  func proceedToResponse() throws {
    try request()
    try takeResponse()
  }

  /// Does everything up to Pake2.
  func proceedToPake2() throws {
    try proceedToResponse()
    try pake1()
    try #require(try takePake2())
  }

  /// Pairs, and acknowledges the last message.
  func complete() throws -> SecurePeer {
    try proceedToPake2()
    try pake3()
    let message = try #require(try take().last)
    try #require(message.report == .sessionEstablishmentSuccess)
    try acknowledge()
    return try securePeer()
  }

  /// The secure side, once the keys are known.
  func securePeer() throws -> SecurePeer {
    let response = try #require(response)
    return SecurePeer(
      timed, address: address, isCommissioner: true, keys: try #require(keys),
      nodeSession: response.responderSessionID, ownSession: Self.sessionID)
  }

  static func bytes(of pake1: Pake1) throws -> [UInt8] {
    var bytes = BoundedBytes<128>()
    pake1.write(into: &bytes)
    return bytes.array
  }

  static func bytes(of confirmation: [32 of UInt8]) throws -> [UInt8] {
    var bytes = BoundedBytes<128>()
    Pake3(cA: confirmation).write(into: &bytes)
    return bytes.array
  }

  private func prover(
    passcode: UInt32, iterations: UInt32, salt: [UInt8]
  ) throws -> SPAKE2PlusProver {
    SPAKE2PlusProver(
      secrets: try Secrets.derive(passcode: passcode, iterations: iterations, salt: salt),
      ephemeral: try EphemeralScalar(reducing: [40 of UInt8](repeating: 0x3C)))
  }
}

/// The passcode's secrets as both scripted peers derive them.
enum Secrets {
  static func derive(
    passcode: UInt32, iterations: UInt32, salt: [UInt8]
  ) throws -> PasscodeSecrets {
    var derivation = PasscodeDerivation(
      passcode: try Passcode(passcode),
      parameters: try PBKDFParameters(
        iterations: iterations, salt: BoundedBytes(copying: salt.span)))
    while !derivation.advance(by: 4096) {}
    return derivation.finish()
  }
}

extension SHA256 {
  static func digest(of bytes: [UInt8]) -> [32 of UInt8] {
    var hash = SHA256()
    hash.update(bytes.span)
    return hash.finish()
  }
}
