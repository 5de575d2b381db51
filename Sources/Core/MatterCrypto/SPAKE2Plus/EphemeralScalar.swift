/// Why bytes are no ephemeral scalar.
public enum EphemeralScalarError: Error, Equatable, Sendable {
  /// The scalar is zero, which would show the other side's mask. It never comes of real entropy.
  case zero
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

  /// Overwrites the scalar. The value is then of no use.
  public mutating func wipe() {
    scalar.wipe()
  }
}
