/// A whole PASE party on a library of the field: datagrams in, datagrams out.
///
/// It is an independent opinion on what Matter's bytes are, and as strict as the CHIP SDK about
/// acknowledgements. It resends only when told to (`retransmission`), keeps no time, and takes its
/// randomness from a seed.
package struct ReferenceParty {
  package enum Role {
    /// `known` are PBKDF parameters that it need not ask for.
    case commissioner(passcode: UInt32, known: ReferencePBKDFParameters?)
    case device(ReferenceVerifier, ReferencePBKDFParameters)
  }

  package enum State: Equatable, Sendable {
    case ready
    case handshaking
    case established
    case failed(Failure)
    /// The peer closed the session, or this party did.
    case closed
  }

  package enum Failure: Equatable, Sendable {
    /// This party noticed: a malformed message, a bad point, or a wrong confirmation.
    case invalidParameter
    /// The peer sent this report.
    case reported(ReferenceStatusReport)
    case unexpectedOpcode(UInt8)
  }

  package private(set) var state = State.ready
  /// How often a handshake with this device failed.
  package private(set) var failedAttempts = 0
  /// What came from the peer's application, in order.
  package private(set) var received: [ReferenceMessage] = []
  package private(set) var session: ReferenceSession?
  /// The peer's intervals, if it told them.
  package private(set) var peerParameters: ReferenceSessionParameters?

  private let role: Role
  private let ownParameters: ReferenceSessionParameters?
  private let crypto: ReferenceCrypto
  private var random: SeededGenerator
  private var exchange: ReferenceExchange?
  private var step = Step.idle
  private var nextCounter: UInt32

  package init(
    _ role: Role, sessionParameters: ReferenceSessionParameters? = nil, seed: UInt64,
    crypto: ReferenceCrypto
  ) {
    self.role = role
    self.ownParameters = sessionParameters
    self.crypto = crypto
    random = SeededGenerator(seed: seed)
    nextCounter = .random(in: 1...(1 << 28), using: &random)
  }

  private var isCommissioner: Bool {
    switch role {
    case .commissioner: true
    case .device: false
    }
  }

  /// The first datagram of a handshake, from the commissioner.
  package mutating func start() -> [UInt8] {
    guard case .commissioner(_, let known) = role else {
      preconditionFailure("a device waits to be asked")
    }
    exchange = ReferenceExchange(
      ephemeralNode: .random(in: 1...0xffff_ffef_ffff_ffff, using: &random),
      exchangeID: .random(in: 0 ... .max, using: &random), isInitiator: true)
    let request = ReferencePBKDFParamRequest(
      initiatorRandom: random.bytes(32), initiatorSessionID: newSessionID(),
      hasParameters: known != nil, sessionParameters: ownParameters)
    step = .awaitingResponse(request)
    state = .handshaking
    return send(0x20, request.encoded)
  }

  /// The last message still waiting for its acknowledgement, as it was.
  package var retransmission: [UInt8]? {
    exchange?.unacknowledged?.datagram ?? session?.unacknowledged?.datagram
  }

  /// What to send in answer to `datagram`.
  /// - Throws: only what says that the library itself failed.
  package mutating func receive(_ datagram: [UInt8]) throws(ReferenceError) -> [[UInt8]] {
    do {
      if try ReferenceMessage.sessionID(of: datagram) == 0 {
        return try receiveUnsecured(ReferenceMessage(unsecured: datagram))
      }
      return try receiveSecured(datagram)
    } catch .libraryFailed {
      throw .libraryFailed
    } catch {
      // Silence: what does not decode, or does not decrypt, has no sender.
      return []
    }
  }
}

// MARK: In the session

extension ReferenceParty {
  /// A message of the application, on an exchange of its own.
  package mutating func send(
    protocolID: UInt16, opcode: UInt8, _ payload: [UInt8], wantsAcknowledgement: Bool = true
  ) throws(ReferenceError) -> [UInt8] {
    guard session != nil else { preconditionFailure("a session to send in") }
    return try session!.open(
      protocolID: protocolID, opcode: opcode, payload,
      wantsAcknowledgement: wantsAcknowledgement, crypto: crypto)
  }

  /// Ends the session; the peer does not answer.
  package mutating func close() throws(ReferenceError) -> [UInt8] {
    let datagram = try send(
      protocolID: 0, opcode: 0x40, ReferenceStatusReport.closeSession.encoded,
      wantsAcknowledgement: false)
    session = nil
    state = .closed
    return datagram
  }

  private mutating func receiveSecured(
    _ datagram: [UInt8]
  ) throws(ReferenceError) -> [[UInt8]] {
    guard session != nil else { return [] }
    let (message, reply) = try session!.receive(datagram, crypto: crypto)
    guard let message else { return reply }
    if message.protocolID == 0, message.opcode == 0x40,
      try ReferenceStatusReport(decoding: message.payload) == .closeSession
    {
      session = nil
      state = .closed
      return []
    }
    received.append(message)
    return reply
  }
}

// MARK: The handshake

extension ReferenceParty {
  /// What a party waits for, and what it will need then.
  private enum Step {
    case idle
    case awaitingResponse(ReferencePBKDFParamRequest)
    case awaitingPake2(Proof)
    case awaitingReport(ReferenceSession)
    case awaitingPake1(ReferenceIdentities, peerSessionID: UInt16, localSessionID: UInt16)
    case awaitingPake3(cA: [UInt8], ReferenceSession)
  }

  /// What the commissioner needs to judge Pake2.
  private struct Proof {
    let secrets: ReferencePasscodeSecrets
    let x: [UInt8]
    let identities: ReferenceIdentities
    let localSessionID: UInt16
    let peerSessionID: UInt16
  }

  private mutating func receiveUnsecured(
    _ message: ReferenceMessage
  ) throws(ReferenceError) -> [[UInt8]] {
    guard (message.source == nil) != (message.destination == nil) else { return [] }
    adoptExchange(of: message)
    guard exchange?.matches(message) == true else { return refuse(message) }

    switch exchange!.take(message) {
    case .nothing:
      return []
    case .acknowledgeOnly:
      return [exchange!.acknowledge(message.counter, counter: takeCounter())]
    case .message:
      let reply = try dispatch(message)
      guard exchange!.owed != nil else { return reply }
      return reply + [exchange!.acknowledgeOwed(counter: takeCounter())]
    }
  }

  /// A device that is not in a handshake takes up the exchange of a new request.
  private mutating func adoptExchange(of message: ReferenceMessage) {
    guard !isCommissioner, message.opcode == 0x20, message.isFromInitiator else { return }
    guard state != .handshaking, state != .established else { return }
    guard let node = message.source, exchange?.matches(message) != true else { return }
    exchange = ReferenceExchange(
      ephemeralNode: node, exchangeID: message.exchangeID, isInitiator: false)
    state = .ready
  }

  /// A message of no exchange of ours is acknowledged if it asks for that, and has no effect.
  private mutating func refuse(_ message: ReferenceMessage) -> [[UInt8]] {
    guard message.wantsAcknowledgement, message.isFromInitiator, let node = message.source else {
      return []
    }
    let stranger = ReferenceExchange(
      ephemeralNode: node, exchangeID: message.exchangeID, isInitiator: false)
    return [stranger.acknowledge(message.counter, counter: takeCounter())]
  }

  private mutating func dispatch(
    _ message: ReferenceMessage
  ) throws(ReferenceError) -> [[UInt8]] {
    if message.opcode == 0x40 { return try receiveReport(message) }
    do {
      switch (message.opcode, step) {
      case (0x20, .idle):
        return [try answerRequest(message.payload)]
      case (0x21, .awaitingResponse(let request)):
        return [try answerResponse(message.payload, to: request)]
      case (0x22, .awaitingPake1(let identities, let peer, let local)):
        return [
          try answerPake1(
            message.payload, identities, peerSessionID: peer, localSessionID: local)
        ]
      case (0x23, .awaitingPake2(let proof)):
        return [try answerPake2(message.payload, proof)]
      case (0x24, .awaitingPake3(let cA, let session)):
        return [try answerPake3(message.payload, cA: cA, session)]
      case (_, .idle):
        return []
      default:
        fail(.unexpectedOpcode(message.opcode))
        return []
      }
    } catch .libraryFailed {
      throw .libraryFailed
    } catch {
      fail(.invalidParameter)
      return [send(0x40, ReferenceStatusReport.invalidParameter.encoded)]
    }
  }

  private mutating func receiveReport(
    _ message: ReferenceMessage
  ) throws(ReferenceError) -> [[UInt8]] {
    let report = try ReferenceStatusReport(decoding: message.payload)
    switch step {
    case .awaitingReport(let session) where report == .sessionEstablished:
      self.session = session
      step = .idle
      state = .established
    case .idle:
      break
    case .awaitingResponse, .awaitingPake1, .awaitingPake2, .awaitingPake3, .awaitingReport:
      fail(.reported(report))
    }
    return []
  }

  private mutating func fail(_ failure: Failure) {
    if !isCommissioner { failedAttempts += 1 }
    step = .idle
    state = .failed(failure)
  }
}

// MARK: Commissioner

extension ReferenceParty {
  private mutating func answerResponse(
    _ payload: [UInt8], to request: ReferencePBKDFParamRequest
  ) throws(ReferenceError) -> [UInt8] {
    guard case .commissioner(let passcode, let known) = role else { throw .malformed }
    let response = try ReferencePBKDFParamResponse(decoding: payload)
    guard response.initiatorRandom == request.initiatorRandom else { throw .malformed }
    guard (response.parameters == nil) == request.hasParameters else { throw .malformed }
    guard let stretching = response.parameters ?? known else { throw .malformed }
    peerParameters = response.sessionParameters
    let proof = Proof(
      secrets: try ReferencePasscodeSecrets(
        passcode: passcode, salt: stretching.salt, iterations: stretching.iterations,
        crypto: crypto),
      x: random.bytes(32),
      identities: try ReferenceIdentities(
        request: request.encoded, response: payload, crypto: crypto),
      localSessionID: request.initiatorSessionID, peerSessionID: response.responderSessionID)
    let pA = try ReferenceSPAKE2Plus.proverShare(w0: proof.secrets.w0, x: proof.x, crypto: crypto)
    step = .awaitingPake2(proof)
    return send(0x22, ReferencePake1(pA: pA).encoded)
  }

  private mutating func answerPake2(
    _ payload: [UInt8], _ proof: Proof
  ) throws(ReferenceError) -> [UInt8] {
    let pake2 = try ReferencePake2(decoding: payload)
    let run = try ReferenceSPAKE2Plus(
      proving: proof.secrets, x: proof.x, peerShare: pake2.pB, identities: proof.identities,
      crypto: crypto)
    guard pake2.cB == run.cB else { throw .rejected }
    step = .awaitingReport(
      newSession(
        run.keys, localSessionID: proof.localSessionID, peerSessionID: proof.peerSessionID))
    return send(0x24, ReferencePake3(cA: run.cA).encoded)
  }
}

// MARK: Device

extension ReferenceParty {
  private mutating func answerRequest(_ payload: [UInt8]) throws(ReferenceError) -> [UInt8] {
    guard case .device(_, let stretching) = role else { throw .malformed }
    state = .handshaking
    let request = try ReferencePBKDFParamRequest(decoding: payload)
    peerParameters = request.sessionParameters
    let response = ReferencePBKDFParamResponse(
      initiatorRandom: request.initiatorRandom, responderRandom: random.bytes(32),
      responderSessionID: newSessionID(), parameters: request.hasParameters ? nil : stretching,
      sessionParameters: ownParameters)
    let identities = try ReferenceIdentities(
      request: payload, response: response.encoded, crypto: crypto)
    step = .awaitingPake1(
      identities, peerSessionID: request.initiatorSessionID,
      localSessionID: response.responderSessionID)
    return send(0x21, response.encoded)
  }

  private mutating func answerPake1(
    _ payload: [UInt8], _ identities: ReferenceIdentities, peerSessionID: UInt16,
    localSessionID: UInt16
  ) throws(ReferenceError) -> [UInt8] {
    guard case .device(let verifier, _) = role else { throw .malformed }
    let pA = try ReferencePake1(decoding: payload).pA
    let y = random.bytes(32)
    let pB = try ReferenceSPAKE2Plus.verifierShare(w0: verifier.w0, y: y, crypto: crypto)
    let run = try ReferenceSPAKE2Plus(
      verifying: verifier, y: y, peerShare: pA, identities: identities, crypto: crypto)
    step = .awaitingPake3(
      cA: run.cA,
      newSession(run.keys, localSessionID: localSessionID, peerSessionID: peerSessionID))
    return send(0x23, ReferencePake2(pB: pB, cB: run.cB).encoded)
  }

  private mutating func answerPake3(
    _ payload: [UInt8], cA: [UInt8], _ session: ReferenceSession
  ) throws(ReferenceError) -> [UInt8] {
    guard try ReferencePake3(decoding: payload).cA == cA else { throw .rejected }
    self.session = session
    step = .idle
    state = .established
    return send(0x40, ReferenceStatusReport.sessionEstablished.encoded)
  }
}

// MARK: Sending outside the session

extension ReferenceParty {
  private mutating func send(_ opcode: UInt8, _ payload: [UInt8]) -> [UInt8] {
    exchange!.send(opcode: opcode, payload, counter: takeCounter())
  }

  private mutating func takeCounter() -> UInt32 {
    defer { nextCounter &+= 1 }
    return nextCounter
  }

  private mutating func newSessionID() -> UInt16 {
    .random(in: 1 ... .max, using: &random)
  }

  private mutating func newSession(
    _ keys: ReferenceSessionKeys, localSessionID: UInt16, peerSessionID: UInt16
  ) -> ReferenceSession {
    ReferenceSession(
      localID: localSessionID, peerID: peerSessionID, keys: keys, isInitiator: isCommissioner,
      firstCounter: .random(in: 1...(1 << 28), using: &random),
      firstExchangeID: .random(in: 0 ... .max, using: &random))
  }
}
