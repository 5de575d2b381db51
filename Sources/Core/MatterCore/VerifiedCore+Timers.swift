import CoreSeam

/// Everything that happens because time passes.
extension VerifiedCore {
  /// The earliest time at which the core has something to do, if nothing comes in before.
  var nextDeadline: Instant? {
    @_addressableSelf get {
      if window.isPreparing { return now }
      if initiator.isDeriving { return now }
      var earliest = EarliestInstant()
      if !window.isClosed { earliest.consider(window.end) }
      earliest.consider(initiator.attempt?.deadline)
      earliest.consider(initiator.attempt?.responseDeadline)
      earliest.consider(responder.attempt?.deadline)
      for index in ExchangeTable.indices where exchanges.isOccupied(index) {
        earliest.consider(exchanges[index].acknowledgement.due)
        earliest.consider(exchanges[index].retransmission?.next)
      }
      return earliest.instant
    }
  }

  /// Does all that is due.
  mutating func runTimers(into outbox: inout Outbox) {
    for index in ExchangeTable.indices {
      runAcknowledgementTimer(of: index, into: &outbox)
      runRetransmissionTimer(of: index, into: &outbox)
    }
    runHandshakeTimers(into: &outbox)
    runWindowTimer(into: &outbox)
  }

  private mutating func runAcknowledgementTimer(of index: Int, into outbox: inout Outbox) {
    guard exchanges.isOccupied(index) else { return }
    guard let due = exchanges[index].acknowledgement.due else { return }
    guard due <= now else { return }
    flushAcknowledgement(of: index, into: &outbox)
  }

  private mutating func runRetransmissionTimer(of index: Int, into outbox: inout Outbox) {
    guard exchanges.isOccupied(index) else { return }
    guard let retransmission = exchanges[index].retransmission else { return }
    guard retransmission.next <= now else { return }
    if retransmission.transmissions < Limits.transmissions {
      retransmit(index, retransmission, into: &outbox)
    } else {
      giveUp(index, retransmission, into: &outbox)
    }
  }

  /// No transmission of the exchange's message was acknowledged.
  private mutating func giveUp(
    _ index: Int, _ retransmission: Retransmission, into outbox: inout Outbox
  ) {
    switch exchanges[index].handler {
    case .handshake(let role, _):
      endHandshake(role, on: index, .noAcknowledgement, into: &outbox)
    case .application, .none:
      if let token = retransmission.token {
        outbox.append(
          .delivery(
            token: token, exchange: exchanges[index].reference, outcome: .unacknowledged))
      }
      exchanges[index].retransmission = nil
      exchanges[index].handler = .none
      removeIfDone(index, into: &outbox)
    }
  }

  private mutating func runHandshakeTimers(into outbox: inout Outbox) {
    if let attempt = initiator.attempt, let failure = overdue(attempt) {
      endHandshake(.initiator, on: attempt.exchange, failure, into: &outbox)
    }
    if let attempt = responder.attempt, let failure = overdue(attempt) {
      endHandshake(.responder, on: attempt.exchange, failure, into: &outbox)
    }
  }

  /// What has failed if a time of the handshake has come.
  @_addressableSelf private func overdue(_ attempt: HandshakeAttempt) -> PairingFailure? {
    guard attempt.deadline > now else { return .handshakeTimeout }
    guard let response = attempt.responseDeadline else { return nil }
    return response <= now ? .responseTimeout : nil
  }

  private mutating func runWindowTimer(into outbox: inout Outbox) {
    guard !window.isClosed else { return }
    guard window.end <= now else { return }
    closeWindow(.timeout, into: &outbox)
  }
}

/// The earliest of the instants it is shown.
private struct EarliestInstant {
  private(set) var instant: Instant?

  mutating func consider(_ candidate: Instant?) {
    guard let candidate else { return }
    instant = min(instant ?? candidate, candidate)
  }
}
