import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// PASE on its exchanges: what the states decide is carried out here.
extension VerifiedCore {
  /// Gives a message on a handshake's exchange to the handshake.
  mutating func receiveInHandshake(
    _ message: borrowing InboundMessage, on index: Int, role: Role, session: Int,
    into outbox: inout Outbox
  ) {
    guard let opcode = message.secureChannelOpcode else {
      note(message, .dropped(.notListening), into: &outbox)
      return
    }
    guard opcode.belongsToEstablishment else {
      note(message, .dropped(.notListening), into: &outbox)
      return
    }
    guard role == .initiator || opcode != .pbkdfParamRequest else {
      // A second request leaves the handshake that runs unharmed.
      note(message, .dropped(.notListening), into: &outbox)
      return
    }
    note(message, .accepted, into: &outbox)
    let outcome =
      switch role {
      case .initiator: initiator.receive(opcode, payload: message.payload)
      case .responder: responder.receive(opcode, payload: message.payload)
      }
    carryOut(
      outcome, role: role, on: index, session: session, answering: opcode, into: &outbox)
  }

  /// Carries out what a handshake decided.
  private mutating func carryOut(
    _ outcome: HandshakeOutcome, role: Role, on index: Int, session: Int,
    answering opcode: SecureChannelOpcode, into outbox: inout Outbox
  ) {
    let peer = unsecuredSessions[session].peer
    switch outcome {
    case .responseAccepted(let parameters):
      unsecuredSessions[session].parameters = parameters
      initiator.expectResponse(by: nil)
      outbox.append(.handshakeProgress(role: role, peer: peer, step: .responseAccepted))
    case .reply(let reply, let step):
      send(reply, on: index, into: &outbox)
      if role == .initiator {
        let deadline = responseDeadline(
          in: session, allowance: Limits.handshakeResponseMicroseconds)
        initiator.expectResponse(by: deadline)
      }
      outbox.append(.handshakeProgress(role: role, peer: peer, step: step))
    case .established(let result):
      establish(result, peer: peer, role: role, on: index, into: &outbox)
    case .failed(let failure):
      // A status report is never answered with a status report.
      endHandshake(
        role, on: index, failure, isToldToPeer: opcode != .statusReport, into: &outbox)
    }
  }

  private mutating func establish(
    _ result: HandshakeResult, peer: PeerHandle, role: Role, on index: Int,
    into outbox: inout Outbox
  ) {
    install(SecureSession(result, peer: peer, now: now), into: &outbox)
    exchanges[index].handler = .none
    switch role {
    case .initiator:
      initiator.end()
      removeIfDone(index, into: &outbox)
    case .responder:
      responder.end()
      send(.sessionEstablishmentSuccess, on: index, into: &outbox)
      closeWindow(.sessionEstablished, into: &outbox)
    }
  }

  /// Ends a handshake that has failed, and tells the peer if there is a report for it. If it was the
  /// last that the window allows, that closes.
  mutating func endHandshake(
    _ role: Role, on index: Int, _ failure: PairingFailure, isToldToPeer: Bool = true,
    into outbox: inout Outbox
  ) {
    let isLast = countAttempt(role, failure)
    stopHandshake(role, on: index, failure, isToldToPeer: isToldToPeer, into: &outbox)
    if isLast { closeWindow(.attemptsExhausted, into: &outbox) }
  }

  /// Counts a failure that tells something of the passcode.
  /// - Returns: whether it was the last that the window allows.
  private mutating func countAttempt(_ role: Role, _ failure: PairingFailure) -> Bool {
    guard role == .responder else { return false }
    guard failure.countsAsAttempt else { return false }
    return window.countFailure()
  }

  /// Ends a handshake without counting that.
  mutating func stopHandshake(
    _ role: Role, on index: Int, _ failure: PairingFailure, isToldToPeer: Bool = true,
    into outbox: inout Outbox
  ) {
    let peer = peer(of: route(of: exchanges[index].channel))
    exchanges[index].handler = .none
    exchanges[index].retransmission = nil
    if isToldToPeer, let report = failure.report { send(report, on: index, into: &outbox) }
    removeIfDone(index, into: &outbox)
    switch role {
    case .initiator: initiator.end()
    case .responder: responder.end()
    }
    reportFailure(peer, role: role, failure, into: &outbox)
  }

  /// Tells the host that a handshake failed, or did not begin.
  @_addressableSelf func reportFailure(
    _ peer: PeerHandle, role: Role, _ failure: PairingFailure, into outbox: inout Outbox
  ) {
    outbox.append(
      .pairingFailed(
        role: role, peer: peer, failure: failure,
        failedAttempts: role == .responder ? window.failedAttempts : 0))
  }

  /// When the peer must have answered what was just sent: after the longest time that its
  /// acknowledgement and its answer can take to get through, and what it may need to compute.
  @_addressableSelf func responseDeadline(in session: Int, allowance: UInt64) -> Instant {
    let theirs = unsecuredSessions[session].parameters.activeIntervalMilliseconds
    let ours = configuration.activeIntervalMilliseconds
    return
      now
      .advanced(byMicroseconds: RetransmissionBackoff.longestLadder(intervalMilliseconds: theirs))
      .advanced(byMicroseconds: RetransmissionBackoff.longestLadder(intervalMilliseconds: ours))
      .advanced(byMicroseconds: allowance)
  }

  mutating func send(
    _ reply: HandshakeReply, on index: Int, into outbox: inout Outbox
  ) {
    send(
      reply.opcode.rawValue, of: .secureChannel, payload: reply.payload.span, reliably: true,
      on: index, into: &outbox)
  }

  mutating func send(
    _ report: StatusReport, on index: Int, into outbox: inout Outbox
  ) {
    send(
      SecureChannelOpcode.statusReport.rawValue, of: .secureChannel,
      payload: report.payload.span, reliably: true, on: index, into: &outbox)
  }

  /// The first session id from `start` on that is neither 0 nor taken.
  @_addressableSelf func freeSessionID(from start: UInt16) -> UInt16 {
    var candidate = start
    while isTaken(candidate) { candidate &+= 1 }
    return candidate
  }

  @_addressableSelf private func isTaken(_ id: UInt16) -> Bool {
    guard id != 0 else { return true }
    guard sessions.index(ofLocalID: id) == nil else { return true }
    guard initiator.attempt?.localSessionID != id else { return true }
    return responder.attempt?.localSessionID == id
  }

  // MARK: Time

  /// Computes the next slice of each derivation that runs.
  mutating func runDerivations(into outbox: inout Outbox) {
    if window.advance() {
      outbox.append(.windowOpened(untilMicroseconds: window.end.microseconds))
    }
    let outcome = initiator.derive()
    guard let attempt = initiator.attempt else { return }
    guard let outcome else { return }
    carryOut(
      outcome, role: .initiator, on: attempt.exchange, session: attempt.session,
      answering: .pbkdfParamResponse, into: &outbox)
  }
}
