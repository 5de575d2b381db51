import CoreSeam
import MatterBytes
import MatterWire

/// Secure sessions: how they come into use and how they end.
extension VerifiedCore {
  /// Takes a session into use, in place of the least recently used one if need be.
  package mutating func install(_ session: SecureSession, into outbox: inout Outbox) {
    if sessions.freeIndex == nil {
      let evicted = sessions.indexToEvict(sparing: exchanges)
      closeSession(at: evicted, reason: .evicted, into: &outbox)
    }
    guard let index = sessions.freeIndex else {
      preconditionFailure("a session has just been evicted")
    }
    sessions[index] = session
    outbox.append(
      .sessionEstablished(
        EstablishedSession(
          session: session.localID, peerSession: session.peerID, role: session.role,
          peer: session.peer, parameters: session.parameters)))
  }

  /// Closes a session on the host's order.
  mutating func closeSession(_ id: UInt16, into outbox: inout Outbox) {
    guard let index = sessions.index(ofLocalID: id) else {
      outbox.append(.inputRejected(.unknownSession))
      return
    }
    closeSession(at: index, reason: .commanded, into: &outbox)
  }

  /// Tells the peer that the session ends, and ends it. Acknowledgements that are owed go first.
  private mutating func closeSession(
    at index: Int, reason: SessionClosure, into outbox: inout Outbox
  ) {
    let session = sessions[index]
    for exchange in ExchangeTable.indices where exchanges.isOccupied(exchange) {
      guard exchanges[exchange].channel == .secure(session.localID) else { continue }
      flushAcknowledgement(of: exchange, into: &outbox)
    }
    // An acknowledgement may have taken the last ordinary counter, and the session with it.
    guard sessions.index(ofLocalID: session.localID) == index else { return }
    sendCloseSession(at: index, into: &outbox)
    endSession(session.localID, reason: reason, into: &outbox)
  }

  /// Ends a session that has only its last counter left.
  mutating func closeExhaustedSession(_ route: Route, into outbox: inout Outbox) {
    guard case .secure(let index) = route else {
      preconditionFailure("unsecured counters do not run out")
    }
    sendCloseSession(at: index, into: &outbox)
    endSession(sessions[index].localID, reason: .counterExhausted, into: &outbox)
  }

  /// Ends a session without telling the peer: its exchanges go, and its keys.
  mutating func endSession(_ id: UInt16, reason: SessionClosure, into outbox: inout Outbox) {
    for index in ExchangeTable.indices where exchanges.isOccupied(index) {
      let exchange = exchanges[index]
      guard exchange.channel == .secure(id) else { continue }
      if let token = exchange.retransmission?.token {
        outbox.append(
          .delivery(token: token, exchange: exchange.reference, outcome: .sessionClosed))
      }
      exchanges.remove(index)
    }
    guard let index = sessions.index(ofLocalID: id) else { return }
    sessions.remove(index)
    outbox.append(.sessionClosed(session: id, reason: reason))
  }

  /// CloseSession goes on an exchange of its own, once: the peer does not answer it.
  private mutating func sendCloseSession(at index: Int, into outbox: inout Outbox) {
    guard let exchangeID = nextExchangeID() else {
      preconditionFailure("a node that has a session has its numbers")
    }
    let message = OutgoingMessage(
      exchangeID: exchangeID, role: .initiator, protocolID: .secureChannel,
      opcode: SecureChannelOpcode.statusReport.rawValue, acknowledgedCounter: nil,
      isReliable: false)
    sendLast(
      message, payload: StatusReport.closeSession.payload.span, session: index, into: &outbox)
  }
}
