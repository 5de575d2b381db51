/// The commissionee's side of SPAKE2+ as Matter uses it (RFC 9383 §3.3 with the keys of
/// draft-bar-cfrg-spake2plus-02): it knows the passcode's verifier.
///
/// Make one, send `share`, and with the prover's share call `finish`; or first `finish` and then
/// send, as Matter's messages go. Call `wipe()` when the handshake is abandoned instead.
public struct SPAKE2PlusVerifier: ~Copyable, Sendable {
  private var verifier: PasscodeVerifier
  private var ephemeral: EphemeralScalar

  /// pB: Y = y·P + w0·N, uncompressed.
  public let share: [65 of UInt8]

  /// Costs two multiplications of fixed points.
  public init(verifier: PasscodeVerifier, ephemeral: consuming EphemeralScalar) {
    let point =
      FixedBase.multiplyGenerator(by: ephemeral.scalar) + FixedBase.multiplyN(by: verifier.w0)
    share = point.normalized().encoded()
    self.verifier = verifier
    self.ephemeral = ephemeral
  }

  /// The keys, given the prover's share pA, of 65 bytes, and the context of the handshake.
  /// - Throws: `invalidPoint` when the share is not a point, `identityResult`.
  public consuming func finish(
    proverShare: Span<UInt8>, context: Span<UInt8>
  ) throws(SPAKE2PlusError) -> SPAKE2PlusKeys {
    defer { wipe() }
    let peer = try AffinePoint(share: proverShare)
    var shared = try SPAKE2PlusSharedPoints(verifier: verifier, y: ephemeral, proverShare: peer)
    defer { shared.wipe() }
    return SPAKE2PlusKeys(
      context: context, proverShare: peer.encoded(), verifierShare: share, shared: shared,
      w0: verifier.w0)
  }

  /// Overwrites the secrets. The value is then of no use.
  public mutating func wipe() {
    verifier.wipe()
    ephemeral.wipe()
  }
}
