import ReferencePASE

/// A reference commissioner and a reference device with a perfect wire between them.
struct ReferencePair {
  var commissioner: ReferenceParty
  var device: ReferenceParty
  /// Of the unsecured messages delivered, in order.
  private(set) var opcodes: [UInt8] = []

  static let stretching = ReferencePBKDFParameters(
    iterations: 1000, salt: Array("SPAKE2P Key Salt".utf8))

  /// The device's passcode is 20202021.
  init(
    _ initiating: ReferenceLibrary, _ responding: ReferenceLibrary,
    passcode: UInt32 = 20_202_021, seed: UInt64
  ) throws {
    let crypto = try ReferenceCrypto(responding)
    let verifier = try ReferenceVerifier(
      ReferencePasscodeSecrets(
        passcode: 20_202_021, salt: Self.stretching.salt, iterations: Self.stretching.iterations,
        crypto: crypto),
      crypto: crypto)
    commissioner = ReferenceParty(
      .commissioner(passcode: passcode, known: nil),
      sessionParameters: ReferenceSessionParameters(
        idleInterval: 500, activeInterval: 300, activeThreshold: 4000),
      seed: seed, crypto: try ReferenceCrypto(initiating))
    device = ReferenceParty(.device(verifier, Self.stretching), seed: ~seed, crypto: crypto)
  }

  /// Delivers `datagram` and all that follows from it.
  mutating func deliver(_ datagram: [UInt8], toCommissioner: Bool = false) throws {
    var queue = [(datagram, toCommissioner)]
    while let (next, toCommissioner) = queue.popLast() {
      if try ReferenceMessage.sessionID(of: next) == 0 {
        opcodes.append(try ReferenceMessage(unsecured: next).opcode)
      }
      let replies =
        toCommissioner ? try commissioner.receive(next) : try device.receive(next)
      queue = replies.reversed().map { ($0, !toCommissioner) } + queue
    }
  }
}
