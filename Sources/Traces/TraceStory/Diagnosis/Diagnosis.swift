import CoreSeam
import MatterCore
import MatterWire
import Words

/// Says in a sentence how a run ended, and why.
struct Diagnosis {
  private let findings: Findings
  private let attempts: [Attempt]

  init(_ findings: Findings, attempts: [Attempt]) {
    self.findings = findings
    self.attempts = attempts
  }

  var sentence: String {
    findings.isTrace ? ofTrace : ofCapture
  }

  private var ofTrace: String {
    if findings.windowClosure == .attemptsExhausted { return afterAllAttempts }
    if let time = findings.establishedAt { return paired(at: time) }
    if !findings.failures.isEmpty { return failed }
    if findings.windowClosure == .timeout && attempts.isEmpty {
      let duration = findings.windowSeconds.map { " of \($0) s" } ?? ""
      return "nobody tried to pair: the commissioning window closed when its time\(duration) was up"
    }
    return unfinished
  }

  // MARK: Success

  private func paired(at time: UInt64) -> String {
    let elapsed = time - min(time, findings.firstMessage ?? time)
    return (["paired in \(milliseconds(elapsed)) ms"] + remarks).joined(separator: "; ")
  }

  /// What did not go as it should and did no harm.
  private var remarks: [String] {
    var remarks: [String] = []
    let surprising = findings.duplicates.filter { duplicate in
      findings.retransmissions == 0 || duplicate.isSecure
    }
    if let first = surprising.first {
      let others = surprising.count - 1
      let what =
        first.isSecure
        ? "the encrypted message with counter \(first.counter)"
        : "\(first.name) with counter \(first.counter)"
      remarks.append(
        "\(what) came again and was not acted on"
          + (others > 0 ? ", and so were \(others) other messages" : ""))
    }
    if findings.retransmissions > 0 {
      remarks.append("\(count(findings.retransmissions, "datagram")) had to be sent again")
    }
    if !findings.drops.isEmpty {
      remarks.append(
        "\(count(findings.drops.count, "datagram")) \(findings.drops.count == 1 ? "was" : "were")"
          + " dropped: " + dropReasons)
    }
    if findings.undelivered > 0 {
      remarks.append("\(count(findings.undelivered, "message")) got no acknowledgement")
    }
    return remarks
  }

  private var dropReasons: String {
    DropReason.allCases.compactMap { reason in
      let number = findings.drops.count { $0.reason == reason }
      return number > 0 ? "\(reason.explanation) (\(number))" : nil
    }.joined(separator: ", ")
  }

  // MARK: Failure

  private var afterAllAttempts: String {
    let wrong = findings.failures.count { isWrongPasscode($0) }
    let total = findings.failures.last { $0.role == .responder }?.attempts ?? Limits.failedAttempts
    return wrong == findings.failures.count
      ? "the commissioner used another passcode in each of its \(total) attempts, "
        + "and the window closed"
      : "\(total) attempts failed and the window closed; the last: \(failed)"
  }

  private var failed: String {
    guard let last = findings.failures.last else { return unfinished }
    let device = findings.failures.last { $0.role == .responder }
    let attempt = device.map { "; " + Notice.attempt($0.attempts) } ?? ""
    if let wrong = findings.failures.last(where: isWrongPasscode) {
      return wrongPasscode(wrong) + attempt
    }
    if let reply = findings.wrongAcknowledgements.first {
      return "the \(reply.sender)'s reply at \(seconds(reply.time)) s carried the wrong ack "
        + "counter (\(reply.acknowledged)) and was ignored"
    }
    if last.reason == .noAcknowledgement && findings.inboundCount == 0 {
      return "nobody answers at the device's address: no transmission of \(lastMessage) "
        + "was acknowledged"
    }
    return last.reason.explanation(for: last.role, after: last.step) + attempt
  }

  private func wrongPasscode(_ failure: Findings.Failure) -> String {
    switch failure.role {
    case .responder where failure.reason == .wrongPasscode:
      "the commissioner used another passcode: its cA does not match"
    case .responder: "the commissioner used another passcode: it refused the device's cB"
    case .initiator: "the commissioner used another passcode: the device's cB does not match"
    }
  }

  private func isWrongPasscode(_ failure: Findings.Failure) -> Bool {
    if failure.reason == .wrongPasscode { return true }
    let refusal = PairingFailure.peerReported(
      generalCode: GeneralCode.failure.rawValue,
      protocolCode: SecureChannelStatusCode.invalidParameter.rawValue)
    return failure.role == .responder && failure.step == .pake2Sent && failure.reason == refusal
  }

  private var unfinished: String {
    guard !attempts.isEmpty else { return "there is no handshake in it" }
    return "it ends before the handshake does: the last message is \(lastMessage)"
  }

  private var lastMessage: String { attempts.last?.lastMessage ?? "a handshake" }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  // MARK: Foreign captures

  private var ofCapture: String {
    guard let last = attempts.last else {
      return findings.secureCount > 0
        ? "there is no PASE handshake in it, only encrypted messages"
        : "there is no PASE handshake in it"
    }
    let sessions =
      findings.secureCount > 0
      ? "; \(findings.decryptedCount) of \(findings.secureCount) encrypted messages could be read"
      : ""
    guard let status = last.status else { return interrupted(last) + sessions }
    if status.report.secureChannelCode == .sessionEstablishmentSuccess {
      return "paired: the device confirmed the session" + sessions
    }
    return refused(last, status.report, isByCommissioner: status.isFromCommissioner)
  }

  private func refused(
    _ attempt: Attempt, _ report: StatusReport, isByCommissioner: Bool
  ) -> String {
    let code = report.secureChannelCode.map { "\($0.name)" } ?? "\(report.protocolCode)"
    if report.secureChannelCode == .invalidParameter {
      if isByCommissioner && attempt.cB != nil && attempt.cA == nil {
        return "the commissioner used another passcode: it refused the device's cB"
      }
      if !isByCommissioner && attempt.cA != nil {
        return "the commissioner used another passcode: the device refused its cA"
      }
    }
    return "the \(isByCommissioner ? "commissioner" : "device") ended the handshake with \(code)"
  }

  private func interrupted(_ attempt: Attempt) -> String {
    if let reply = findings.wrongAcknowledgements.first {
      return "the \(reply.sender)'s reply at \(seconds(reply.time)) s carried the wrong ack "
        + "counter (\(reply.acknowledged)), so it was ignored"
    }
    return "the handshake stops after \(attempt.lastMessage): no answer to it is in the capture"
  }
}
