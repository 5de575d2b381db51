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

  /// Computes the next slice of the derivation, if one runs.
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
  /// - Returns: whether it was not closed already.
  mutating func close() -> Bool {
    state.close()
  }
}

extension CommissioningWindow.State {
  mutating func advance() -> Bool {
    switch consume self {
    case .preparing(var derivation, let parameters):
      guard derivation.advance(by: Limits.derivationRoundsPerStep) else {
        self = .preparing(derivation, parameters)
        return false
      }
      var secrets = derivation.finish()
      let verifier = secrets.verifier()
      secrets.wipe()
      self = .open(WindowOffer(parameters: parameters, verifier: verifier))
      return true
    case .closed:
      self = .closed
      return false
    case .open(let offer):
      self = .open(offer)
      return false
    }
  }

  mutating func close() -> Bool {
    switch consume self {
    case .open(var offer): offer.verifier.wipe()
    case .preparing(var derivation, _): derivation.wipe()
    case .closed:
      self = .closed
      return false
    }
    self = .closed
    return true
  }
}
