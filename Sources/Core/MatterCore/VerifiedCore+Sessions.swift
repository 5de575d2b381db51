import CoreSeam
import MatterBytes
import MatterWire

/// Secure sessions: how they come into use and how they end.
extension VerifiedCore {
  /// Takes a session into use, in place of the least recently used one if need be.
  package mutating func install(_ session: SecureSession, into outbox: inout Outbox) {
    let index: Int
    if let free = sessions.freeIndex {
      index = free
    } else {
      index = sessionToEvict()
      closeSession(at: index, reason: .evicted, into: &outbox)
    }
    sessions[index] = session
    outbox.append(
      .sessionEstablished(
        EstablishedSession(
          session: session.localID, peerSession: session.peerID, role: session.role,
          peer: session.peer, parameters: session.parameters)))
  }

  /// The session that may go when all places are taken: of those in which no exchange has anything
  /// under way, the one quiet for the longest. There are fewer exchanges than sessions, so there
  /// always is one.
  @_addressableSelf private func sessionToEvict() -> Int {
    var chosen = 0
    for index in SecureSessionTable.indices
    where quietSince(session: index) < quietSince(session: chosen) {
      chosen = index
    }
    return chosen
  }

  /// Since when nothing has happened in the session: the end of time while something is under way.
  @_addressableSelf private func quietSince(session index: Int) -> Instant {
    exchanges.hasBusyExchange(in: .secure(index)) ? .end : sessions[index].lastActivity
  }

  /// Takes an unsecured session into use: in a free place, or in that of the one which no exchange
  /// uses and which has been quiet for the longest. There are more places than exchanges, so there
  /// always is one.
  /// - Returns: its index.
  mutating func install(_ session: UnsecuredSession) -> Int {
    let index: Int
    if let free = unsecuredSessions.freeIndex {
      index = free
    } else {
      index = unsecuredSessionToReplace()
    }
    unsecuredSessions[index] = session
    return index
  }

  @_addressableSelf private func unsecuredSessionToReplace() -> Int {
    var chosen = 0
    for index in UnsecuredSessionTable.indices
    where quietSince(unsecured: index) < quietSince(unsecured: chosen) {
      chosen = index
    }
    return chosen
  }

  /// Since when nothing has come in: the end of time while an exchange uses the session.
  @_addressableSelf private func quietSince(unsecured index: Int) -> Instant {
    exchanges.hasExchange(in: .unsecured(index)) ? .end : unsecuredSessions[index].lastReceived
  }

  /// Closes a session on the host's order.
  mutating func closeSession(_ id: UInt16, into outbox: inout Outbox) {
    guard let index = sessions.index(ofLocalID: id) else {
      outbox.reject(.unknownSession)
      return
    }
    closeSession(at: index, reason: .commanded, into: &outbox)
  }

  /// Closes the sessions whose message counter comes to its end.
  @inline(never)
  mutating func closeExhaustedSessions(into outbox: inout Outbox) {
    for index in SecureSessionTable.indices where sessions.isRunningOut(index) {
      closeSession(at: index, reason: .counterExhausted, into: &outbox)
    }
  }

  /// Tells the peer that the session ends, and ends it. Acknowledgements that are owed go first.
  private mutating func closeSession(
    at index: Int, reason: SessionClosure, into outbox: inout Outbox
  ) {
    for exchange in ExchangeTable.indices where exchanges.isOccupied(exchange) {
      guard exchanges[exchange].channel == .secure(index) else { continue }
      flushAcknowledgement(of: exchange, into: &outbox)
    }
    sendCloseSession(at: index, into: &outbox)
    endSession(at: index, reason: reason, into: &outbox)
  }

  /// Ends a session without telling the peer: its exchanges go, and its keys.
  mutating func endSession(
    at index: Int, reason: SessionClosure, into outbox: inout Outbox
  ) {
    for place in ExchangeTable.indices where exchanges.isOccupied(place) {
      let exchange = exchanges[place]
      guard exchange.channel == .secure(index) else { continue }
      if let token = exchange.retransmission?.token {
        outbox.append(
          .delivery(token: token, exchange: exchange.reference, outcome: .sessionClosed))
      }
      exchanges.remove(place)
    }
    let id = sessions[index].localID
    sessions.remove(index)
    outbox.append(.sessionClosed(session: id, reason: reason))
  }

  /// CloseSession goes on an exchange of its own, once: the peer does not answer it.
  private mutating func sendCloseSession(at index: Int, into outbox: inout Outbox) {
    let message = OutgoingMessage(
      exchangeID: nextExchangeID(), role: .initiator, protocolID: .secureChannel,
      opcode: SecureChannelOpcode.statusReport.rawValue, acknowledgedCounter: nil,
      isReliable: false)
    send(
      message, payload: StatusReport.closeSession.payload.span, route: .secure(index),
      into: &outbox)
  }
}
