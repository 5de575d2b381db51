import CommandLineInterface
import CoreSeam
import HostShell
import MatterBytes
import OperatingSystem

/// Reports the news of a core, one line each.
final class EventLog: PortObserver {
  /// What stands before each line for people.
  enum Margin {
    /// The time since the log began.
    case time
    /// The party, in the columns of the table of messages.
    case party
  }

  private let reporter: Reporter
  private let margin: Margin
  private let start = MonotonicClock.now()
  /// How far the handshake that runs has come, by party.
  private var steps: [String: HandshakeStep] = [:]

  init(reporter: Reporter, margin: Margin) {
    self.reporter = reporter
    self.margin = margin
  }

  func party(_ party: Party, saw event: PortEvent) {
    guard case .output(.message(.notice(let notice))) = event.content else { return }
    if case .handshakeProgress(_, _, let step) = notice { steps[party.name] = step }
    guard let (name, fields) = json(notice, of: party) else { return }
    reporter.report(
      text: text(notice, of: party).map { line($0, of: party, at: event.time) },
      json: .event(name, of: party, fields))
  }

  func party(_ party: Party, couldNotSendTo address: PeerAddress, because error: SystemError) {
    reporter.report(
      text: line("cannot send to \(address): \(error)", of: party, at: MonotonicClock.now()),
      json: .event(
        "send_failed", of: party,
        ["peer": .string("\(address)"), "reason": .string("\(error)")]))
  }

  private func line(_ text: String, of party: Party, at time: UInt64) -> String {
    switch margin {
    case .time:
      let seconds = milliseconds((max(time, start) - start) / 1000).aligned(to: 9)
      return reporter.style.dim("\(seconds) s") + "  " + text
    case .party: return "".padded(to: 13) + party.name.padded(to: 13) + text
    }
  }
}

extension EventLog {
  /// The news for people, unless they are told otherwise.
  private func text(_ notice: Notice, of party: Party) -> String? {
    switch notice {
    case .windowOpened(let time):
      let seconds = (time - min(time, MonotonicClock.now()) + 500_000) / 1_000_000
      return "commissioning window open for \(seconds) s"
    case .windowClosed(let reason): return "commissioning window closed: " + reason.explanation
    case .handshakeProgress(.responder, let peer, .requestAccepted):
      return "\(party.place(of: peer)) begins to pair"
    case .sessionEstablished(let session):
      return "session \(session.session) established with \(party.place(of: session.peer))"
        + " (its id there: \(session.peerSession))"
    case .pairingFailed(.responder, let peer, let failure, let attempts):
      return
        "attempt \(attempts) of 20 failed: \(failure.explanation(for: .responder, after: steps[party.name]))"
        + " (\(party.place(of: peer)))"
    case .messageReceived(let message):
      let name = MessageName.of(protocolID: message.protocolID, opcode: message.opcode)
      return "session \(message.session): got \(name) of \(message.payload.count) bytes"
    case .delivery(_, _, .unacknowledged): return "a message was not acknowledged"
    case .sessionClosed(let session, let reason):
      return "session \(session) closed " + reason.explanation
    case .inputRejected(let rejection): return "the core refused " + rejection.explanation
    case .handshakeProgress, .pairingFailed, .delivery, .messageProcessed: return nil
    }
  }

  /// The news for programs: a name and what belongs to it. The messages have a table of their own.
  private func json(
    _ notice: Notice, of party: Party
  ) -> (name: String, fields: JSONFields)? {
    switch notice {
    case .windowOpened(let time):
      return ("window_opened", ["until_us": .integer(Int(time))])
    case .windowClosed(let reason):
      return ("window_closed", ["reason": caseName(reason)])
    case .handshakeProgress(let role, let peer, let step):
      return (
        "handshake_progress",
        ["role": caseName(role), "peer": .string(party.place(of: peer)), "step": caseName(step)]
      )
    case .sessionEstablished(let session):
      return ("session_established", Self.json(session, of: party))
    case .pairingFailed(let role, let peer, let failure, let attempts):
      return (
        "pairing_failed",
        [
          "role": caseName(role), "peer": .string(party.place(of: peer)),
          "failure": caseName(failure),
          "reason": .string(failure.explanation(for: role, after: steps[party.name])),
          "failed_attempts": role == .responder ? .integer(Int(attempts)) : nil,
        ]
      )
    case .messageReceived(let message):
      return ("message_received", Self.json(message))
    case .delivery(let token, let exchange, let outcome):
      return (
        "delivery",
        [
          "token": .integer(Int(token)), "exchange": .integer(Int(exchange.id)),
          "outcome": caseName(outcome),
        ]
      )
    case .sessionClosed(let session, let reason):
      return ("session_closed", ["session": .integer(Int(session)), "reason": caseName(reason)])
    case .inputRejected(let rejection):
      return ("input_rejected", ["reason": caseName(rejection)])
    case .messageProcessed: return nil
    }
  }

  private static func json(_ session: EstablishedSession, of party: Party) -> JSONFields {
    [
      "session": .integer(Int(session.session)),
      "peer_session": .integer(Int(session.peerSession)),
      "role": caseName(session.role),
      "peer": .string(party.place(of: session.peer)),
      "idle_interval_ms": .integer(Int(session.parameters.idleIntervalMilliseconds)),
      "active_interval_ms": .integer(Int(session.parameters.activeIntervalMilliseconds)),
      "active_threshold_ms": .integer(Int(session.parameters.activeThresholdMilliseconds)),
    ]
  }

  private static func json(_ message: ReceivedMessage) -> JSONFields {
    let bytes = message.payload.span
    return [
      "session": .integer(Int(message.session)),
      "exchange": .integer(Int(message.exchange.id)),
      "protocol": .integer(Int(message.protocolID)),
      "opcode": .integer(Int(message.opcode)),
      "name": .string(MessageName.of(protocolID: message.protocolID, opcode: message.opcode)),
      "payload": .string(hexadecimal(bytes.indices.map { bytes[$0] })),
    ]
  }
}

extension Party {
  /// The address of a peer, for people and programs.
  func place(of peer: PeerHandle) -> String {
    address(of: peer).map { "\($0)" } ?? "an unknown address"
  }
}
