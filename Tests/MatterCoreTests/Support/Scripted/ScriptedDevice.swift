import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire
import Testing

/// A device that answers a commissioner when a test says so, and says what the test wants.
final class ScriptedDevice: UnsecuredPeer {
  static let sessionID: UInt16 = 0x3322

  /// What the device makes of its answer before it sends it.
  struct Answer {
    var random = [32 of UInt8](repeating: 0xA5)
    var echo: [32 of UInt8]?
    var iterations: UInt32 = 1000
    var salt = Simulation.salt
    var hasParameters = true
    var sessionParameters: SessionParameters?
  }

  private(set) var request: PBKDFParamRequest?
  private(set) var requestPayload: [UInt8] = []
  private(set) var responsePayload: [UInt8] = []
  private(set) var keys: SessionKeys?
  private(set) var cA = [32 of UInt8](repeating: 0)

  /// Tells the node to pair, and takes its PBKDFParamRequest.
  init(pairing timed: TimedNode, address: UInt32 = 8, counter: UInt32 = 7000) throws {
    super.init(
      timed, address: address, isInitiator: false, ephemeralNodeID: 0, exchange: 0,
      counter: counter)
    timed.order(
      .pair(
        PairOrder(peer: PeerHandle(rawValue: address), passcode: Simulation.passcode)))
    let message = try #require(try take().last)
    try #require(message.opcode == .pbkdfParamRequest)
    ephemeralNodeID = try #require(message.header.source).rawValue
    exchange = message.exchange.exchangeID
    requestPayload = message.payload
    request = try PBKDFParamRequest.parse(message.payload.span)
  }

  func responseBytes(_ answer: Answer = Answer()) throws -> [UInt8] {
    let request = try #require(request)
    var bytes = BoundedBytes<256>()
    PBKDFParamResponse(
      initiatorRandom: answer.echo ?? request.initiatorRandom, responderRandom: answer.random,
      responderSessionID: Self.sessionID,
      pbkdfParameters: answer.hasParameters
        ? PBKDFParameterSet(
          iterations: answer.iterations, salt: try BoundedBytes(copying: answer.salt.span))
        : nil,
      sessionParameters: answer.sessionParameters
    ).write(into: &bytes)
    return bytes.array
  }

  /// Answers with the PBKDFParamResponse.
  @discardableResult
  func respond(
    _ answer: Answer = Answer(), acknowledging: Acknowledging = .latest, isReliable: Bool = true
  ) throws -> WireMessage {
    responsePayload = try responseBytes(answer)
    return try send(
      .pbkdfParamResponse, responsePayload, acknowledging: acknowledging, isReliable: isReliable)
  }

  /// Takes Pake1 and computes the answer.
  func pake2Bytes(
    passcode: UInt32 = Simulation.passcode, iterations: UInt32 = 1000
  ) throws -> [UInt8] {
    let message = try #require(received.last { $0.opcode == .pake1 })
    let pake1 = try Pake1.parse(message.payload.span)
    let verifier = try Secrets.derive(
      passcode: passcode, iterations: iterations, salt: Simulation.salt
    ).verifier()
    let side = SPAKE2PlusVerifier(
      verifier: verifier,
      ephemeral: try EphemeralScalar(reducing: [40 of UInt8](repeating: 0x77)))
    let prefix = Array("CHIP PAKE V1 Commissioning".utf8)
    let context = SHA256.digest(of: prefix + requestPayload + responsePayload)
    let share = side.share
    let shared = try side.finish(proverShare: pake1.pA.span, context: context.span)
    keys = shared.sessionKeys()
    cA = shared.proverConfirmation
    return try Self.bytes(of: Pake2(pB: share, cB: shared.verifierConfirmation))
  }

  static func bytes(of pake2: Pake2) throws -> [UInt8] {
    var bytes = BoundedBytes<128>()
    pake2.write(into: &bytes)
    return bytes.array
  }

  /// Does everything up to Pake1.
  func proceedToPake1() throws {
    try respond()
    timed.finishDerivations()
    let message = try #require(try take().last)
    try #require(message.opcode == .pake1)
  }

  /// Does everything up to Pake3.
  func proceedToPake3() throws {
    try proceedToPake1()
    try send(.pake2, try pake2Bytes())
    let message = try #require(try take().last)
    try #require(message.opcode == .pake3)
    let pake3 = try Pake3.parse(message.payload.span)
    try #require([UInt8](inline: pake3.cA) == [UInt8](inline: cA))
  }

  /// Pairs, and takes the last acknowledgement, unless other sessions may have sent besides.
  func complete(amongOthers: Bool = false) throws -> SecurePeer {
    try proceedToPake3()
    try report(.sessionEstablishmentSuccess)
    if amongOthers { _ = timed.takeSent() } else { try take() }
    return try securePeer()
  }

  func securePeer() throws -> SecurePeer {
    let request = try #require(request)
    return SecurePeer(
      timed, address: address, isCommissioner: false, keys: try #require(keys),
      nodeSession: request.initiatorSessionID, ownSession: Self.sessionID)
  }
}
