import CoreSeam
import MatterBytes
import MatterWire
import TraceFormat

extension PortEvent.Content {
  /// The port's name in the model.
  package var port: String {
    switch self {
    case .input(.message): "message_in"
    case .input(.clock): "clock_in"
    case .input(.entropy): "entropy_in"
    case .output(.message): "message_out"
    case .output(.deadline): "deadline_out"
    case .output(.entropyWanted): "entropy_wanted"
    }
  }

  /// One line: the port, and what crossed it.
  package var line: String { port + ": " + description.text }

  /// The event, without any secret in it.
  package var description: EventDescription {
    switch self {
    case .input(.clock(let time)): Self.time("clock", time)
    case .input(.entropy(let bytes)): Self.count("entropy", bytes.count)
    case .input(.message(.datagram(let datagram))): datagram.description(word: "from")
    case .input(.message(.command(let command))): command.description()
    case .output(.message(.datagram(let datagram))): datagram.description(word: "to")
    case .output(.message(.notice(let notice))): notice.description()
    case .output(.deadline(.none)):
      EventDescription("deadline", "never", [FieldMember("time_us", .nothing)])
    case .output(.deadline(.some(let time))): Self.time("deadline", time)
    case .output(.entropyWanted(let count)): Self.count("entropy_wanted", Int(count))
    }
  }

  private static func time(_ name: String, _ time: UInt64) -> EventDescription {
    EventDescription(name, "\(milliseconds(time)) ms", [FieldMember("time_us", time)])
  }

  private static func count(_ name: String, _ count: Int) -> EventDescription {
    EventDescription(name, "\(count) bytes", [FieldMember("bytes", count)])
  }
}

extension Datagram {
  /// - Parameter word: what stands before the peer.
  fileprivate func description(word: String) -> EventDescription {
    EventDescription(
      "datagram", "\(word) peer \(peer.rawValue), \(bytes.count) bytes" + contents,
      [FieldMember("peer", peer.rawValue)])
  }

  /// What can be read without a key.
  private var contents: String {
    guard let message = try? MessageHeader.parse(bytes.span) else { return ", no message header" }
    let header = message.header
    let counter = ", counter \(header.messageCounter)"
    guard header.sessionID == 0 else { return counter + ", session \(header.sessionID)" }
    let rest = bytes.span.extracting(droppingFirst: message.payloadOffset)
    guard let parsed = try? ProtocolHeader.parse(rest) else {
      return counter + ", no protocol header"
    }
    let acknowledged = parsed.header.acknowledgedCounter.map { ", ack \($0)" } ?? ""
    return counter + acknowledged + ", exchange \(parsed.header.exchangeID), "
      + MessageName.of(parsed.header)
  }
}
