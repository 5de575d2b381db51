import CoreSeam
import MatterBytes
import TraceFormat

extension Command {
  /// The host's order, as it is told everywhere; the text stands after "told to".
  package func description(_ telling: Telling = Telling()) -> EventDescription {
    switch self {
    case .configure(let configuration):
      EventDescription("configure", "configure", configuration.fields)
    case .openWindow(let order):
      EventDescription(
        "open_window",
        "open the window for \(order.durationSeconds) s, \(order.iterations) iterations",
        [
          FieldMember("iterations", order.iterations),
          FieldMember("salt", .bytes(order.salt.span.copied())),
          FieldMember("duration_s", order.durationSeconds),
        ])
    case .closeWindow: EventDescription("close_window", "close the window")
    case .pair(let order):
      EventDescription(
        "pair", "pair with \(telling.text(order.peer))", [telling.field(order.peer)])
    case .send(let order):
      EventDescription(
        "send", "send \(order.payload.count) bytes in session \(order.session)", order.fields)
    case .closeSession(let session):
      EventDescription(
        "close_session", "close session \(session)", [FieldMember("session", session)])
    }
  }
}

extension NodeConfiguration {
  fileprivate var fields: [FieldMember] {
    [
      FieldMember("idle_interval_ms", idleIntervalMilliseconds),
      FieldMember("active_interval_ms", activeIntervalMilliseconds),
      FieldMember("active_threshold_ms", activeThresholdMilliseconds),
      FieldMember("data_model_revision", dataModelRevision),
      FieldMember("interaction_model_revision", interactionModelRevision),
      FieldMember("specification_version", specificationVersion),
      FieldMember("max_paths_per_invoke", maxPathsPerInvoke),
      FieldMember("reports_messages", .flag(reportsMessages)),
    ]
  }
}

extension SendOrder {
  fileprivate var fields: [FieldMember] {
    [
      FieldMember("token", token), FieldMember("session", session),
      FieldMember("exchange", exchange.map { .number(UInt64($0.id)) } ?? .nothing),
      FieldMember("exchange_role", exchange.map { .text(caseName($0.role)) } ?? .nothing),
      FieldMember("protocol", protocolID), FieldMember("opcode", opcode),
      FieldMember("reliable", .flag(isReliable)),
      FieldMember("ends_exchange", .flag(endsExchange)), FieldMember("bytes", payload.count),
    ]
  }
}
