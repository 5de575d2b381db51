import CoreSeam
import MatterBytes
import MatterWire

/// How the node, as a device, decides on a PBKDFParamRequest.
extension VerifiedCore {
  /// Decides on a PBKDFParamRequest that belongs to no exchange.
  mutating func admit(
    _ message: borrowing InboundMessage, ephemeralNodeID: UInt64, route: Route,
    into outbox: inout Outbox
  ) {
    guard responder.attempt == nil else {
      refuse(message, .busy(minimumWaitMilliseconds: Limits.busyWaitMilliseconds), route, &outbox)
      return
    }
    guard let offer = window.offer else {
      let report =
        window.isPreparing
        ? StatusReport.busy(minimumWaitMilliseconds: Limits.busyWaitMilliseconds)
        : .invalidParameter
      refuse(message, report, route, &outbox)
      return
    }
    note(message, .accepted, into: &outbox)
    do throws(AdmissionRefusal) {
      try accept(message, offer: offer, ephemeralNodeID: ephemeralNodeID, into: &outbox)
    } catch {
      // Not an attempt at the passcode: nothing of it can be guessed by a first message.
      reportFailure(message.peer, role: .responder, error.failure, into: &outbox)
      reply(to: message, with: error.report, route: route, into: &outbox)
    }
  }

  private mutating func accept(
    _ message: borrowing InboundMessage, offer: WindowOffer, ephemeralNodeID: UInt64,
    into outbox: inout Outbox
  ) throws(AdmissionRefusal) {
    let request: PBKDFParamRequest
    do { request = try PBKDFParamRequest.parse(message.payload) } catch {
      throw .malformedRequest
    }
    guard request.passcodeID == 0 else { throw .unsupportedPasscodeID }
    guard let index = placeForExchange(into: &outbox) else { throw .noResources }
    guard let drawn = HandshakeEntropy(drawingFrom: &entropy) else { throw .insufficientEntropy }
    var reply = HandshakeReply()
    let state = AwaitingPake1(
      request: request, payload: message.payload, offer: offer,
      sessionID: freeSessionID(from: drawn.sessionID), entropy: drawn,
      configuration: configuration, reply: &reply)
    let session = unsecuredSession(of: ephemeralNodeID, beganBy: message, state.terms)
    let attempt = HandshakeAttempt(
      peer: message.peer, exchange: index, session: session,
      localSessionID: state.terms.localSessionID,
      deadline: now.advanced(byMicroseconds: Limits.handshakeMicroseconds))
    responder.begin(attempt, state)
    exchanges[index] = Exchange(
      channel: .unsecured(session), id: message.header.exchangeID, role: .responder,
      handler: .handshake(.responder, session: session), lastActivity: now)
    if message.header.needsAcknowledgement {
      exchanges[index].acknowledgement.await(message.counter, until: now)
    }
    send(reply, on: index, into: &outbox)
    outbox.append(
      .handshakeProgress(role: .responder, peer: message.peer, step: .requestAccepted))
  }

  /// The unsecured session of a new handshake: the one that is known under the id, or a new one.
  private mutating func unsecuredSession(
    of ephemeralNodeID: UInt64, beganBy message: borrowing InboundMessage, _ terms: SessionTerms
  ) -> Int {
    if let index = unsecuredSessions.index(ephemeralNodeID: ephemeralNodeID, role: .responder) {
      unsecuredSessions[index].parameters = terms.peerParameters
      return index
    }
    var session = UnsecuredSession(
      ephemeralNodeID: ephemeralNodeID, role: .responder, peer: message.peer,
      parameters: terms.peerParameters, lastReceived: now)
    session.window.accept(message.counter)
    return install(session)
  }

  /// Refuses a handshake without taking up anything for it.
  private mutating func refuse(
    _ message: borrowing InboundMessage, _ report: StatusReport, _ route: Route,
    _ outbox: inout Outbox
  ) {
    note(message, .dropped(.notListening), into: &outbox)
    reply(to: message, with: report, route: route, into: &outbox)
  }

  private mutating func reply(
    to message: borrowing InboundMessage, with report: StatusReport, route: Route,
    into outbox: inout Outbox
  ) {
    let answer = OutgoingMessage(
      exchangeID: message.header.exchangeID, role: .responder, protocolID: .secureChannel,
      opcode: SecureChannelOpcode.statusReport.rawValue,
      acknowledgedCounter: message.header.needsAcknowledgement ? message.counter : nil,
      isReliable: false)
    send(answer, payload: report.payload.span, route: route, into: &outbox)
  }
}
