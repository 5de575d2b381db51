import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// The way out: headers, counters, encryption, and what is kept to be sent again.
extension VerifiedCore {
  /// Sends a message on an exchange. It carries the acknowledgement that the exchange owes.
  ///
  /// - Returns: false when the secure session has used up its counters. Nothing is sent then, and
  ///   the session has ended with all its exchanges.
  @discardableResult
  mutating func send(
    _ opcode: UInt8, of protocolID: ProtocolID, payload: Span<UInt8>, reliably: Bool,
    token: UInt32? = nil, on index: Int, into outbox: inout Outbox
  ) -> Bool {
    var exchange = exchanges[index]
    let message = OutgoingMessage(
      exchangeID: exchange.id, role: exchange.role, protocolID: protocolID, opcode: opcode,
      acknowledgedCounter: exchange.acknowledgement.counter, isReliable: reliably)
    let route = route(of: exchange.channel)
    var datagram = BoundedBytes<1232>()
    guard let counter = write(message, payload: payload, route: route, into: &datagram) else {
      closeExhaustedSession(route, into: &outbox)
      return false
    }
    exchange.acknowledgement.settle()
    exchange.lastActivity = now
    if reliably {
      exchange.retransmission = Retransmission(
        counter: counter, protocolID: UInt32(protocolID.rawValue), opcode: opcode,
        acknowledgedCounter: message.acknowledgedCounter, token: token, transmissions: 1,
        next: now.advanced(byMicroseconds: wait(after: 1, on: exchange)))
      exchanges[datagram: index] = datagram
    }
    exchanges[index] = exchange
    emit(datagram, to: peer(of: route), into: &outbox)
    report(message, counter: counter, route: route, size: datagram.count, into: &outbox)
    return true
  }

  /// Sends a message that belongs to no exchange of the table, or needs nothing of it.
  /// - Returns: whether the session had a counter left for it.
  @discardableResult
  mutating func send(
    _ message: OutgoingMessage, payload: Span<UInt8>, route: Route, into outbox: inout Outbox
  ) -> Bool {
    var datagram = BoundedBytes<1232>()
    guard let counter = write(message, payload: payload, route: route, into: &datagram) else {
      return false
    }
    emit(datagram, to: peer(of: route), into: &outbox)
    report(message, counter: counter, route: route, size: datagram.count, into: &outbox)
    return true
  }

  /// Sends the datagram of an exchange again, as it was.
  mutating func retransmit(_ index: Int, into outbox: inout Outbox) {
    var exchange = exchanges[index]
    guard var retransmission = exchange.retransmission else { return }
    retransmission.transmissions += 1
    let delay = wait(after: retransmission.transmissions, on: exchange)
    retransmission.next = now.advanced(byMicroseconds: delay)
    exchange.retransmission = retransmission
    exchanges[index] = exchange
    let datagram = exchanges[datagram: index]
    let route = route(of: exchange.channel)
    emit(datagram, to: peer(of: route), into: &outbox)
    guard configuration.reportsMessages else { return }
    outbox.append(
      .messageProcessed(
        MessageReport(
          fate: .retransmitted, peer: peer(of: route), session: localSessionID(of: route),
          messageCounter: retransmission.counter, exchange: exchange.id,
          protocolID: retransmission.protocolID, opcode: retransmission.opcode,
          acknowledgedCounter: retransmission.acknowledgedCounter, needsAcknowledgement: true,
          byteCount: UInt16(datagram.count), transmission: retransmission.transmissions)))
  }

  @_addressableSelf func route(of channel: Exchange.Channel) -> Route {
    switch channel {
    case .unsecured(let index):
      let session = unsecuredSessions[index]
      return .unsecured(
        ephemeralNodeID: session.ephemeralNodeID, role: session.role, peer: session.peer)
    case .secure(let id):
      guard let index = sessions.index(ofLocalID: id) else {
        preconditionFailure("exchanges end with their session")
      }
      return .secure(index)
    }
  }

  /// Composes the datagram.
  /// - Returns: its message counter, or `nil` when the secure session has none left.
  private mutating func write(
    _ message: OutgoingMessage, payload: Span<UInt8>, route: Route,
    into datagram: inout BoundedBytes<1232>
  ) -> UInt32? {
    do {
      switch route {
      case .unsecured(let ephemeralNodeID, let role, _):
        return try writeUnsecured(
          message.header, payload: payload, ephemeralNodeID: ephemeralNodeID, role: role,
          into: &datagram)
      case .secure(let index):
        guard let counter = sessions[index].nextCounter() else { return nil }
        try writeSecure(
          message.header, payload: payload, session: index, counter: counter, into: &datagram)
        return counter
      }
    } catch {
      preconditionFailure("the longest payload fits a datagram")
    }
  }

  private mutating func writeUnsecured(
    _ protocolHeader: ProtocolHeader, payload: Span<UInt8>, ephemeralNodeID: UInt64, role: Role,
    into datagram: inout BoundedBytes<1232>
  ) throws(ByteError) -> UInt32 {
    guard let counter = numbers?.nextUnsecuredCounter() else {
      preconditionFailure("the node draws its numbers before it sends anything")
    }
    let id = NodeID(ephemeralNodeID)
    let header = MessageHeader(
      sessionID: 0, messageCounter: counter, source: role == .initiator ? id : nil,
      destination: role == .initiator ? .none : .node(id))
    try header.write(into: &datagram)
    try protocolHeader.write(into: &datagram)
    try datagram.append(contentsOf: payload)
    return counter
  }

  /// Sends the message that ends a secure session, under a counter that is kept for it.
  mutating func sendLast(
    _ message: OutgoingMessage, payload: Span<UInt8>, session index: Int,
    into outbox: inout Outbox
  ) {
    guard let counter = sessions[index].lastCounter() else { return }
    var datagram = BoundedBytes<1232>()
    do {
      try writeSecure(
        message.header, payload: payload, session: index, counter: counter, into: &datagram)
    } catch {
      preconditionFailure("the longest payload fits a datagram")
    }
    emit(datagram, to: sessions[index].peer, into: &outbox)
    report(message, counter: counter, route: .secure(index), size: datagram.count, into: &outbox)
  }

  @_addressableSelf private func writeSecure(
    _ protocolHeader: ProtocolHeader, payload: Span<UInt8>, session index: Int, counter: UInt32,
    into datagram: inout BoundedBytes<1232>
  ) throws(ByteError) {
    let session = sessions[index]
    let header = MessageHeader(sessionID: session.peerID, messageCounter: counter)
    try header.write(into: &datagram)
    var text = BoundedBytes<1232>()
    try protocolHeader.write(into: &text)
    try text.append(contentsOf: payload)
    let tag = session.seal(&text, header: header, authenticating: datagram.span)
    try datagram.append(contentsOf: text.span)
    try datagram.append(contentsOf: tag.span)
  }

  @_addressableSelf func peer(of route: Route) -> PeerHandle {
    switch route {
    case .unsecured(_, _, let peer): peer
    case .secure(let index): sessions[index].peer
    }
  }

  @_addressableSelf private func localSessionID(of route: Route) -> UInt16 {
    switch route {
    case .unsecured: 0
    case .secure(let index): sessions[index].localID
    }
  }

  @_addressableSelf private func emit(
    _ datagram: BoundedBytes<1232>, to peer: PeerHandle, into outbox: inout Outbox
  ) {
    outbox.append(.message(.datagram(Datagram(peer: peer, bytes: datagram))))
  }

  /// How long to wait for an acknowledgement. A pool without entropy gives the longest jitter: it
  /// is no secret, and waiting longer harms nobody.
  private mutating func wait(after transmission: UInt8, on exchange: Exchange) -> UInt64 {
    RetransmissionBackoff.wait(
      afterTransmission: transmission, intervalMilliseconds: interval(of: exchange.channel),
      jitter: entropy.drawUInt16() ?? .max)
  }

  /// The peer's active interval if it is active, else its idle one. A peer in a handshake is active.
  @_addressableSelf private func interval(of channel: Exchange.Channel) -> UInt32 {
    switch channel {
    case .unsecured(let index):
      return unsecuredSessions[index].parameters.activeIntervalMilliseconds
    case .secure(let id):
      guard let index = sessions.index(ofLocalID: id) else {
        preconditionFailure("exchanges end with their session")
      }
      let session = sessions[index]
      let threshold = UInt64(session.parameters.activeThresholdMilliseconds) * 1000
      return now.microseconds(since: session.lastReceived) < threshold
        ? session.parameters.activeIntervalMilliseconds
        : session.parameters.idleIntervalMilliseconds
    }
  }

  @_addressableSelf private func report(
    _ message: OutgoingMessage, counter: UInt32, route: Route, size: Int,
    into outbox: inout Outbox
  ) {
    guard configuration.reportsMessages else { return }
    outbox.append(
      .messageProcessed(
        MessageReport(
          fate: .sent, peer: peer(of: route), session: localSessionID(of: route),
          messageCounter: counter, exchange: message.exchangeID,
          protocolID: UInt32(message.protocolID.rawValue), opcode: message.opcode,
          acknowledgedCounter: message.acknowledgedCounter,
          needsAcknowledgement: message.isReliable, byteCount: UInt16(size), transmission: 1)))
  }
}
