import CoreSeam
import MatterCrypto

/// Whether, until when and with what the node answers PASE as a device.
struct CommissioningWindow: ~Copyable {
  enum State: ~Copyable {
    case closed
    /// The verifier is being derived from the passcode, a slice with each tick of the clock.
    case preparing(PasscodeDerivation, PBKDFParameters)
    case open(WindowOffer)
  }

  private var state = State.closed
  /// When the window closes by itself.
  private(set) var end = Instant(microseconds: 0)
  /// Handshakes that failed since the window opened.
  private(set) var failedAttempts: UInt8 = 0

  var isClosed: Bool {
    @_addressableSelf get {
      switch state {
      case .closed: true
      case .preparing: false
      case .open: false
      }
    }
  }

  var isPreparing: Bool {
    @_addressableSelf get {
      switch state {
      case .preparing: true
      case .closed: false
      case .open: false
      }
    }
  }

  /// What the window offers, once it is open.
  var offer: WindowOffer? {
    switch state {
    case .open(let offer): offer
    case .closed: nil
    case .preparing: nil
    }
  }

  /// Opens the window with a verifier made elsewhere.
  mutating func open(_ offer: WindowOffer, until end: Instant) {
    state = .open(offer)
    self.end = end
    failedAttempts = 0
  }

  /// Begins to open the window with a passcode.
  mutating func prepare(passcode: Passcode, parameters: PBKDFParameters, until end: Instant) {
    state = .preparing(
      PasscodeDerivation(passcode: passcode, parameters: parameters), parameters)
    self.end = end
    failedAttempts = 0
  }

  /// Computes the next slice of the derivation.
  /// - Returns: whether the window has opened with it.
  mutating func advance() -> Bool {
    state.advance()
  }

  /// Counts a failed handshake.
  /// - Returns: whether it was the last that the window allows.
  mutating func countFailure() -> Bool {
    failedAttempts = min(failedAttempts + 1, Limits.failedAttempts)
    return failedAttempts == Limits.failedAttempts
  }

  /// Closes the window and wipes what it offered.
  mutating func close() {
    state.close()
  }
}

extension CommissioningWindow.State {
  mutating func advance() -> Bool {
    self = (consume self).advanced()
    switch self {
    case .open: return true
    case .closed: return false
    case .preparing: return false
    }
  }

  private consuming func advanced() -> CommissioningWindow.State {
    switch consume self {
    case .preparing(var derivation, let parameters):
      guard derivation.advance(by: Limits.derivationRoundsPerStep) else {
        return .preparing(derivation, parameters)
      }
      var secrets = derivation.finish()
      let verifier = secrets.verifier()
      secrets.wipe()
      return .open(WindowOffer(parameters: parameters, verifier: verifier))
    case .closed: return .closed
    case .open(let offer): return .open(offer)
    }
  }

  mutating func close() {
    switch consume self {
    case .open(var offer): offer.verifier.wipe()
    case .closed: break
    case .preparing(var derivation, _): derivation.wipe()
    }
    self = .closed
  }
}
