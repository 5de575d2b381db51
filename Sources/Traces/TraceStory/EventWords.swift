import CoreSeam
import HostShell
import MatterBytes
import MatterWire
import PortTrace

/// Port events in words, without any secret in them.
package enum EventWords {
  /// The port's name in the model.
  package static func port(_ content: PortEvent.Content) -> String {
    switch content {
    case .input(.message): "message_in"
    case .input(.clock): "clock_in"
    case .input(.entropy): "entropy_in"
    case .output(.message): "message_out"
    case .output(.deadline): "deadline_out"
    case .output(.entropyWanted): "entropy_wanted"
    }
  }

  /// One line.
  package static func of(_ content: PortEvent.Content) -> String {
    port(content) + ": " + value(content)
  }

  private static func value(_ content: PortEvent.Content) -> String {
    switch content {
    case .input(.clock(let time)): "\(milliseconds(time)) ms"
    case .input(.entropy(let bytes)): "\(bytes.count) bytes"
    case .input(.message(.datagram(let datagram))): "from peer \(words(datagram))"
    case .input(.message(.command(let command))): words(command)
    case .output(.message(.datagram(let datagram))): "to peer \(words(datagram))"
    case .output(.message(.notice(let notice))): words(notice)
    case .output(.deadline(.none)): "never"
    case .output(.deadline(.some(let time))): "\(milliseconds(time)) ms"
    case .output(.entropyWanted(let count)): "\(count) bytes"
    }
  }

  private static func words(_ datagram: Datagram) -> String {
    let peer = "\(datagram.peer.rawValue), \(datagram.bytes.count) bytes"
    guard let message = try? MessageHeader.parse(datagram.bytes.span) else {
      return peer + ", no message header"
    }
    let header = message.header
    let counter = "\(peer), counter \(header.messageCounter)"
    guard header.sessionID == 0 else { return counter + ", session \(header.sessionID)" }
    let rest = datagram.bytes.span.extracting(droppingFirst: message.payloadOffset)
    guard let parsed = try? ProtocolHeader.parse(rest) else {
      return counter + ", no protocol header"
    }
    let vendor = UInt32(parsed.header.vendorID ?? 0)
    let name = MessageName.of(
      protocolID: vendor << 16 | UInt32(parsed.header.protocolID.rawValue),
      opcode: parsed.header.opcode)
    let acknowledged = parsed.header.acknowledgedCounter.map { ", ack \($0)" } ?? ""
    return counter + acknowledged + ", exchange \(parsed.header.exchangeID), \(name)"
  }

  static func words(_ command: Command) -> String {
    switch command {
    case .configure: "configure"
    case .openWindow(let order):
      "open the window for \(order.durationSeconds) s, \(order.iterations) iterations"
    case .closeWindow: "close the window"
    case .pair(let order): "pair with peer \(order.peer.rawValue)"
    case .send(let order): "send \(order.payload.count) bytes in session \(order.session)"
    case .closeSession(let session): "close session \(session)"
    }
  }

  private static func words(_ step: HandshakeStep) -> String {
    switch step {
    case .requestAccepted: "accepted the PBKDFParamRequest and answered it"
    case .responseAccepted: "accepted the PBKDFParamResponse and derives its secrets"
    case .pake1Sent: "sent Pake1"
    case .pake2Sent: "accepted Pake1 and sent Pake2"
    case .pake3Sent: "found cB right and sent Pake3"
    }
  }

  static func words(_ notice: Notice) -> String {
    switch notice {
    case .windowOpened(let time): "window open until \(milliseconds(time)) ms"
    case .windowClosed(let reason): "window closed: " + reason.explanation
    case .handshakeProgress(_, let peer, let step): words(step) + " (peer \(peer.rawValue))"
    case .sessionEstablished(let session):
      "session \(session.session) established, its id there \(session.peerSession)"
    case .pairingFailed(let role, let peer, let failure, let attempts):
      "pairing with peer \(peer.rawValue) failed: \(failure.explanation(for: role))"
        + " (\(attempts) failed attempts)"
    case .messageReceived(let message):
      "session \(message.session): "
        + MessageName.of(protocolID: message.protocolID, opcode: message.opcode)
        + " of \(message.payload.count) bytes"
    case .delivery(let token, _, let outcome): "message \(token) " + outcome.explanation
    case .sessionClosed(let session, let reason):
      "session \(session) closed " + reason.explanation
    case .inputRejected(let rejection): "the core refused " + rejection.explanation
    case .messageProcessed(let report):
      words(report.fate) + ": "
        + MessageName.of(protocolID: report.protocolID, opcode: report.opcode)
        + " \(report.messageCounter)"
    }
  }
}

extension EventWords {
  static func words(_ fate: MessageFate) -> String {
    switch fate {
    case .sent: "sent"
    case .retransmitted: "sent again"
    case .accepted: "accepted"
    case .duplicate: "got again"
    case .dropped(let reason): "dropped, as " + reason.explanation
    }
  }
}

extension WireFate {
  /// What happened, in words.
  package var words: String {
    var words: [String] = []
    if contains(.lost) { words.append("lost on the wire") }
    if contains(.sentTwice) { words.append("sent twice") }
    if contains(.heldBack) { words.append("held back") }
    if contains(.corrupted) { words.append("a bit inverted on the wire") }
    return words.joined(separator: ", ")
  }
}

/// A time in milliseconds, to the microsecond.
func milliseconds(_ microseconds: UInt64) -> String {
  let fraction = String(microseconds % 1000)
  return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
}

/// A time in seconds, to the millisecond.
func seconds(_ microseconds: UInt64) -> String {
  milliseconds(microseconds / 1000)
}
