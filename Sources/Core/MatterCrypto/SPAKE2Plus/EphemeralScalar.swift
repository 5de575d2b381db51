/// Why bytes are no ephemeral scalar.
public enum EphemeralScalarError: Error, Equatable, Sendable {
  /// The scalar is zero, which would show the other side's mask. It never comes of real entropy.
  case zero
  /// The scalar is not below the order of the group.
  case outOfRange
}

#if !hasFeature(Embedded)
  extension EphemeralScalarError: CaseIterable {}
#endif

/// The secret that one party draws for one handshake: x of the prover, y of the verifier.
public struct EphemeralScalar: ~Copyable, Sendable {
  package private(set) var scalar: Scalar

  /// 40 bytes of entropy modulo the order of the group.
  /// - Throws: `zero`.
  public init(reducing entropy: borrowing [40 of UInt8]) throws(EphemeralScalarError) {
    scalar = Scalar(reducing: entropy.span)
    guard !scalar.number.isZero.revealed else { throw .zero }
  }

  /// The scalar of these 32 bytes, the most significant first; for known answers, because scalars
  /// drawn so would not be uniform.
  /// - Throws: `zero` or `outOfRange`.
  public init(bigEndian bytes: borrowing [32 of UInt8]) throws(EphemeralScalarError) {
    let canonical = Scalar.canonical(UInt256(bigEndian: bytes.span))
    scalar = canonical.scalar
    guard canonical.isCanonical.revealed else { throw .outOfRange }
    guard !scalar.number.isZero.revealed else { throw .zero }
  }

  /// Overwrites the scalar. The value is then of no use.
  public mutating func wipe() {
    scalar.wipe()
  }
}
