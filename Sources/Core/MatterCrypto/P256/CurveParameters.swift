/// The constants of P-256 (FIPS 186-4 §D.1.2.3) beside its prime and its order.
package enum CurveParameters {
  /// The coefficient b of the curve's equation.
  package static var b: FieldElement {
    FieldElement(
      montgomery: UInt256(
        0xd89c_df62_29c4_bddf, 0xacf0_05cd_7884_3090, 0xe5a2_20ab_f721_2ed6,
        0xdc30_061d_0487_4834))
  }
}
