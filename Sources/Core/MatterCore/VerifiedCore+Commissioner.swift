import CoreSeam
import MatterCrypto
import MatterWire

/// How the node begins PASE, as a commissioner.
extension VerifiedCore {
  /// Starts PASE with a peer.
  @inline(never)
  mutating func pair(_ order: PairOrder, into outbox: inout Outbox) {
    let passcode: Passcode
    do { passcode = try Passcode(order.passcode) } catch {
      outbox.reject(.invalidPasscode)
      return
    }
    guard initiator.attempt == nil else {
      outbox.reject(.pairingInProgress)
      return
    }
    do throws(PairingFailure) {
      try begin(order.peer, passcode: passcode, into: &outbox)
    } catch {
      reportFailure(order.peer, role: .initiator, error, into: &outbox)
    }
  }

  private mutating func begin(
    _ peer: PeerHandle, passcode: Passcode, into outbox: inout Outbox
  ) throws(PairingFailure) {
    guard let index = placeForExchange(into: &outbox) else { throw .noResources }
    guard prepareNumbers() else { throw .insufficientEntropy }
    let exchangeID = nextExchangeID()
    guard let nodeID = entropy.drawUInt64() else { throw .insufficientEntropy }
    guard let drawn = HandshakeEntropy(drawingFrom: &entropy) else { throw .insufficientEntropy }
    let session = install(
      UnsecuredSession(
        ephemeralNodeID: NodeID.ephemeral(from: nodeID).rawValue, role: .initiator, peer: peer,
        parameters: .defaults, lastReceived: now))
    let attempt = HandshakeAttempt(
      peer: peer, exchange: index, session: session,
      localSessionID: freeSessionID(from: drawn.sessionID),
      deadline: now.advanced(byMicroseconds: Limits.handshakeMicroseconds))
    var reply = HandshakeReply()
    initiator.begin(
      attempt, passcode: passcode, entropy: drawn, configuration: configuration, reply: &reply)
    exchanges[index] = Exchange(
      channel: .unsecured(session), id: exchangeID, role: .initiator,
      handler: .handshake(.initiator, session: session), lastActivity: now)
    send(reply, on: index, into: &outbox)
    let deadline = responseDeadline(
      in: session, allowance: Limits.parameterResponseMicroseconds)
    initiator.expectResponse(by: deadline)
  }
}
