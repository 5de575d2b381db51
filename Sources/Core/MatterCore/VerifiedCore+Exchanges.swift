import CoreSeam
import MatterBytes
import MatterWire

/// Messages and their exchanges: acknowledgements both ways, and who acts on the rest.
extension VerifiedCore {
  /// Acts on a message that is authentic and new.
  mutating func receive(
    _ message: borrowing InboundMessage, channel: Exchange.Channel, into outbox: inout Outbox
  ) {
    guard
      let index = exchanges.index(of: channel, id: message.header.exchangeID, role: message.role)
    else {
      receiveUnmatched(message, channel: channel, into: &outbox)
      return
    }
    exchanges[index].lastActivity = now
    guard settle(message, on: index, into: &outbox) else {
      note(message, .dropped(.missingAcknowledgement), into: &outbox)
      oweAcknowledgement(to: message, on: index, into: &outbox)
      return
    }
    guard !message.isStandaloneAcknowledgement else {
      note(message, .accepted, into: &outbox)
      removeIfDone(index, into: &outbox)
      return
    }
    oweAcknowledgement(to: message, on: index, into: &outbox)
    dispatch(message, on: index, into: &outbox)
  }

  /// Takes the acknowledgement that the message carries.
  /// - Returns: false when the exchange waits for one and this message, although it answers, does
  ///   not bring it: such a message is not to be acted on.
  private mutating func settle(
    _ message: borrowing InboundMessage, on index: Int, into outbox: inout Outbox
  ) -> Bool {
    let exchange = exchanges[index]
    guard let retransmission = exchange.retransmission else { return true }
    guard message.header.acknowledgedCounter == retransmission.counter else {
      return message.isStandaloneAcknowledgement
    }
    exchanges[index].retransmission = nil
    if let token = retransmission.token {
      outbox.append(
        .delivery(token: token, exchange: exchange.reference, outcome: .acknowledged))
    }
    return true
  }

  /// Notes that the message must be acknowledged. One that is owed already is sent first: an
  /// acknowledgement names one message only.
  private mutating func oweAcknowledgement(
    to message: borrowing InboundMessage, on index: Int, into outbox: inout Outbox
  ) {
    guard message.header.needsAcknowledgement else { return }
    flushAcknowledgement(of: index, into: &outbox)
    exchanges[index].acknowledgement.await(
      message.counter,
      until: now.advanced(byMicroseconds: Limits.acknowledgementDelayMicroseconds))
  }

  /// Sends the acknowledgement that is owed on the exchange, if one is, as a message of its own.
  mutating func flushAcknowledgement(of index: Int, into outbox: inout Outbox) {
    guard exchanges[index].acknowledgement.due != nil else { return }
    send(
      SecureChannelOpcode.standaloneAcknowledgement.rawValue, of: .secureChannel,
      payload: BoundedBytes<0>().span, reliably: false, on: index, into: &outbox)
  }

  private mutating func dispatch(
    _ message: borrowing InboundMessage, on index: Int, into outbox: inout Outbox
  ) {
    if let session = sessionClosed(by: message, in: exchanges[index].channel) {
      note(message, .accepted, into: &outbox)
      endSession(at: session, reason: .peer, into: &outbox)
      return
    }
    switch exchanges[index].handler {
    case .handshake(let role, let session):
      receiveInHandshake(message, on: index, role: role, session: session, into: &outbox)
    case .application:
      deliver(message, on: index, into: &outbox)
    case .none:
      note(message, .dropped(.notListening), into: &outbox)
      removeIfDone(index, into: &outbox)
    }
  }

  /// Hands an application message to the host. Secure-channel messages are not for it.
  private mutating func deliver(
    _ message: borrowing InboundMessage, on index: Int, into outbox: inout Outbox
  ) {
    guard !message.isSecureChannel else {
      note(message, .dropped(.notListening), into: &outbox)
      return
    }
    note(message, .accepted, into: &outbox)
    outbox.append(
      .messageReceived(
        ReceivedMessage(
          session: message.session, exchange: exchanges[index].reference,
          protocolID: message.protocolID, opcode: message.header.opcode,
          payload: BoundedBytes(fitting: message.payload))))
  }

  /// A message of a known session whose exchange is not known.
  private mutating func receiveUnmatched(
    _ message: borrowing InboundMessage, channel: Exchange.Channel, into outbox: inout Outbox
  ) {
    switch channel {
    case .unsecured(let index):
      receiveUnmatched(message, unsecured: index, into: &outbox)
    case .secure(let index):
      receiveUnmatched(message, secure: index, into: &outbox)
    }
  }

  private mutating func receiveUnmatched(
    _ message: borrowing InboundMessage, unsecured index: Int, into outbox: inout Outbox
  ) {
    guard message.header.isFromInitiator else {
      note(message, .dropped(.unknownExchange), into: &outbox)
      return
    }
    guard unsecuredSessions[index].role == .responder else {
      // Only who chose the ephemeral id begins exchanges, and that is this node.
      note(message, .dropped(.unknownExchange), into: &outbox)
      return
    }
    receiveUnsolicited(
      message, ephemeralNodeID: unsecuredSessions[index].ephemeralNodeID,
      route: route(of: .unsecured(index)), into: &outbox)
  }

  private mutating func receiveUnmatched(
    _ message: borrowing InboundMessage, secure session: Int, into outbox: inout Outbox
  ) {
    let channel = Exchange.Channel.secure(session)
    if let session = sessionClosed(by: message, in: channel) {
      note(message, .accepted, into: &outbox)
      endSession(at: session, reason: .peer, into: &outbox)
      return
    }
    guard message.header.isFromInitiator else {
      note(message, .dropped(.unknownExchange), into: &outbox)
      acknowledge(message, route: .secure(session), into: &outbox)
      return
    }
    guard !message.isSecureChannel else {
      note(message, .dropped(.notListening), into: &outbox)
      acknowledge(message, route: .secure(session), into: &outbox)
      return
    }
    // There is: a message is accepted only when there is room for its exchange.
    let index = placeForExchange(into: &outbox)!
    exchanges[index] = Exchange(
      channel: channel, id: message.header.exchangeID, role: .responder,
      handler: .application, lastActivity: now)
    oweAcknowledgement(to: message, on: index, into: &outbox)
    deliver(message, on: index, into: &outbox)
  }

  /// An unsecured message that belongs to no exchange: the beginning of a handshake, or nothing.
  mutating func receiveUnsolicited(
    _ message: borrowing InboundMessage, ephemeralNodeID: UInt64, route: Route,
    into outbox: inout Outbox
  ) {
    guard prepareNumbers() else {
      note(message, .dropped(.noResources), into: &outbox)
      return
    }
    guard message.secureChannelOpcode == .pbkdfParamRequest else {
      note(message, .dropped(.notListening), into: &outbox)
      acknowledge(message, route: route, into: &outbox)
      return
    }
    admit(message, ephemeralNodeID: ephemeralNodeID, route: route, into: &outbox)
  }

  /// Acknowledges a message without an exchange, if it asks for it: one that nobody handles, or one
  /// that comes again because the first acknowledgement was lost.
  mutating func acknowledge(
    _ message: borrowing InboundMessage, route: Route, into outbox: inout Outbox
  ) {
    guard message.header.needsAcknowledgement else { return }
    guard !message.isStandaloneAcknowledgement else { return }
    let acknowledgement = OutgoingMessage(
      exchangeID: message.header.exchangeID, role: message.role, protocolID: .secureChannel,
      opcode: SecureChannelOpcode.standaloneAcknowledgement.rawValue,
      acknowledgedCounter: message.counter, isReliable: false)
    send(acknowledgement, payload: BoundedBytes<0>().span, route: route, into: &outbox)
  }

  /// Makes room for a new exchange: in a free place, or in that of an idle exchange, which first
  /// sends the acknowledgement that it owes.
  /// - Returns: the index, or `nil` when no exchange is idle.
  mutating func placeForExchange(into outbox: inout Outbox) -> Int? {
    guard let index = exchanges.indexForNewExchange() else { return nil }
    if exchanges.isOccupied(index) { flushAcknowledgement(of: index, into: &outbox) }
    return index
  }

  /// Removes an exchange that nobody handles any more and whose last message is delivered. An
  /// acknowledgement that it owes goes out first.
  mutating func removeIfDone(_ index: Int, into outbox: inout Outbox) {
    guard exchanges[index].handler == .none else { return }
    guard exchanges[index].retransmission == nil else { return }
    flushAcknowledgement(of: index, into: &outbox)
    exchanges.remove(index)
  }

  /// Draws the numbers that every message needs, if that has not been done.
  /// - Returns: whether they are there.
  package mutating func prepareNumbers() -> Bool {
    numbers.prepare(drawingFrom: &entropy)
  }

  /// The id for an exchange that this node begins. Ids come round again; one that an exchange still
  /// has is left out.
  mutating func nextExchangeID() -> UInt16 {
    var id = numbers.nextExchangeID()
    while exchanges.hasExchange(begunHereAs: id) { id = numbers.nextExchangeID() }
    return id
  }

  /// The secure session that the message ends, if it is the peer's CloseSession.
  @_addressableSelf private func sessionClosed(
    by message: borrowing InboundMessage, in channel: Exchange.Channel
  ) -> Int? {
    guard case .secure(let session) = channel else { return nil }
    guard message.secureChannelOpcode == .statusReport else { return nil }
    guard let report = try? StatusReport.parse(message.payload) else { return nil }
    guard report.secureChannelCode == .closeSession else { return nil }
    return session
  }
}
