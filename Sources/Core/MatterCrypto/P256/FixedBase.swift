/// Multiplication of the three fixed points of SPAKE2+ by secret scalars, with tables made
/// beforehand by `tools/generate-combs`.
package enum FixedBase {
  /// The columns of a table of 4 * 128 words.
  private static var columns: Int { 13 }

  /// `scalar` times P, the generator of the group (FIPS 186-4 §D.1.2.3).
  package static func multiplyGenerator(by scalar: Scalar) -> ProjectivePoint {
    Comb.multiply(GeneratorComb.words.span, columns: columns, by: scalar)
  }

  /// `scalar` times M, which masks the prover's share (RFC 9383 §4, P-256).
  package static func multiplyM(by scalar: Scalar) -> ProjectivePoint {
    Comb.multiply(PointMComb.words.span, columns: columns, by: scalar)
  }

  /// `scalar` times N, which masks the verifier's share (RFC 9383 §4, P-256).
  package static func multiplyN(by scalar: Scalar) -> ProjectivePoint {
    Comb.multiply(PointNComb.words.span, columns: columns, by: scalar)
  }
}
