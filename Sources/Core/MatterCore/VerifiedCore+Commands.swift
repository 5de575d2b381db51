import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// The host application's orders. Each is carried out, or rejected with the reason.
extension VerifiedCore {
  mutating func execute(_ command: Command, into outbox: inout Outbox) {
    switch command {
    case .configure(let configuration): configure(configuration, into: &outbox)
    case .openWindow(let order): openWindow(order, into: &outbox)
    case .closeWindow: closeWindow(into: &outbox)
    case .pair(let order): pair(order, into: &outbox)
    case .send(let order): send(order, into: &outbox)
    case .closeSession(let session): closeSession(session, into: &outbox)
    }
  }

  private mutating func configure(
    _ configuration: NodeConfiguration, into outbox: inout Outbox
  ) {
    guard configuration.isValid else {
      outbox.reject(.invalidConfiguration)
      return
    }
    self.configuration = configuration
  }

  // MARK: Window

  @inline(never)
  private mutating func openWindow(_ order: WindowOrder, into outbox: inout Outbox) {
    guard Limits.windowSeconds.contains(order.durationSeconds) else {
      outbox.reject(.invalidDuration)
      return
    }
    let parameters: PBKDFParameters
    do throws(PBKDFParametersError) {
      parameters = try PBKDFParameters(iterations: order.iterations, salt: order.salt)
    } catch {
      switch error {
      case .iterationsOutOfRange: outbox.reject(.invalidIterations)
      case .saltLengthOutOfRange: outbox.reject(.invalidSalt)
      }
      return
    }
    let end = now.advanced(byMicroseconds: UInt64(order.durationSeconds) * 1_000_000)
    switch order.secret {
    case .passcode(let number):
      openWindow(passcode: number, parameters: parameters, until: end, into: &outbox)
    case .verifier(let bytes):
      openWindow(verifier: bytes, parameters: parameters, until: end, into: &outbox)
    }
  }

  private mutating func openWindow(
    passcode number: UInt32, parameters: PBKDFParameters, until end: Instant,
    into outbox: inout Outbox
  ) {
    guard let passcode = try? Passcode(number) else {
      outbox.reject(.invalidPasscode)
      return
    }
    closeWindow(.commanded, into: &outbox)
    window.prepare(passcode: passcode, parameters: parameters, until: end)
  }

  private mutating func openWindow(
    verifier bytes: BoundedBytes<97>, parameters: PBKDFParameters, until end: Instant,
    into outbox: inout Outbox
  ) {
    guard let verifier = try? PasscodeVerifier(serialized: bytes.span) else {
      outbox.reject(.invalidVerifier)
      return
    }
    closeWindow(.commanded, into: &outbox)
    window.open(WindowOffer(parameters: parameters, verifier: verifier), until: end)
    outbox.append(.windowOpened(untilMicroseconds: end.microseconds))
  }

  private mutating func closeWindow(into outbox: inout Outbox) {
    let wasOpen = closeWindow(.commanded, into: &outbox)
    if !wasOpen { outbox.reject(.noWindow) }
  }

  /// Closes the window, if it is open, and ends a handshake that runs in it.
  /// - Returns: whether it was open.
  @discardableResult
  mutating func closeWindow(_ reason: WindowClosure, into outbox: inout Outbox) -> Bool {
    if let attempt = responder.attempt {
      stopHandshake(.responder, on: attempt.exchange, .windowClosed, into: &outbox)
    }
    guard window.close() else { return false }
    outbox.append(.windowClosed(reason))
    return true
  }

  // MARK: Messages

  @inline(never)
  private mutating func send(_ order: SendOrder, into outbox: inout Outbox) {
    let protocolID = ProtocolID(order.protocolID)
    guard protocolID != .secureChannel else {
      outbox.reject(.reservedProtocol)
      return
    }
    guard let session = sessions.index(ofLocalID: order.session) else {
      outbox.reject(.unknownSession)
      return
    }
    let exchange: Int
    do throws(InputRejection) {
      exchange = try self.exchange(for: order, in: .secure(session), into: &outbox)
    } catch {
      outbox.reject(error)
      return
    }
    sessions[session].lastActivity = now
    let reference = exchanges[exchange].reference
    if order.endsExchange { exchanges[exchange].handler = .none }
    send(
      order.opcode, of: protocolID, payload: order.payload.span, reliably: order.isReliable,
      token: order.token, on: exchange, into: &outbox)
    guard !order.isReliable else { return }
    outbox.append(.delivery(token: order.token, exchange: reference, outcome: .sent))
    removeIfDone(exchange, into: &outbox)
  }

  /// The exchange that the order names, or a new one.
  private mutating func exchange(
    for order: SendOrder, in channel: Exchange.Channel, into outbox: inout Outbox
  ) throws(InputRejection) -> Int {
    guard let reference = order.exchange else {
      guard let index = placeForExchange(into: &outbox) else { throw .noFreeExchange }
      exchanges[index] = Exchange(
        channel: channel, id: nextExchangeID(), role: .initiator, handler: .application,
        lastActivity: now)
      return index
    }
    let known = exchanges.index(of: channel, id: reference.id, role: reference.role)
    guard let known else { throw .unknownExchange }
    guard exchanges[known].retransmission == nil else { throw .exchangeBusy }
    return known
  }
}
