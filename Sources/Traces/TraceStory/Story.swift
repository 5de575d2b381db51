import CoreSeam
import MatterBytes
import MatterWire
import Words
import TraceFormat

/// Turns a trace or a capture into its story: line by line as it is read, and at the end a sentence
/// that says how it ended and why.
package final class Story {
  /// What is known besides the file.
  package struct Knowledge: Sendable {
    /// The device's passcode.
    package var passcode: UInt32?
    /// Keys of sessions, 16 bytes each.
    package var sessionKeys: [[UInt8]]
    /// Whether what each side computed is part of the story.
    package var showsValues: Bool

    package init(passcode: UInt32?, sessionKeys: [[UInt8]], showsValues: Bool) {
      self.passcode = passcode
      self.sessionKeys = sessionKeys
      self.showsValues = showsValues
    }
  }

  private let emit: (StoryLine) -> Void
  private let showsValues: Bool
  private var handshakes: Handshakes
  private var places = Places()
  private var findings = Findings()
  private var firstTime: UInt64?
  /// The latest time, since the first.
  private var lastTime: UInt64 = 0
  /// A datagram whose fate on the wire may follow.
  private var heldLine: StoryLine?
  private var deadlines: [Int: UInt64] = [:]
  private var steps: [Int: HandshakeStep] = [:]
  /// How often a datagram was sent, by its sender and first bytes.
  private var transmissions: [[UInt8]: Int] = [:]
  private var counters: [UInt64: SentCounters] = [:]
  /// When a capture showed a datagram last, by its sender and bytes.
  private var captureTimes: [[UInt8]: UInt64] = [:]

  /// Microseconds within which the same datagram is no retransmission.
  private static let captureEcho: UInt64 = 20_000

  /// The counters that each side of a handshake has sent.
  private struct SentCounters {
    var initiator: Set<UInt32> = []
    var responder: Set<UInt32> = []
  }

  /// - Parameter emit: gets each line in turn.
  package init(_ knowledge: Knowledge, emit: @escaping (StoryLine) -> Void) {
    self.emit = emit
    showsValues = knowledge.showsValues
    handshakes = Handshakes(knowledge)
  }

  /// Takes the next item of the file.
  package func take(_ item: TraceItem) {
    switch item {
    case .party(let number, let name): places.name(number, name)
    case .identity(let number, _):
      findings.isTrace = true
      places.addParty(number)
    case .event(let event): take(event)
    case .comment(let text): emit(StoryLine(time: 0, .note(party: "recorded because", text)))
    case .engine, .step: break
    case .wireFate(_, _, let fate): addFate(fate)
    case .end(let party, let time):
      add(time, .note(party: places.name(of: party), "ends"))
    case .capture(let datagram): take(datagram)
    }
  }

  /// Tells the last lines, and how the run ended.
  package func finish() -> String {
    flush()
    let values = handshakes.summaries(showsValues: showsValues)
    for line in values { emit(StoryLine(time: lastTime, line)) }
    return Diagnosis(findings, attempts: handshakes.attempts).sentence
  }

  /// The time since the first event, which this may be.
  private func relative(_ time: UInt64) -> UInt64 {
    let first = firstTime ?? time
    firstTime = first
    lastTime = max(lastTime, time - min(time, first))
    return time - min(time, first)
  }

  private func add(_ time: UInt64, _ content: StoryLine.Content) {
    flush()
    emit(StoryLine(time: relative(time), content))
  }

  private func flush() {
    guard let line = heldLine else { return }
    heldLine = nil
    emit(line)
  }

  private func addFate(_ fate: WireFate) {
    guard let line = heldLine, case .message(var message) = line.content else { return }
    message.fate = fate
    heldLine = StoryLine(time: line.time, .message(message))
  }
}

// MARK: Datagrams

extension Story {
  private func take(_ captured: CapturedDatagram) {
    let message = decode(captured.payload)
    guard places.isMatter(message, captured.addresses) else { return }
    guard !isSeenTwice(captured) else { return }
    places.learnRoles(message, captured.addresses)
    tell(
      message, captured.payload, at: captured.time,
      from: places.name(of: captured.addresses.source),
      to: places.name(of: captured.addresses.destination), isSending: true, remarks: [])
  }

  /// Whether the capture shows the datagram for the second time, as it does on the loopback
  /// interface or on several. No retransmission comes so soon.
  private func isSeenTwice(_ captured: CapturedDatagram) -> Bool {
    let key = Array("\(captured.addresses.source)".utf8) + captured.payload
    defer { captureTimes[key] = captured.time }
    guard let last = captureTimes[key] else { return false }
    return captured.time - min(captured.time, last) < Self.captureEcho
  }

  private func take(_ datagram: Datagram, _ event: TraceEvent) {
    let bytes = list(datagram.bytes.span)
    let message = decode(bytes)
    let own = places.name(of: event.party)
    guard event.content.isInput else {
      places.sent(bytes, by: event.party, from: event.addresses?.source)
      tell(
        message, bytes, at: event.time, from: own,
        to: places.receiver(of: event), isSending: true, remarks: [])
      return
    }
    findings.inboundCount += 1
    let origin = places.origin(of: bytes, event)
    guard !origin.isShownAlready else { return }
    tell(
      message, bytes, at: event.time, from: origin.name, to: own, isSending: false,
      remarks: origin.isAltered ? ["altered on the wire"] : [])
  }

  private func decode(_ bytes: [UInt8]) -> DecodedMessage {
    DecodedMessage(bytes) { header, authenticated, sealed in
      self.handshakes.open(header, authenticated: authenticated, sealed: sealed)
    }
  }

  private func tell(
    _ message: DecodedMessage, _ bytes: [UInt8], at time: UInt64, from sender: String,
    to receiver: String, isSending: Bool, remarks: [String]
  ) {
    flush()
    var remarks = remarks
    let key = Array(sender.utf8) + bytes.prefix(24)
    let number = transmissions[key, default: 0] + 1
    transmissions[key] = number
    if number > 1 { remarks.append(isSending ? "transmission \(number)" : "came again") }
    if number > 1 && isSending { findings.retransmissions += 1 }
    if message.isSecure {
      findings.secureCount += 1
      if message.isDecrypted { findings.decryptedCount += 1 }
    }
    let start = relative(time)
    if let acknowledged = wrongAcknowledgement(of: message) {
      remarks.append("acknowledges \(acknowledged), which was never sent")
      findings.wrongAcknowledgements.append(
        .init(time: start, sender: sender, acknowledged: acknowledged))
    }
    if message.handshake != nil, findings.firstMessage == nil { findings.firstMessage = start }
    handshakes.take(message, at: start, from: sender, to: receiver)
    heldLine = StoryLine(
      time: start,
      .message(
        StoryMessage(
          sender: sender, receiver: receiver, message: message, remarks: remarks,
          isRepetition: number > 1)))
  }

  /// The counter that an unsecured message acknowledges though the other side never sent it.
  private func wrongAcknowledgement(of message: DecodedMessage) -> UInt32? {
    guard let (id, isFromInitiator) = message.handshake, let header = message.header else {
      return nil
    }
    var sent = counters[id] ?? SentCounters()
    defer { counters[id] = sent }
    let others = isFromInitiator ? sent.responder : sent.initiator
    if isFromInitiator {
      sent.initiator.insert(header.messageCounter)
    } else {
      sent.responder.insert(header.messageCounter)
    }
    guard let acknowledged = message.protocolHeader?.acknowledgedCounter else { return nil }
    // Where the capture begins too late, nothing can be said.
    guard !others.isEmpty, !others.contains(acknowledged) else { return nil }
    return acknowledged
  }
}

// MARK: Other events

extension Story {
  private func take(_ event: TraceEvent) {
    switch event.content {
    case .input(.message(.datagram(let datagram))), .output(.message(.datagram(let datagram))):
      take(datagram, event)
    case .input(.message(.command(let command))):
      handshakes.learn(command)
      if case .openWindow(let order) = command { findings.windowSeconds = order.durationSeconds }
      note(event, "told to " + command.description().text)
    case .input(.entropy(let bytes)):
      _ = relative(event.time)
      handshakes.learn(entropy: list(bytes.span), of: event.party)
    case .input(.clock(let time)): clock(time, event)
    case .output(.deadline(let deadline)): setTimer(deadline, event)
    case .output(.entropyWanted): break
    case .output(.message(.notice(let notice))): take(notice, event)
    }
  }

  private func note(_ event: TraceEvent, _ text: String) {
    add(event.time, .note(party: places.name(of: event.party), text))
  }

  private func clock(_ time: UInt64, _ event: TraceEvent) {
    _ = relative(event.time)
    guard let deadline = deadlines[event.party], deadline <= time else { return }
    deadlines[event.party] = nil
    add(event.time, .timer(party: places.name(of: event.party), "timer is due"))
  }

  private func setTimer(_ deadline: UInt64?, _ event: TraceEvent) {
    deadlines[event.party] = nil
    // A core that works on in slices asks for the time at once.
    guard let deadline, deadline > event.time else { return }
    deadlines[event.party] = deadline
    add(
      event.time,
      .timer(
        party: places.name(of: event.party),
        "timer set to \(milliseconds(sinceStart(deadline))) ms"))
  }

  private func sinceStart(_ time: UInt64) -> UInt64 {
    time - min(time, firstTime ?? time)
  }

  private func take(_ notice: Notice, _ event: TraceEvent) {
    let time = relative(event.time)
    switch notice {
    case .messageProcessed(let report):
      processed(report, event)
      return
    case .handshakeProgress(_, _, let step): steps[event.party] = step
    case .sessionEstablished: findings.establishedAt = time
    case .windowClosed(let reason): findings.windowClosure = reason
    case .pairingFailed(let role, _, let failure, let attempts):
      findings.failures.append(
        .init(
          time: time, role: role, reason: failure, step: steps[event.party], attempts: attempts))
    case .delivery(_, _, .unacknowledged): findings.undelivered += 1
    case .windowOpened, .messageReceived, .delivery, .sessionClosed, .inputRejected: break
    }
    let telling = Telling(
      end: { "until \(milliseconds(self.sinceStart($0))) ms" }, step: steps[event.party])
    note(event, notice.description(telling).text)
  }

  private func processed(_ report: MessageReport, _ event: TraceEvent) {
    switch report.fate {
    case .sent, .retransmitted, .accepted: return
    case .duplicate:
      findings.duplicates.append(
        .init(
          name: MessageName.of(protocolID: report.protocolID, opcode: report.opcode),
          counter: report.messageCounter, isSecure: report.session != 0))
    case .dropped(let reason): findings.drops.append((reason, relative(event.time)))
    }
    note(event, report.description().text)
  }
}
