import CoreSeam
import HostShell
import MatterBytes
import MatterCrypto
import MatterWire
import TraceFormat

/// A device that knows the passcode, answers a commissioner when the scenario says so, and says
/// what the scenario wants.
final class HostileDevice: UnsecuredPeer {
  static let sessionID: UInt16 = 0x3322

  let request: PBKDFParamRequest
  private let requestPayload: [UInt8]
  private var responsePayload: [UInt8] = []
  private var keys: SessionKeys?

  /// Tells the core to pair, and takes its PBKDFParamRequest.
  init(pairing stage: Stage, port: UInt16 = 50_008, counter: UInt32 = 7000) throws {
    stage.take()
    stage.order(
      .pair(
        PairOrder(
          peer: PeerHandle(rawValue: UInt32(port)), passcode: SimulatedRun.passcode)))
    stage.party.peers[UInt32(port)] = .loopback6(port: port)
    guard let sent = stage.take().last else {
      throw UnexpectedTurn.missing(.pbkdfParamRequest)
    }
    let message = try WireMessage(unsecured: sent.bytes)
    request = try PBKDFParamRequest.parse(message.payload.span)
    requestPayload = message.payload
    super.init(
      stage, port: port, isInitiator: false,
      ephemeralNodeID: message.header.source?.rawValue ?? 0, exchange: message.exchange.exchangeID,
      counter: counter)
    requestCounter = message.header.messageCounter
  }

  private(set) var requestCounter: UInt32 = 0

  /// The two randoms and the session id of a PBKDFParamResponse, with the structure open.
  var responseHead: [UInt8] {
    [0x15, 0x30, 1, 32] + [UInt8](inline: request.initiatorRandom) + [0x30, 2, 32]
      + [UInt8](repeating: 0xA5, count: 32)
      + [0x25, 3, UInt8(truncatingIfNeeded: Self.sessionID), UInt8(Self.sessionID >> 8)]
  }

  /// A good PBKDFParamResponse, with members behind its fields.
  func response(
    iterations: UInt32 = 1000, salt: [UInt8] = Stage.salt, _ members: [UInt8] = []
  ) -> [UInt8] {
    var number = BoundedBytes<4>()
    number.add(littleEndian: iterations)
    return responseHead + [0x35, 4, 0x26, 1] + number.array + [0x30, 2, UInt8(salt.count)] + salt
      + [0x18] + members + [0x18]
  }

  /// Answers with a PBKDFParamResponse.
  func respond(
    _ payload: [UInt8]? = nil, acknowledging: Acknowledging? = nil, isReliable: Bool = true
  ) {
    responsePayload = payload ?? response()
    send(
      .pbkdfParamResponse, responsePayload,
      acknowledging: acknowledging ?? .counter(requestCounter), isReliable: isReliable)
  }

  /// Does everything up to Pake1.
  func proceedToPake1() throws {
    respond()
    stage.finishDerivations()
  }

  /// Sends Pake2 with the right share and confirmation.
  func pake2() throws {
    let pake1 = try Pake1.parse(try take(.pake1).payload.span)
    let side = SPAKE2PlusVerifier(
      verifier: try PASEContext.secrets().verifier(),
      ephemeral: try EphemeralScalar(reducing: [40 of UInt8](repeating: 0x77)))
    let context = PASEContext.hash(request: requestPayload, response: responsePayload)
    let share = side.share
    let shared = try side.finish(proverShare: pake1.pA.span, context: context.span)
    keys = shared.sessionKeys()
    var bytes = BoundedBytes<105>()
    Pake2(pB: share, cB: shared.verifierConfirmation).write(into: &bytes)
    send(.pake2, bytes.array)
  }

  /// Does everything up to Pake3.
  func proceedToPake3() throws {
    try proceedToPake1()
    try pake2()
    _ = try take(.pake3)
  }

  /// Pairs.
  func complete() throws -> SecurePeer {
    try proceedToPake3()
    report(.sessionEstablishmentSuccess)
    return try securePeer()
  }

  /// The secure side, once the keys are known.
  func securePeer() throws -> SecurePeer {
    guard let keys else { throw UnexpectedTurn.noSession }
    return SecurePeer(
      stage, port: port, isCommissioner: false, keys: keys,
      coreSession: request.initiatorSessionID)
  }
}
