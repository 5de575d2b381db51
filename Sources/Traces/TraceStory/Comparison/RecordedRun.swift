import CoreSeam
import MatterBytes
import Words
import TraceFormat

/// A whole trace, ready to be compared with another.
package struct RecordedRun {
  /// An event of a party.
  package struct Event: Sendable {
    /// Its place in the file, from 1.
    package let number: Int
    /// Microseconds since the trace's first event.
    package let time: UInt64
    /// One line, without any secret.
    package let words: String
    /// What it says, value by value.
    package let fields: [FieldMember]
    /// Equal for events that say the same, counted from the first event of their traces.
    let identity: [UInt8]
    /// Equal for events of one sort, whatever their values.
    let sort: String
  }

  package private(set) var eventCount = 0
  /// The events of each party, by its name.
  private(set) var parties: [String: [Event]] = [:]
  /// Of each party, by its name.
  package private(set) var identities: [String: RunIdentity] = [:]
  /// Why it was recorded, if it says so.
  package private(set) var reason: String?

  private var names: [Int: String] = [:]
  private var handshakes = Handshakes(
    Story.Knowledge(passcode: nil, sessionKeys: [], showsValues: false))
  private var start: UInt64?

  /// Reads a trace to its end.
  package init(_ reader: consuming TraceReader) throws(TraceError) {
    var reader = reader
    while let item = try reader.next() { take(item) }
  }

  private mutating func take(_ item: TraceItem) {
    switch item {
    case .comment(let text): reason = text
    case .party(let number, let name): names[number] = name
    case .identity(let number, let identity): identities[name(of: number)] = identity
    case .event(let event): take(event)
    case .wireFate(let party, _, let fate): addFate(fate, of: name(of: party))
    case .engine, .step, .end, .capture: break
    }
  }

  private func name(of party: Int) -> String {
    names[party] ?? "party \(party)"
  }

  private mutating func take(_ event: TraceEvent) {
    let start = start ?? event.time
    self.start = start
    eventCount += 1
    let message = decode(event)
    let content = event.content.counted(from: start)
    parties[name(of: event.party), default: []].append(
      Event(
        number: event.number, time: event.time - min(event.time, start),
        words: content.line, fields: content.description.fields + (message?.values ?? []),
        identity: content.frameBody, sort: Self.sort(content, message)))
  }

  /// What a datagram holds, with the keys that the trace gives.
  private mutating func decode(_ event: TraceEvent) -> DecodedMessage? {
    switch event.content {
    case .input(.message(.command(let command))): handshakes.learn(command)
    case .input(.entropy(let bytes)): handshakes.learn(entropy: list(bytes.span), of: event.party)
    case .input, .output: break
    }
    guard let datagram = event.content.datagram else { return nil }
    let message = DecodedMessage(list(datagram.bytes.span)) { header, authenticated, sealed in
      handshakes.open(header, authenticated: authenticated, sealed: sealed)
    }
    handshakes.take(message, at: event.time, from: "", to: "")
    return message
  }

  private mutating func addFate(_ fate: WireFate, of party: String) {
    guard let last = parties[party]?.popLast() else { return }
    let words = fate.remarks.joined(separator: ", ")
    let field = FieldMember("on_the_wire", .text(words))
    parties[party]?.append(
      Event(
        number: last.number, time: last.time, words: last.words + ", " + words,
        fields: last.fields + [field], identity: last.identity + [fate.rawValue],
        sort: last.sort))
  }

  private static func sort(_ content: PortEvent.Content, _ message: DecodedMessage?) -> String {
    var sort = [content.port, content.description.name]
    if let message { sort.append(message.name) }
    if case .output(.message(.notice(.messageProcessed(let report)))) = content {
      sort.append(MessageName.of(protocolID: report.protocolID, opcode: report.opcode))
      sort.append(caseName(report.fate))
    }
    return sort.joined(separator: " ")
  }
}

extension PortEvent.Content {
  /// The event with its times counted from `start`.
  fileprivate func counted(from start: UInt64) -> PortEvent.Content {
    func counted(_ time: UInt64) -> UInt64 { time - min(time, start) }
    return switch self {
    case .input(.clock(let time)): .input(.clock(counted(time)))
    case .output(.deadline(.some(let time))): .output(.deadline(counted(time)))
    case .output(.message(.notice(.windowOpened(let time)))):
      .output(.message(.notice(.windowOpened(untilMicroseconds: counted(time)))))
    case .input, .output: self
    }
  }
}
