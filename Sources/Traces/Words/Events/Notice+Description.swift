import CoreSeam
import MatterBytes
import MatterCore
import TraceFormat

extension Notice {
  /// The news, as it is told everywhere.
  package func description(_ telling: Telling = Telling()) -> EventDescription {
    switch self {
    case .windowOpened(let time):
      EventDescription(
        "window_opened", "commissioning window open " + telling.end(time),
        [FieldMember("until_us", time)])
    case .windowClosed(let reason):
      EventDescription(
        "window_closed", "commissioning window closed: " + reason.explanation,
        [FieldMember("reason", named: reason)])
    case .handshakeProgress(let role, let peer, let step):
      EventDescription(
        "handshake_progress", step.text(with: telling.text(peer)),
        [FieldMember("role", named: role), telling.field(peer), FieldMember("step", named: step)])
    case .sessionEstablished(let session): session.description(telling)
    case .pairingFailed(let role, let peer, let failure, let attempts):
      Self.pairingFailed(role, peer, failure, attempts, telling)
    case .messageReceived(let message): message.description(telling)
    case .delivery(let token, let exchange, let outcome):
      EventDescription(
        "delivery", "message \(token) " + outcome.explanation,
        [
          FieldMember("token", token), FieldMember("exchange", exchange.id),
          FieldMember("outcome", named: outcome),
        ])
    case .sessionClosed(let session, let reason):
      EventDescription(
        "session_closed", "session \(session) closed " + reason.explanation,
        [FieldMember("session", session), FieldMember("reason", named: reason)])
    case .inputRejected(let rejection):
      EventDescription(
        "input_rejected", "the core refused " + rejection.explanation,
        [FieldMember("reason", named: rejection)])
    case .messageProcessed(let report): report.description(telling)
    }
  }

  private static func pairingFailed(
    _ role: Role, _ peer: PeerHandle, _ failure: PairingFailure, _ attempts: UInt8,
    _ telling: Telling
  ) -> EventDescription {
    let reason = failure.explanation(for: role, after: telling.step)
    let what =
      switch role {
      case .initiator: "pairing failed"
      case .responder: attempt(attempts) + " failed"
      }
    return EventDescription(
      "pairing_failed", "\(what): \(reason) (\(telling.text(peer)))",
      [
        FieldMember("role", named: role), telling.field(peer),
        FieldMember("failure", named: failure), FieldMember("reason", .text(reason)),
        FieldMember(
          "failed_attempts", role == .responder ? .number(UInt64(attempts)) : .nothing),
      ])
  }

  /// Which of the attempts that a window allows it was, as in "attempt 1 of 20".
  package static func attempt(_ number: UInt8) -> String {
    "attempt \(number) of \(Limits.failedAttempts)"
  }
}

extension HandshakeStep {
  fileprivate func text(with peer: String) -> String {
    switch self {
    case .requestAccepted: "\(peer) begins to pair"
    case .responseAccepted: "accepted the PBKDFParamResponse of \(peer) and derives the secrets"
    case .pake1Sent: "sent Pake1 to \(peer)"
    case .pake2Sent: "accepted Pake1 of \(peer) and sent Pake2"
    case .pake3Sent: "found cB of \(peer) right and sent Pake3"
    }
  }
}

extension EstablishedSession {
  fileprivate func description(_ telling: Telling) -> EventDescription {
    EventDescription(
      "session_established",
      "session \(session) established with \(telling.text(peer)) (its id there: \(peerSession))",
      [
        FieldMember("session", session), FieldMember("peer_session", peerSession),
        FieldMember("role", named: role), telling.field(peer),
        FieldMember("idle_interval_ms", parameters.idleIntervalMilliseconds),
        FieldMember("active_interval_ms", parameters.activeIntervalMilliseconds),
        FieldMember("active_threshold_ms", parameters.activeThresholdMilliseconds),
      ])
  }
}

extension ReceivedMessage {
  fileprivate func description(_ telling: Telling) -> EventDescription {
    let name = MessageName.of(protocolID: protocolID, opcode: opcode)
    return EventDescription(
      "message_received", "session \(session): got \(name) of \(payload.count) bytes",
      [
        FieldMember("session", session), FieldMember("exchange", exchange.id),
        FieldMember("protocol", protocolID), FieldMember("opcode", opcode),
        FieldMember("name", .text(name)),
        telling.showsPayloads
          ? FieldMember("payload", .bytes(payload.span.copied()))
          : FieldMember("bytes", payload.count),
      ])
  }
}

extension MessageReport {
  /// What became of a message.
  package func description(_ telling: Telling = Telling()) -> EventDescription {
    let name = MessageName.of(protocolID: protocolID, opcode: opcode)
    let message = "\(name) \(messageCounter)"
    let text =
      switch fate {
      case .sent: "sent \(message)"
      case .retransmitted: "sent \(message) again, transmission \(transmission)"
      case .accepted: "accepted \(message)"
      case .duplicate:
        "got \(message) again" + (needsAcknowledgement ? ", and only acknowledges it" : "")
      case .dropped(let reason):
        "dropped a datagram of \(byteCount) bytes: " + reason.explanation
      }
    return EventDescription(
      "message_processed", text,
      [
        FieldMember("fate", named: fate), dropReason, FieldMember("name", .text(name)),
        FieldMember("protocol", protocolID), FieldMember("opcode", opcode),
        FieldMember("session", session), FieldMember("exchange", exchange),
        FieldMember("counter", messageCounter),
        FieldMember("ack", acknowledgedCounter.map { .number(UInt64($0)) } ?? .nothing),
        FieldMember("reliable", .flag(needsAcknowledgement)), FieldMember("bytes", byteCount),
        FieldMember("transmission", transmission),
      ])
  }

  private var dropReason: FieldMember {
    switch fate {
    case .dropped(let reason): FieldMember("drop_reason", named: reason)
    case .sent, .retransmitted, .accepted, .duplicate: FieldMember("drop_reason", .nothing)
    }
  }
}
