/// The commissioner's side of SPAKE2+ as Matter uses it (RFC 9383 §3.3 with the keys of
/// draft-bar-cfrg-spake2plus-02): it knows the passcode.
///
/// Make one, send `share`, and with the verifier's share call `finish`. Call `wipe()` when the
/// handshake is abandoned instead.
public struct SPAKE2PlusProver: ~Copyable, Sendable {
  private var secrets: PasscodeSecrets
  private var ephemeral: EphemeralScalar

  /// pA: X = x·P + w0·M, uncompressed.
  public let share: [65 of UInt8]

  /// Costs two multiplications of fixed points.
  public init(secrets: consuming PasscodeSecrets, ephemeral: consuming EphemeralScalar) {
    let point =
      FixedBase.multiplyGenerator(by: ephemeral.scalar) + FixedBase.multiplyM(by: secrets.w0)
    share = point.normalized().encoded()
    self.secrets = secrets
    self.ephemeral = ephemeral
  }

  /// The keys, given the verifier's share pB, of 65 bytes, and the context of the handshake.
  /// - Throws: `invalidPoint` when the share is not a point, `identityResult`.
  public consuming func finish(
    verifierShare: Span<UInt8>, context: Span<UInt8>
  ) throws(SPAKE2PlusError) -> SPAKE2PlusKeys {
    defer { wipe() }
    let peer = try AffinePoint(share: verifierShare)
    var shared = try SPAKE2PlusSharedPoints(
      prover: secrets, x: ephemeral, verifierShare: peer)
    defer { shared.wipe() }
    return SPAKE2PlusKeys(
      context: context, proverShare: share, verifierShare: peer.encoded(), shared: shared,
      w0: secrets.w0)
  }

  /// Overwrites the secrets. The value is then of no use.
  public mutating func wipe() {
    secrets.wipe()
    ephemeral.wipe()
  }
}
