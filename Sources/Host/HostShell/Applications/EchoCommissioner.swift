public import CoreEngines
public import CoreSeam
public import MatterBytes
public import OperatingSystem
import Words
import TraceFormat

/// A commissioner that pairs, has some payloads sent back, and closes the session.
public final class EchoCommissioner: PartyApplication {
  /// Called when there is a session.
  public var established: (EstablishedSession) -> Void = { _ in }
  /// Called with each answer.
  public var answered: (BoundedBytes<1206>) -> Void = { _ in }
  /// Called once, when all is done or cannot be.
  public var ended: (Result<EstablishedSession, CommissioningFailure>) -> Void = { _ in }

  private let party: Party
  private let loop: EventLoop
  private var payloads: [BoundedBytes<1178>]
  private var session: EstablishedSession?
  private var expected: BoundedBytes<1178>?
  private var lastToken: UInt32 = 0
  private var answerTimer: TimerID?
  private var totalTimer: TimerID?
  /// What went wrong before the session was closed.
  private var failure: CommissioningFailure?
  private var hasEnded = false

  /// How long, in microseconds, the device may take to answer after it has acknowledged.
  private static let answerTime: UInt64 = 15_000_000
  /// How long, in microseconds, the core may take to close the session.
  private static let closingTime: UInt64 = 1_000_000

  /// - Parameter payloads: what the device is to send back, one after the other.
  public init(party: Party, loop: EventLoop, payloads: [BoundedBytes<1178>]) {
    self.party = party
    self.loop = loop
    self.payloads = payloads
    party.application = self
  }

  /// Starts the core.
  public func start(_ configuration: NodeConfiguration) {
    party.order(.configure(configuration))
    party.start()
  }

  /// Pairs with the device at `address`.
  /// - Parameter seconds: how long everything may take.
  public func pair(with address: PeerAddress, passcode: UInt32, within seconds: UInt32) {
    guard let peer = party.handle(for: address) else {
      preconditionFailure("a new table has a place")
    }
    totalTimer = loop.schedule(after: UInt64(seconds) * 1_000_000) { [weak self] in
      self?.fail(.timeout(seconds: seconds))
    }
    party.order(.pair(PairOrder(peer: peer, passcode: passcode)))
  }

  /// Closes the session, if there is one, and ends.
  public func stop() {
    fail(.interrupted)
  }

  public func party(_ party: Party, received notice: Notice) {
    switch notice {
    case .sessionEstablished(let session):
      self.session = session
      established(session)
      continueSession()
    case .pairingFailed(_, _, let failure, _): end(.failure(.pairing(failure)))
    case .messageReceived(let message): receive(message)
    case .delivery(_, _, let outcome): deliveryEnded(outcome)
    case .sessionClosed(_, let reason): sessionHasClosed(reason)
    case .inputRejected(let rejection): orderWasRejected(rejection)
    case .windowOpened, .windowClosed, .handshakeProgress, .messageProcessed: break
    }
  }

  public func party(
    _ party: Party, lostCore loss: CoreLoss, closing sessions: [EstablishedSession]
  ) {
    end(.failure(.coreLost(loss, closing: sessions)))
  }

  /// Each message opens an exchange of its own, which the answer ends.
  private func continueSession() {
    guard let session else { return }
    guard !payloads.isEmpty else {
      party.order(.closeSession(session: session.session))
      return
    }
    let payload = payloads.removeFirst()
    expected = payload
    lastToken += 1
    party.order(
      .send(
        SendOrder(
          token: lastToken, session: session.session, exchange: nil,
          protocolID: Echo.protocolID, opcode: Echo.requestOpcode, isReliable: true,
          endsExchange: false, payload: payload)))
  }

  private func receive(_ message: ReceivedMessage) {
    guard message.protocolID == UInt32(Echo.protocolID) else { return }
    guard message.opcode == Echo.responseOpcode else { return }
    guard let expected else { return }
    guard message.payload.span.hasSameBytes(as: expected.span) else {
      fail(.alteredAnswer)
      return
    }
    self.expected = nil
    cancel(&answerTimer)
    answered(message.payload)
    continueSession()
  }

  private func deliveryEnded(_ outcome: DeliveryOutcome) {
    switch outcome {
    case .sent, .acknowledged:
      guard expected != nil else { return }
      cancel(&answerTimer)
      answerTimer = loop.schedule(after: Self.answerTime) { [weak self] in self?.fail(.unanswered) }
    case .unacknowledged: fail(.undelivered(outcome))
    // The end of the session is told of itself.
    case .sessionClosed: break
    }
  }

  private func orderWasRejected(_ rejection: InputRejection) {
    switch rejection {
    // These are about what the shell gives of itself, and nothing is lost by them.
    case .clockWentBack, .clockMissing, .entropyPoolFull: break
    case .invalidConfiguration, .invalidPasscode, .invalidVerifier, .invalidIterations,
      .invalidSalt, .invalidDuration, .noWindow, .pairingInProgress, .unknownSession,
      .unknownExchange, .exchangeBusy, .noFreeExchange, .reservedProtocol:
      fail(.rejected(rejection))
    }
  }

  private func sessionHasClosed(_ reason: SessionClosure) {
    guard let session else { return }
    if let failure {
      end(.failure(failure))
    } else if reason == .commanded {
      end(.success(session))
    } else {
      end(.failure(.sessionEnded(reason)))
    }
  }

  /// Ends with a failure, after the session has been closed if there is one.
  private func fail(_ failure: CommissioningFailure) {
    guard self.failure == nil else { return }
    self.failure = failure
    guard let session, party.sessions[session.session] != nil else {
      end(.failure(failure))
      return
    }
    party.order(.closeSession(session: session.session))
    loop.schedule(after: Self.closingTime) { [weak self] in self?.end(.failure(failure)) }
  }

  private func end(_ result: Result<EstablishedSession, CommissioningFailure>) {
    guard !hasEnded else { return }
    hasEnded = true
    cancel(&answerTimer)
    cancel(&totalTimer)
    ended(result)
  }

  private func cancel(_ timer: inout TimerID?) {
    if let timer { loop.cancel(timer) }
    timer = nil
  }
}
