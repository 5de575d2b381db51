/// Multiplication of the three fixed points of SPAKE2+ by secret scalars, with tables made
/// beforehand by `tools/generate-combs`.
package enum FixedBase {
  /// The columns: 13 for four tables of 128 words, 26 for two. Where the core is embedded and has to
  /// be small there are two, and a multiplication takes 13 doublings more.
  private static var columns: Int {
    #if hasFeature(Embedded)
      26
    #else
      13
    #endif
  }

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
