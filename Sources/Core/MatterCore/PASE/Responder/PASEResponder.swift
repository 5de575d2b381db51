import CoreSeam
import MatterWire

/// The device's side of PASE: at most one handshake at a time.
struct PASEResponder: ~Copyable {
  /// A state per message that the device waits for. A PBKDFParamRequest is awaited by the
  /// commissioning window, not here.
  enum State: ~Copyable {
    case idle
    case awaitingPake1(AwaitingPake1)
    case awaitingPake3(AwaitingPake3)
  }

  /// The handshake that runs.
  private(set) var attempt: HandshakeAttempt?
  private var state = State.idle

  /// Begins with an accepted PBKDFParamRequest.
  mutating func begin(_ attempt: HandshakeAttempt, _ state: consuming AwaitingPake1) {
    precondition(self.attempt == nil, "one handshake at a time")
    self.attempt = attempt
    self.state = .awaitingPake1(state)
  }

  /// Acts on a message of session establishment.
  mutating func receive(
    _ opcode: SecureChannelOpcode, payload: Span<UInt8>
  ) -> HandshakeOutcome {
    state.receive(opcode, payload: payload)
  }

  /// Leaves the handshake, whatever its state.
  mutating func end() {
    attempt = nil
    state.wipe()
  }
}

extension PASEResponder.State {
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
  ) throws(PairingFailure) -> PASEResponder.State {
    switch opcode {
    case .pake1: try afterPake1(payload, outcome: &outcome)
    case .pake3: try afterPake3(payload, outcome: &outcome)
    case .statusReport: throw try StatusReport.within(handshake: payload).pairingFailure
    case .messageCounterSyncRequest, .messageCounterSyncResponse, .standaloneAcknowledgement,
      .pbkdfParamRequest, .pbkdfParamResponse, .pake2, .sigma1, .sigma2, .sigma3, .sigma2Resume,
      .icdCheckIn:
      throw .unexpectedMessage(opcode: opcode.rawValue)
    }
  }

  private consuming func afterPake1(
    _ payload: Span<UInt8>, outcome: inout HandshakeOutcome
  ) throws(PairingFailure) -> PASEResponder.State {
    guard case .awaitingPake1(let state) = consume self else {
      throw .unexpectedMessage(opcode: SecureChannelOpcode.pake1.rawValue)
    }
    var reply = HandshakeReply()
    let next = try state.receive(pake1: payload, reply: &reply)
    outcome = .reply(reply, .pake2Sent)
    return .awaitingPake3(next)
  }

  private consuming func afterPake3(
    _ payload: Span<UInt8>, outcome: inout HandshakeOutcome
  ) throws(PairingFailure) -> PASEResponder.State {
    guard case .awaitingPake3(let state) = consume self else {
      throw .unexpectedMessage(opcode: SecureChannelOpcode.pake3.rawValue)
    }
    outcome = .established(try state.receive(pake3: payload))
    return .idle
  }

  /// Wipes what the state keeps secret, and leaves it.
  mutating func wipe() {
    switch consume self {
    case .idle: break
    case .awaitingPake1(var state): state.wipe()
    case .awaitingPake3(var state): state.wipe()
    }
    self = .idle
  }
}
