import CoreSeam
import MatterBytes
import MatterWire

/// All handshakes of a file, what is known of their secrets, and what follows from that.
struct Handshakes {
  private(set) var attempts: [Attempt] = []

  private let knowledge: Story.Knowledge
  private var entropy = EntropyRecord()
  private var keyring = Keyring()
  private var derivedIDs: Set<UInt64> = []
  /// The passcode that the commissioner was told to pair with, for each handshake from its start.
  private var orderedPasscode: UInt32?
  private var passcodes: [UInt64: UInt32] = [:]
  private var registration: DerivedValues.Registration?
  private var windowSetup: PBKDFSetup?

  init(_ knowledge: Story.Knowledge) {
    self.knowledge = knowledge
    for key in knowledge.sessionKeys { keyring.add(key, session: nil) }
  }

  mutating func learn(_ command: Command) {
    switch command {
    case .pair(let order): orderedPasscode = order.passcode == 0 ? nil : order.passcode
    case .openWindow(let order):
      windowSetup = PBKDFSetup(iterations: order.iterations, salt: list(order.salt.span))
      switch order.secret {
      case .passcode(0): registration = nil
      case .passcode(let number): registration = .passcode(number)
      case .verifier(let bytes): registration = .verifier(list(bytes.span))
      }
    case .configure, .closeWindow, .send, .closeSession: break
    }
  }

  mutating func learn(entropy bytes: [UInt8], of party: Int) {
    // Zeros stand for entropy that was taken out.
    if bytes.contains(where: { $0 != 0 }) { entropy.append(bytes, of: party) }
  }

  mutating func take(
    _ message: DecodedMessage, at time: UInt64, from sender: String, to receiver: String
  ) {
    guard let (id, isFromInitiator) = message.handshake, message.opcode != nil else { return }
    if let index = attempts.lastIndex(where: { $0.id == id }) {
      attempts[index].take(message, isFromInitiator: isFromInitiator)
    } else if message.opcode == .pbkdfParamRequest, isFromInitiator {
      var attempt = Attempt(id: id, start: time, commissioner: sender, device: receiver)
      attempt.take(message, isFromInitiator: true)
      attempts.append(attempt)
      passcodes[id] = orderedPasscode
    }
  }

  /// The plaintext of a secure message, if a key is known or can be computed.
  mutating func open(
    _ header: MessageHeader, authenticated: [UInt8], sealed: [UInt8]
  ) -> [UInt8]? {
    if !keyring.knows(header.sessionID) { deriveKeys() }
    return keyring.open(header, authenticated: authenticated, sealed: sealed)
  }

  private mutating func deriveKeys() {
    for attempt in attempts where attempt.cA != nil && !derivedIDs.contains(attempt.id) {
      derivedIDs.insert(attempt.id)
      guard let request = attempt.parsedRequest, let response = attempt.parsedResponse,
        let values = views(of: attempt).first?.values
      else { continue }
      keyring.add(values.initiatorKey, session: response.responderSessionID)
      keyring.add(values.responderKey, session: request.initiatorSessionID)
    }
  }

  /// What each side of a handshake computed, as far as its scalar and secret are known.
  private func views(of attempt: Attempt) -> [(side: String, values: DerivedValues)] {
    let setup = setup(of: attempt)
    var views: [(side: String, values: DerivedValues)] = []
    if let random = attempt.parsedRequest?.initiatorRandom,
      let scalar = entropy.scalar(after: list(random.span)),
      let passcode = passcodes[attempt.id] ?? knowledge.passcode,
      let values = DerivedValues(
        commissionerPasscode: passcode, scalar: scalar, attempt, setup)
    {
      views.append((attempt.commissioner, values))
    }
    if let random = attempt.parsedResponse?.responderRandom,
      let scalar = entropy.scalar(after: list(random.span)),
      let secret = registration ?? knowledge.passcode.map({ .passcode($0) }),
      let values = DerivedValues(device: secret, scalar: scalar, attempt, setup)
    {
      views.append((attempt.device, values))
    }
    return views
  }

  private func setup(of attempt: Attempt) -> PBKDFSetup? {
    guard let offered = attempt.parsedResponse?.pbkdfParameters else { return windowSetup }
    return PBKDFSetup(iterations: offered.iterations, salt: list(offered.salt.span))
  }

  /// Lines for the end of the story: what was computed if that is wanted, and whether the
  /// confirmations are right if a passcode was given.
  func summaries(showsValues: Bool) -> [StoryLine.Content] {
    guard showsValues || knowledge.passcode != nil else { return [] }
    return attempts.flatMap { attempt -> [StoryLine.Content] in
      let views = views(of: attempt)
      var lines: [StoryLine.Content] = []
      if showsValues { lines += views.map { .values(of: $0.side, $0.values) } }
      if let passcode = knowledge.passcode {
        lines += check(passcode, attempt, hasScalar: !views.isEmpty)
      }
      return lines
    }
  }

  /// Whether the confirmations on the wire are those of the passcode. Only who has the secret
  /// scalar of one side can tell: SPAKE2+ keeps it from an eavesdropper, even one with the passcode.
  private func check(
    _ passcode: UInt32, _ attempt: Attempt, hasScalar: Bool
  ) -> [StoryLine.Content] {
    let setup = setup(of: attempt)
    if let random = attempt.parsedRequest?.initiatorRandom,
      let scalar = entropy.scalar(after: list(random.span)),
      let values = DerivedValues(
        commissionerPasscode: passcode, scalar: scalar, attempt, setup)
    {
      return [verdict("device", "cB", attempt.cB, values.cB, passcode)]
    }
    if let random = attempt.parsedResponse?.responderRandom,
      let scalar = entropy.scalar(after: list(random.span)),
      let values = DerivedValues(device: .passcode(passcode), scalar: scalar, attempt, setup)
    {
      return [verdict("commissioner", "cA", attempt.cA, values.cA, passcode)]
    }
    return [
      .note(
        party: "--passcode",
        "the confirmations cannot be checked: SPAKE2+ hides them from an eavesdropper, "
          + "even with the passcode; that takes a trace of one of the sides")
    ]
  }

  private func verdict(
    _ side: String, _ symbol: String, _ sent: [UInt8]?, _ computed: [UInt8], _ passcode: UInt32
  ) -> StoryLine.Content {
    guard let sent else {
      return .note(party: "--passcode", "the \(side) sent no \(symbol) to check")
    }
    return .note(
      party: "--passcode",
      sent == computed
        ? "the \(side)'s \(symbol) matches the passcode that was given"
        : "the \(side)'s \(symbol) does not match the passcode that was given")
  }
}
