import CoreSeam
import HostShell
import MatterBytes
import MatterWire
import PortTrace

/// The values of a port event, each with its name, without any secret among them.
enum EventFields {
  /// - Parameter message: for a datagram, what it holds.
  static func of(_ content: PortEvent.Content, _ message: DecodedMessage?) -> [FieldMember] {
    switch content {
    case .input(.clock(let time)): [FieldMember("time_us", .number(time))]
    case .input(.entropy(let bytes)): [number("bytes", bytes.count)]
    case .input(.message(.datagram(let datagram))), .output(.message(.datagram(let datagram))):
      [number("peer", datagram.peer.rawValue)] + (message.map(fields) ?? [])
    case .input(.message(.command(let command))): fields(command)
    case .output(.message(.notice(let notice))): fields(notice)
    case .output(.deadline(let time)):
      [FieldMember("time_us", time.map { .number($0) } ?? .text("never"))]
    case .output(.entropyWanted(let count)): [number("bytes", count)]
    }
  }

  private static func fields(_ message: DecodedMessage) -> [FieldMember] {
    var fields = [number("bytes", message.byteCount)]
    if let header = message.header {
      fields.append(number("session", header.sessionID))
      fields.append(number("counter", header.messageCounter))
      if let source = header.source { fields.append(number("source", source.rawValue)) }
      if let destination = header.destination {
        fields.append(number("destination", destination.rawValue))
      }
    }
    if let inner = message.protocolHeader {
      fields.append(FieldMember("message", .text(message.name)))
      fields.append(number("exchange", inner.exchangeID))
      fields.append(FieldMember("from_initiator", .flag(inner.isFromInitiator)))
      fields.append(FieldMember("reliable", .flag(inner.needsAcknowledgement)))
      if let counter = inner.acknowledgedCounter { fields.append(number("ack", counter)) }
    }
    // What was encrypted stays secret here.
    if !message.isSecure, let tree = message.fields { fields += flat(tree, under: "") }
    return fields
  }

  private static func flat(_ tree: FieldTree, under path: String) -> [FieldMember] {
    guard case .members(let members) = tree else { return [FieldMember(path, tree)] }
    return members.flatMap { flat($0.value, under: path.isEmpty ? $0.name : path + "." + $0.name) }
  }

  private static func fields(_ command: Command) -> [FieldMember] {
    switch command {
    case .configure(let it):
      [
        number("idle_interval_ms", it.idleIntervalMilliseconds),
        number("active_interval_ms", it.activeIntervalMilliseconds),
        number("active_threshold_ms", it.activeThresholdMilliseconds),
        number("data_model_revision", it.dataModelRevision),
        number("interaction_model_revision", it.interactionModelRevision),
        number("specification_version", it.specificationVersion),
        number("max_paths_per_invoke", it.maxPathsPerInvoke),
        FieldMember("reports_messages", .flag(it.reportsMessages)),
      ]
    case .openWindow(let order):
      [
        number("iterations", order.iterations), FieldMember("salt", .bytes(list(order.salt.span))),
        number("duration_s", order.durationSeconds),
      ]
    case .closeWindow: []
    case .pair(let order): [number("peer", order.peer.rawValue)]
    case .send(let order):
      [
        number("token", order.token), number("session", order.session),
        FieldMember("exchange", order.exchange.map { .text(words($0)) } ?? .text("new")),
        number("protocol", order.protocolID), number("opcode", order.opcode),
        FieldMember("reliable", .flag(order.isReliable)),
        FieldMember("ends_exchange", .flag(order.endsExchange)),
        number("bytes", order.payload.count),
      ]
    case .closeSession(let session): [number("session", session)]
    }
  }

  private static func fields(_ notice: Notice) -> [FieldMember] {
    switch notice {
    case .windowOpened(let time): [FieldMember("until_us", .number(time))]
    case .windowClosed(let reason): [name("reason", reason)]
    case .handshakeProgress(let role, let peer, let step):
      [name("role", role), number("peer", peer.rawValue), name("step", step)]
    case .sessionEstablished(let it):
      [
        number("session", it.session), number("peer_session", it.peerSession),
        name("role", it.role), number("peer", it.peer.rawValue),
        number("idle_interval_ms", it.parameters.idleIntervalMilliseconds),
        number("active_interval_ms", it.parameters.activeIntervalMilliseconds),
        number("active_threshold_ms", it.parameters.activeThresholdMilliseconds),
      ]
    case .pairingFailed(let role, let peer, let failure, let attempts):
      [
        name("role", role), number("peer", peer.rawValue),
        FieldMember("failure", .text(failure.explanation(for: role))),
        number("failed_attempts", attempts),
      ]
    case .messageReceived(let it):
      [
        number("session", it.session), FieldMember("exchange", .text(words(it.exchange))),
        number("protocol", it.protocolID), number("opcode", it.opcode),
        number("bytes", it.payload.count),
      ]
    case .delivery(let token, let exchange, let outcome):
      [
        number("token", token), FieldMember("exchange", .text(words(exchange))),
        name("outcome", outcome),
      ]
    case .sessionClosed(let session, let reason):
      [number("session", session), name("reason", reason)]
    case .inputRejected(let reason): [name("reason", reason)]
    case .messageProcessed(let report): fields(report)
    }
  }

  private static func fields(_ it: MessageReport) -> [FieldMember] {
    [
      FieldMember("fate", .text(EventWords.words(it.fate))), number("peer", it.peer.rawValue),
      number("session", it.session), number("counter", it.messageCounter),
      number("exchange", it.exchange),
      FieldMember("message", .text(MessageName.of(protocolID: it.protocolID, opcode: it.opcode))),
      FieldMember("ack", it.acknowledgedCounter.map { .number(UInt64($0)) } ?? .text("none")),
      FieldMember("reliable", .flag(it.needsAcknowledgement)), number("bytes", it.byteCount),
      number("transmission", it.transmission),
    ]
  }

  private static func number(_ name: String, _ value: some BinaryInteger) -> FieldMember {
    FieldMember(name, .number(UInt64(value)))
  }

  /// A case without anything that belongs to it.
  private static func name(_ name: String, _ value: some Equatable) -> FieldMember {
    FieldMember(name, .text("\(value)"))
  }

  private static func words(_ exchange: ExchangeReference) -> String {
    "\(exchange.id), as its \(exchange.role)"
  }
}
