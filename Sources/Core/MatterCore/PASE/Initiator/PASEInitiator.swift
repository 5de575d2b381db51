import CoreSeam
import MatterCrypto
import MatterWire

/// The commissioner's side of PASE: at most one handshake at a time.
struct PASEInitiator: ~Copyable {
  /// A state per message that the commissioner waits for.
  enum State: ~Copyable {
    case idle
    case awaitingPBKDFParamResponse(AwaitingPBKDFParamResponse)
    case derivingSecrets(DerivingSecrets)
    case awaitingPake2(AwaitingPake2)
    case awaitingStatusReport(AwaitingStatusReport)
  }

  /// The handshake that runs.
  private(set) var attempt: HandshakeAttempt?
  private var state = State.idle

  /// Whether the secrets are being derived, a slice with each tick of the clock.
  var isDeriving: Bool {
    @_addressableSelf get {
      switch state {
      case .derivingSecrets: true
      case .idle: false
      case .awaitingPBKDFParamResponse: false
      case .awaitingPake2: false
      case .awaitingStatusReport: false
      }
    }
  }

  /// Begins a handshake; the PBKDFParamRequest is in `reply`.
  mutating func begin(
    _ attempt: HandshakeAttempt, passcode: Passcode, entropy: HandshakeEntropy,
    configuration: NodeConfiguration, reply: inout HandshakeReply
  ) {
    precondition(self.attempt == nil, "one handshake at a time")
    self.attempt = attempt
    state = .awaitingPBKDFParamResponse(
      AwaitingPBKDFParamResponse(
        passcode: passcode, sessionID: attempt.localSessionID, entropy: entropy,
        configuration: configuration, reply: &reply))
  }

  /// Until when the peer must answer, in the handshake that runs; `nil` while it is this node's
  /// turn.
  mutating func expectResponse(by deadline: Instant?) {
    attempt!.responseDeadline = deadline
  }

  /// Acts on a message of session establishment.
  mutating func receive(
    _ opcode: SecureChannelOpcode, payload: Span<UInt8>
  ) -> HandshakeOutcome {
    state.receive(opcode, payload: payload)
  }

  /// Computes the next slice of the derivation, if one runs.
  /// - Returns: Pake1 when it was the last, `nil` when there is more to do.
  mutating func derive() -> HandshakeOutcome? {
    state.derive()
  }

  /// Leaves the handshake, whatever its state.
  mutating func end() {
    attempt = nil
    state.wipe()
  }
}

extension PASEInitiator.State {
  mutating func receive(
    _ opcode: SecureChannelOpcode, payload: Span<UInt8>
  ) -> HandshakeOutcome {
    var outcome = HandshakeOutcome.failed(.unexpectedMessage(opcode: opcode.rawValue))
    do throws(PairingFailure) {
      self = try (consume self).next(opcode, payload: payload, outcome: &outcome)
    } catch {
      self = .idle
      return .failed(error)
    }
    return outcome
  }

  private consuming func next(
    _ opcode: SecureChannelOpcode, payload: Span<UInt8>, outcome: inout HandshakeOutcome
  ) throws(PairingFailure) -> PASEInitiator.State {
    switch opcode {
    case .pbkdfParamResponse: try afterPBKDFParamResponse(payload, outcome: &outcome)
    case .pake2: try afterPake2(payload, outcome: &outcome)
    case .statusReport: try afterStatusReport(payload, outcome: &outcome)
    case .messageCounterSyncRequest, .messageCounterSyncResponse, .standaloneAcknowledgement,
      .pbkdfParamRequest, .pake1, .pake3, .sigma1, .sigma2, .sigma3, .sigma2Resume, .icdCheckIn:
      throw .unexpectedMessage(opcode: opcode.rawValue)
    }
  }

  private consuming func afterPBKDFParamResponse(
    _ payload: Span<UInt8>, outcome: inout HandshakeOutcome
  ) throws(PairingFailure) -> PASEInitiator.State {
    guard case .awaitingPBKDFParamResponse(let state) = consume self else {
      throw .unexpectedMessage(opcode: SecureChannelOpcode.pbkdfParamResponse.rawValue)
    }
    let next = try state.receive(pbkdfParamResponse: payload)
    outcome = .responseAccepted(next.terms.peerParameters)
    return .derivingSecrets(next)
  }

  private consuming func afterPake2(
    _ payload: Span<UInt8>, outcome: inout HandshakeOutcome
  ) throws(PairingFailure) -> PASEInitiator.State {
    guard case .awaitingPake2(let state) = consume self else {
      throw .unexpectedMessage(opcode: SecureChannelOpcode.pake2.rawValue)
    }
    var reply = HandshakeReply()
    let next = try state.receive(pake2: payload, reply: &reply)
    outcome = .reply(reply, .pake3Sent)
    return .awaitingStatusReport(next)
  }

  private consuming func afterStatusReport(
    _ payload: Span<UInt8>, outcome: inout HandshakeOutcome
  ) throws(PairingFailure) -> PASEInitiator.State {
    let report = try StatusReport.within(handshake: payload)
    guard report.isEstablishmentSuccess else { throw report.pairingFailure }
    guard case .awaitingStatusReport(let state) = consume self else {
      throw report.pairingFailure
    }
    outcome = .established(state.succeed())
    return .idle
  }

  mutating func derive() -> HandshakeOutcome? {
    var outcome: HandshakeOutcome?
    do throws(PairingFailure) {
      self = try (consume self).derived(outcome: &outcome)
    } catch {
      self = .idle
      return .failed(error)
    }
    return outcome
  }

  private consuming func derived(
    outcome: inout HandshakeOutcome?
  ) throws(PairingFailure) -> PASEInitiator.State {
    switch consume self {
    case .derivingSecrets(var state):
      guard state.advance() else { return .derivingSecrets(state) }
      var reply = HandshakeReply()
      let next = try state.finish(reply: &reply)
      outcome = .reply(reply, .pake1Sent)
      return .awaitingPake2(next)
    case .idle: return .idle
    case .awaitingPBKDFParamResponse(let state): return .awaitingPBKDFParamResponse(state)
    case .awaitingPake2(let state): return .awaitingPake2(state)
    case .awaitingStatusReport(let state): return .awaitingStatusReport(state)
    }
  }

  /// Wipes what the state keeps secret, and leaves it.
  mutating func wipe() {
    switch consume self {
    case .idle: break
    case .awaitingPBKDFParamResponse(var state): state.wipe()
    case .derivingSecrets(var state): state.wipe()
    case .awaitingPake2(var state): state.wipe()
    case .awaitingStatusReport(var state): state.wipe()
    }
    self = .idle
  }
}
