import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// The way out: headers, counters, encryption, and what is kept to be sent again.
extension VerifiedCore {
  /// Sends a message on an exchange. It carries the acknowledgement that the exchange owes.
  mutating func send(
    _ opcode: UInt8, of protocolID: ProtocolID, payload: Span<UInt8>, reliably: Bool,
    token: UInt32? = nil, on index: Int, into outbox: inout Outbox
  ) {
    var exchange = exchanges[index]
    let message = OutgoingMessage(
      exchangeID: exchange.id, role: exchange.role, protocolID: protocolID, opcode: opcode,
      acknowledgedCounter: exchange.acknowledgement.counter, isReliable: reliably)
    let route = route(of: exchange.channel)
    var datagram = BoundedBytes<1232>()
    let counter = write(message, payload: payload, route: route, into: &datagram)
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
    outbox.append(datagram, to: peer(of: route))
    report(message, counter: counter, route: route, size: datagram.count, into: &outbox)
  }

  /// Sends a message that belongs to no exchange of the table, or needs nothing of it.
  mutating func send(
    _ message: OutgoingMessage, payload: Span<UInt8>, route: Route, into outbox: inout Outbox
  ) {
    var datagram = BoundedBytes<1232>()
    let counter = write(message, payload: payload, route: route, into: &datagram)
    outbox.append(datagram, to: peer(of: route))
    report(message, counter: counter, route: route, size: datagram.count, into: &outbox)
  }

  /// Sends the datagram of an exchange again, as it was.
  mutating func retransmit(
    _ index: Int, _ earlier: Retransmission, into outbox: inout Outbox
  ) {
    var exchange = exchanges[index]
    var retransmission = earlier
    retransmission.transmissions += 1
    let delay = wait(after: retransmission.transmissions, on: exchange)
    retransmission.next = now.advanced(byMicroseconds: delay)
    exchange.retransmission = retransmission
    exchanges[index] = exchange
    let datagram = exchanges[datagram: index]
    let route = route(of: exchange.channel)
    outbox.append(datagram, to: peer(of: route))
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
    case .secure(let index):
      return .secure(index)
    }
  }

  /// Composes the datagram, which holds the longest payload.
  /// - Returns: its message counter.
  private mutating func write(
    _ message: OutgoingMessage, payload: Span<UInt8>, route: Route,
    into datagram: inout BoundedBytes<1232>
  ) -> UInt32 {
    switch route {
    case .unsecured(let ephemeralNodeID, let role, _):
      return writeUnsecured(
        message.header, payload: payload, ephemeralNodeID: ephemeralNodeID, role: role,
        into: &datagram)
    case .secure(let index):
      let counter = sessions[index].nextCounter()
      writeSecure(
        message.header, payload: payload, session: index, counter: counter, into: &datagram)
      return counter
    }
  }

  private mutating func writeUnsecured(
    _ protocolHeader: ProtocolHeader, payload: Span<UInt8>, ephemeralNodeID: UInt64, role: Role,
    into datagram: inout BoundedBytes<1232>
  ) -> UInt32 {
    let counter = numbers.nextUnsecuredCounter()
    let id = NodeID(ephemeralNodeID)
    let header = MessageHeader(
      sessionID: 0, messageCounter: counter, source: role == .initiator ? id : nil,
      destination: role == .initiator ? nil : id)
    header.write(into: &datagram)
    protocolHeader.write(into: &datagram)
    datagram.add(contentsOf: payload)
    return counter
  }

  @_addressableSelf private func writeSecure(
    _ protocolHeader: ProtocolHeader, payload: Span<UInt8>, session index: Int, counter: UInt32,
    into datagram: inout BoundedBytes<1232>
  ) {
    let session = sessions[index]
    let header = MessageHeader(sessionID: session.peerID, messageCounter: counter)
    header.write(into: &datagram)
    var text = BoundedBytes<1232>()
    protocolHeader.write(into: &text)
    text.add(contentsOf: payload)
    let tag = session.seal(&text, header: header, authenticating: datagram.span)
    datagram.add(contentsOf: text.span)
    datagram.add(contentsOf: tag.span)
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
    case .secure(let index):
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
