/// The points Z and V that both parties of SPAKE2+ arrive at (RFC 9383 §3.3; the cofactor of
/// P-256 is 1).
package struct SPAKE2PlusSharedPoints: Sendable {
  package private(set) var z: AffinePoint
  package private(set) var v: AffinePoint

  /// The prover's: Z = x(Y - w0·N), V = w1(Y - w0·N).
  /// - Throws: `identityResult`.
  package init(
    prover secrets: borrowing PasscodeSecrets, x: borrowing EphemeralScalar,
    verifierShare: AffinePoint
  ) throws(SPAKE2PlusError) {
    let unmasked = ProjectivePoint(verifierShare) - FixedBase.multiplyN(by: secrets.w0)
    guard !unmasked.isIdentity.revealed else { throw .identityResult }
    var base = VariableBase(unmasked)
    let z = base.multiplied(by: x.scalar)
    let v = base.multiplied(by: secrets.w1)
    base.wipe()
    self.init(z, v)
  }

  /// The verifier's: Z = y(X - w0·M), V = y·L.
  /// - Throws: `identityResult`.
  package init(
    verifier: PasscodeVerifier, y: borrowing EphemeralScalar, proverShare: AffinePoint
  ) throws(SPAKE2PlusError) {
    let unmasked = ProjectivePoint(proverShare) - FixedBase.multiplyM(by: verifier.w0)
    guard !unmasked.isIdentity.revealed else { throw .identityResult }
    var base = VariableBase(unmasked)
    let z = base.multiplied(by: y.scalar)
    base.wipe()
    var registered = VariableBase(ProjectivePoint(verifier.l))
    let v = registered.multiplied(by: y.scalar)
    registered.wipe()
    self.init(z, v)
  }

  /// Neither is the identity: the order of the group is prime, the ephemeral scalars are not zero,
  /// L is a point, and w1 is zero for one in 2^256 passcodes and salts.
  private init(_ z: ProjectivePoint, _ v: ProjectivePoint) {
    let points: [2 of ProjectivePoint] = [z, v]
    var normalized = [2 of AffinePoint](repeating: AffinePoint(x: .zero, y: .zero))
    var span = normalized.mutableSpan
    ProjectivePoint.normalize(points.span, into: &span)
    self.z = span[0]
    self.v = span[1]
  }

  /// Overwrites both points.
  package mutating func wipe() {
    overwrite(&self.z, with: AffinePoint(x: .zero, y: .zero))
    overwrite(&self.v, with: AffinePoint(x: .zero, y: .zero))
  }
}
