import CommandLineInterface
import CoreSeam
import HostShell
import MatterBytes
import Words
import TraceFormat

/// A row for every message of two parties, as they send them; and a line for each that the other
/// side did not act on.
final class MessageTable: PortObserver {
  private let reporter: Reporter
  /// Whether each datagram has a fate of its own, so that a row must wait for it.
  private let hasFaults: Bool
  private var start: UInt64?
  private var hasHeading = false
  private var reports: [Transmission: (report: MessageReport, time: UInt64)] = [:]
  private var fates: [Transmission: WireFate] = [:]

  /// What a report of the core and a datagram have in common.
  private struct Transmission: Hashable {
    let party: String
    let counter: UInt32
  }

  init(reporter: Reporter, hasFaults: Bool) {
    self.reporter = reporter
    self.hasFaults = hasFaults
  }

  func party(_ party: Party, saw event: PortEvent) {
    switch event.content {
    case .output(.message(.datagram)):
      if start == nil { start = event.time }
    case .output(.message(.notice(.messageProcessed(let report)))):
      show(report, of: party, at: event.time)
    case .input, .output(.message(.notice)), .output(.deadline), .output(.entropyWanted): break
    }
  }

  func party(_ party: Party, sent datagram: Datagram, with fate: FaultyLink.Fate) {
    guard datagram.bytes.count >= 8 else { return }
    let counter = (4..<8).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32(datagram.bytes[$1]) }
    let transmission = Transmission(party: party.name, counter: counter)
    let fate = WireFate(fate)
    if let (report, time) = reports.removeValue(forKey: transmission) {
      row(report, of: party, at: time, fate: fate)
    } else {
      fates[transmission] = fate
    }
  }

  private func show(_ report: MessageReport, of party: Party, at time: UInt64) {
    switch report.fate {
    case .sent, .retransmitted:
      let transmission = Transmission(party: party.name, counter: report.messageCounter)
      if !hasFaults {
        row(report, of: party, at: time, fate: [])
      } else if let fate = fates.removeValue(forKey: transmission) {
        row(report, of: party, at: time, fate: fate)
      } else {
        reports[transmission] = (report, time)
      }
    case .accepted, .duplicate, .dropped: arrival(report, at: party, time: time)
    }
  }

  private func row(
    _ report: MessageReport, of party: Party, at time: UInt64, fate: WireFate
  ) {
    heading()
    let remarks = Self.remarks(report, fate)
    reporter.report(
      text: columns(
        elapsed(at: time), Self.direction(from: party), Self.name(report),
        "\(report.byteCount)", "\(report.messageCounter)",
        report.acknowledgedCounter.map { "\($0)" } ?? "-", remarks.joined(separator: ", ")),
      json: json("message_sent", report, of: party, at: time, wire: fate))
  }

  private func arrival(_ report: MessageReport, at party: Party, time: UInt64) {
    let remark: String?
    switch report.fate {
    case .duplicate, .dropped: remark = report.description().text
    case .accepted, .sent, .retransmitted: remark = nil
    }
    reporter.report(
      text: remark.map {
        reporter.style.yellow(elapsed(at: time).aligned(to: 11) + "  " + party.name.padded(to: 13))
          + $0
      },
      json: json("message_arrived", report, of: party, at: time, wire: []))
  }

  private func heading() {
    guard !hasHeading, reporter.format == .text else { return }
    hasHeading = true
    let heading = columns("elapsed ms", "from → to", "message", "bytes", "counter", "ack", "")
    reporter.report(text: reporter.style.bold(heading), json: nil)
  }

  private func columns(
    _ time: String, _ direction: String, _ name: String, _ bytes: String, _ counter: String,
    _ ack: String, _ remarks: String
  ) -> String {
    let row = [
      time.aligned(to: 11), direction.padded(to: 23), name.padded(to: 19), bytes.aligned(to: 5),
      counter.aligned(to: 10), ack.aligned(to: 10),
    ].joined(separator: "  ")
    return remarks.isEmpty ? row : row + "  " + reporter.style.yellow(remarks)
  }
}

extension MessageTable {
  /// Milliseconds since the first datagram.
  private func elapsed(at time: UInt64) -> String {
    milliseconds(microseconds(at: time))
  }

  private func microseconds(at time: UInt64) -> UInt64 {
    start.map { max(time, $0) - $0 } ?? 0
  }

  private static func direction(from party: Party) -> String {
    party.name == PartyName.device
      ? "device → commissioner" : "commissioner → device"
  }

  private static func name(_ report: MessageReport) -> String {
    MessageName.of(protocolID: report.protocolID, opcode: report.opcode)
  }

  /// What makes this row unlike others.
  private static func remarks(_ report: MessageReport, _ fate: WireFate) -> [String] {
    var remarks: [String] = []
    if report.transmission > 1 { remarks.append("transmission \(report.transmission)") }
    if report.session != 0 { remarks.append("encrypted") }
    return remarks + fate.remarks
  }

  private func json(
    _ event: String, _ report: MessageReport, of party: Party, at time: UInt64, wire: WireFate
  ) -> JSONValue {
    .event(
      event, of: party,
      ["time_us": .integer(Int(microseconds(at: time)))]
        + JSONFields(report.description().fields)
        + ["wire": .array(wire.names.map { .string($0) })])
  }
}
