/// What one party of SPAKE2+ has after the other's share came in. Nothing is proved yet: use the
/// session's keys only after the other's confirmation was right.
public struct SPAKE2PlusKeys: ~Copyable, Sendable {
  package private(set) var schedule: SPAKE2PlusKeySchedule

  package init(_ schedule: SPAKE2PlusKeySchedule) {
    self.schedule = schedule
  }

  /// From all that the two parties agree on, given that they do.
  init(
    context: Span<UInt8>, proverShare: [65 of UInt8], verifierShare: [65 of UInt8],
    shared: SPAKE2PlusSharedPoints, w0: Scalar
  ) {
    let transcript = SPAKE2PlusTranscript(
      context: context, proverShare: proverShare, verifierShare: verifierShare, shared: shared,
      w0: w0)
    var digest = transcript.digest()
    self.init(
      SPAKE2PlusKeySchedule(
        digest: digest, proverShare: proverShare, verifierShare: verifierShare))
    MatterCrypto.wipe(&digest)
  }

  /// cA, with which the prover shows that it knows the passcode.
  public var proverConfirmation: [32 of UInt8] { schedule.cA }

  /// cB, with which the verifier shows that it knows the passcode's verifier.
  public var verifierConfirmation: [32 of UInt8] { schedule.cB }

  /// Ke, from which the session's keys come.
  public var sharedKey: [16 of UInt8] { schedule.ke }

  /// Whether `received`, of 32 bytes, is cA; in constant time.
  public borrowing func isProverConfirmation(_ received: Span<UInt8>) -> Bool {
    constantTimeEqual(received, schedule.cA.span)
  }

  /// Whether `received`, of 32 bytes, is cB; in constant time.
  public borrowing func isVerifierConfirmation(_ received: Span<UInt8>) -> Bool {
    constantTimeEqual(received, schedule.cB.span)
  }

  /// The keys of the session.
  public borrowing func sessionKeys() -> SessionKeys {
    SessionKeys(sharedKey: schedule.ke)
  }

  /// Overwrites all keys. The value is then of no use.
  public mutating func wipe() {
    schedule.wipe()
  }
}
