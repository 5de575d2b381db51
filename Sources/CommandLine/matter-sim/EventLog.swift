import CommandLineInterface
import CoreSeam
import HostShell
import MatterBytes
import OperatingSystem
import Words
import TraceFormat

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
    // The messages have a table of their own.
    if case .messageProcessed = notice { return }
    let told = description(notice, of: party)
    reporter.report(
      text: isShown(notice) ? line(told.text, of: party, at: event.time) : nil,
      json: .event(told.name, of: party, JSONFields(told.fields)))
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
  private func isShown(_ notice: Notice) -> Bool {
    switch notice {
    case .windowOpened, .windowClosed, .handshakeProgress(.responder, _, .requestAccepted),
      .sessionEstablished, .pairingFailed(.responder, _, _, _), .messageReceived,
      .delivery(_, _, .unacknowledged), .sessionClosed, .inputRejected:
      true
    case .handshakeProgress, .pairingFailed, .delivery, .messageProcessed: false
    }
  }

  private func description(_ notice: Notice, of party: Party) -> EventDescription {
    notice.description(
      Telling(
        place: { party.place(of: $0) },
        end: { time in
          let left = time - min(time, MonotonicClock.now())
          return "for \((left + 500_000) / 1_000_000) s"
        }, step: steps[party.name], showsPayloads: true))
  }
}

extension Party {
  /// The address of a peer, for people and programs.
  func place(of peer: PeerHandle) -> String {
    address(of: peer).map { "\($0)" } ?? "an unknown address"
  }
}
