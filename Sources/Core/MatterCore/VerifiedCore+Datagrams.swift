import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// The way in: from a datagram to a message that is readable, authentic and new.
extension VerifiedCore {
  mutating func receive(_ datagram: borrowing InboundDatagram, into outbox: inout Outbox) {
    let parsed: ParsedMessageHeader
    do { parsed = try MessageHeader.parse(datagram.bytes) } catch {
      drop(datagram, header: nil, reason: .malformedHeader, into: &outbox)
      return
    }
    let header = parsed.header
    guard header.securityFlags.sessionType == .unicast else {
      drop(datagram, header: header, reason: .unsupportedSessionType, into: &outbox)
      return
    }
    guard !header.securityFlags.hasPrivacy else {
      drop(datagram, header: header, reason: .unsupportedSessionType, into: &outbox)
      return
    }
    if header.sessionID == 0 {
      receiveUnsecured(datagram, parsed, into: &outbox)
    } else {
      receiveSecure(datagram, parsed, into: &outbox)
    }
  }

  // MARK: Unsecured

  private mutating func receiveUnsecured(
    _ datagram: borrowing InboundDatagram, _ parsed: ParsedMessageHeader, into outbox: inout Outbox
  ) {
    guard let address = UnsecuredAddress(of: parsed.header) else {
      drop(datagram, header: parsed.header, reason: .wrongAddressing, into: &outbox)
      return
    }
    let text = datagram.bytes.extracting(droppingFirst: parsed.payloadOffset)
    guard let message = read(text, of: datagram, parsed.header, session: 0) else {
      drop(datagram, header: parsed.header, reason: .malformedProtocolHeader, into: &outbox)
      return
    }
    guard
      let index = unsecuredSessions.index(
        ephemeralNodeID: address.ephemeralNodeID, role: address.role)
    else {
      receiveStray(message, address: address, into: &outbox)
      return
    }
    guard unsecuredSessions[index].window.verdict(on: message.counter) == .new else {
      note(message, .duplicate, into: &outbox)
      acknowledge(message, route: route(of: .unsecured(index)), into: &outbox)
      return
    }
    unsecuredSessions[index].window.accept(message.counter)
    unsecuredSessions[index].peer = message.peer
    unsecuredSessions[index].lastReceived = now
    receive(message, channel: .unsecured(index), into: &outbox)
  }

  /// A message in an unsecured session that is not known: only a PBKDFParamRequest can begin one.
  private mutating func receiveStray(
    _ message: borrowing InboundMessage, address: UnsecuredAddress, into outbox: inout Outbox
  ) {
    guard address.role == .responder else {
      note(message, .dropped(.unknownSession), into: &outbox)
      return
    }
    guard message.header.isFromInitiator else {
      note(message, .dropped(.unknownExchange), into: &outbox)
      return
    }
    let route = Route.unsecured(
      ephemeralNodeID: address.ephemeralNodeID, role: .responder, peer: message.peer)
    receiveUnsolicited(
      message, ephemeralNodeID: address.ephemeralNodeID, route: route, into: &outbox)
  }

  // MARK: Secure

  private mutating func receiveSecure(
    _ datagram: borrowing InboundDatagram, _ parsed: ParsedMessageHeader, into outbox: inout Outbox
  ) {
    let header = parsed.header
    guard let index = sessions.index(ofLocalID: header.sessionID) else {
      drop(datagram, header: header, reason: .unknownSession, into: &outbox)
      return
    }
    var text = BoundedBytes<1232>(
      fitting: datagram.bytes.extracting(droppingFirst: parsed.payloadOffset))
    guard decrypt(&text, of: datagram, parsed, session: index) else {
      drop(datagram, header: header, reason: .authenticationFailed, into: &outbox)
      return
    }
    guard let message = read(text.span, of: datagram, header, session: header.sessionID) else {
      drop(datagram, header: header, reason: .malformedProtocolHeader, into: &outbox)
      return
    }
    guard sessions[index].window.verdict(on: message.counter) == .new else {
      note(message, .duplicate, into: &outbox)
      acknowledge(message, route: .secure(index), into: &outbox)
      return
    }
    let channel = Exchange.Channel.secure(index)
    guard hasRoom(for: message, in: channel) else {
      // Not accepted, not acknowledged: the peer will send it again, and it is still new then.
      note(message, .dropped(.noResources), into: &outbox)
      return
    }
    sessions[index].accept(message.counter, from: message.peer, now: now)
    receive(message, channel: channel, into: &outbox)
  }

  /// Decrypts a datagram's text in place.
  /// - Returns: whether it is authentic.
  @_addressableSelf private func decrypt(
    _ text: inout BoundedBytes<1232>, of datagram: borrowing InboundDatagram,
    _ parsed: ParsedMessageHeader, session index: Int
  ) -> Bool {
    do throws(AuthenticationFailure) {
      try sessions[index].open(
        &text, header: parsed.header,
        authenticating: datagram.bytes.extracting(first: parsed.headerLength))
      return true
    } catch {
      return false
    }
  }

  /// Whether an application message that would open an exchange finds a place for it.
  @_addressableSelf private func hasRoom(
    for message: borrowing InboundMessage, in channel: Exchange.Channel
  )
    -> Bool
  {
    guard !message.isSecureChannel else { return true }
    guard message.header.isFromInitiator else { return true }
    let known = exchanges.index(of: channel, id: message.header.exchangeID, role: message.role)
    guard known == nil else { return true }
    return exchanges.indexForNewExchange() != nil
  }

  // MARK: Both

  @_lifetime(copy text)
  private func read(
    _ text: Span<UInt8>, of datagram: borrowing InboundDatagram, _ header: MessageHeader,
    session: UInt16
  ) -> InboundMessage? {
    guard let parsed = try? ProtocolHeader.parse(text) else { return nil }
    return InboundMessage(
      parsed.header, payload: text.extracting(droppingFirst: parsed.payloadOffset),
      of: datagram, counter: header.messageCounter, session: session)
  }

  /// Says what was done with a message, if the host wants to know.
  @_addressableSelf func note(
    _ message: borrowing InboundMessage, _ fate: MessageFate, into outbox: inout Outbox
  ) {
    guard configuration.reportsMessages else { return }
    outbox.append(.messageProcessed(message.report(fate)))
  }

  /// The same for a datagram of which no message could be read.
  @_addressableSelf private func drop(
    _ datagram: borrowing InboundDatagram, header: MessageHeader?, reason: DropReason,
    into outbox: inout Outbox
  ) {
    guard configuration.reportsMessages else { return }
    outbox.append(
      .messageProcessed(
        MessageReport(
          fate: .dropped(reason), peer: datagram.peer, session: header?.sessionID ?? 0,
          messageCounter: header?.messageCounter ?? 0, exchange: 0, protocolID: 0, opcode: 0,
          acknowledgedCounter: nil, needsAcknowledgement: false,
          byteCount: UInt16(datagram.bytes.count), transmission: 0)))
  }
}
