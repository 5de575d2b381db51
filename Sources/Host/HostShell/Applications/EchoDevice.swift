public import CoreEngines
public import CoreSeam
import MatterBytes
public import OperatingSystem
import Words

/// A device that lets itself be commissioned and sends echo requests back.
public final class EchoDevice: PartyApplication {
  /// How long it serves.
  public enum Service: Equatable, Sendable {
    /// For as long as it is let: after each session the window opens again.
    case continuous
    /// Until the first session has ended.
    case oneSession
  }

  /// Why it serves no more.
  public enum Ending: Equatable, Sendable {
    /// Its one session has ended.
    case served(EstablishedSession, SessionClosure)
    /// The window closed before there was a session.
    case windowClosed(WindowClosure)
    /// The core would not open the window.
    case refused(InputRejection)
    /// It was told to stop, and has closed its sessions.
    case stopped
    case coreLost(CoreLoss, closing: [EstablishedSession])
  }

  /// Called when the window opens.
  public var windowOpened: () -> Void = {}
  /// Called once, when it serves no more.
  public var ended: (Ending) -> Void = { _ in }

  /// The session that it has had last.
  public private(set) var session: EstablishedSession?

  private let party: Party
  private let loop: EventLoop
  private let window: WindowOrder
  private let service: Service
  private var awaitsWindow = false
  private var isStopping = false
  private var hasEnded = false
  private var lastToken: UInt32 = 0

  /// How long, in microseconds, the core may take to close the sessions.
  private static let closingTime: UInt64 = 1_000_000

  public init(party: Party, loop: EventLoop, window: WindowOrder, service: Service) {
    self.party = party
    self.loop = loop
    self.window = window
    self.service = service
    party.application = self
  }

  /// Opens the window.
  public func start(_ configuration: NodeConfiguration) {
    party.order(.configure(configuration))
    openWindow()
    party.start()
  }

  /// Closes all sessions, and then ends.
  public func stop() {
    guard !isStopping else { return }
    isStopping = true
    for session in party.sessions.keys.sorted() {
      party.order(.closeSession(session: session))
    }
    if party.sessions.isEmpty {
      end(.stopped)
    } else {
      loop.schedule(after: Self.closingTime) { [weak self] in self?.end(.stopped) }
    }
  }

  public func party(_ party: Party, received notice: Notice) {
    switch notice {
    case .windowOpened:
      awaitsWindow = false
      windowOpened()
    case .windowClosed(let reason): windowHasClosed(reason)
    case .sessionEstablished(let session): self.session = session
    case .messageReceived(let message): answer(message)
    case .sessionClosed(let id, let reason): sessionHasClosed(id, reason)
    case .inputRejected(let rejection):
      if awaitsWindow { end(.refused(rejection)) }
    case .handshakeProgress, .pairingFailed, .delivery, .messageProcessed: break
    }
  }

  public func party(
    _ party: Party, lostCore loss: CoreLoss, closing sessions: [EstablishedSession]
  ) {
    end(.coreLost(loss, closing: sessions))
  }

  private func openWindow() {
    awaitsWindow = true
    party.order(.openWindow(window))
  }

  private func windowHasClosed(_ reason: WindowClosure) {
    switch (reason, service) {
    case (.sessionEstablished, .continuous): openWindow()
    case (.timeout, .oneSession), (.attemptsExhausted, .oneSession):
      if session == nil { end(.windowClosed(reason)) }
    case (.sessionEstablished, .oneSession), (.timeout, .continuous),
      (.attemptsExhausted, .continuous), (.commanded, _):
      break
    }
  }

  private func sessionHasClosed(_ id: UInt16, _ reason: SessionClosure) {
    if isStopping {
      if party.sessions.isEmpty { end(.stopped) }
    } else if service == .oneSession, let session, session.session == id {
      end(.served(session, reason))
    }
  }

  private func answer(_ message: ReceivedMessage) {
    guard message.protocolID == UInt32(Echo.protocolID) else { return }
    guard message.opcode == Echo.requestOpcode else { return }
    // A payload that no answer could hold stays unanswered.
    guard let payload = try? BoundedBytes<1178>(copying: message.payload.span) else { return }
    lastToken &+= 1
    party.order(
      .send(
        SendOrder(
          token: lastToken, session: message.session, exchange: message.exchange,
          protocolID: Echo.protocolID, opcode: Echo.responseOpcode, isReliable: true,
          endsExchange: true, payload: payload)))
  }

  private func end(_ ending: Ending) {
    guard !hasEnded else { return }
    hasEnded = true
    ended(ending)
  }
}
