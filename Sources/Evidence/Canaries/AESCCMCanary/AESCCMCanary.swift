import KnownAnswers
import MatterBytes
import MatterCrypto

/// AES-128-CCM with Matter's nonce of 13 bytes and tag of 16 on NIST's vectors for SP 800-38C
/// (RFC 3610 has none of that kind), and on a message of a Matter session.
/// - Returns: 0, or the number of the first answer that is wrong.
@_expose(wasm, "run") @c(run)
public func run() -> Int32 {
  var answers = KnownAnswers()
  // DVPT128, count 45
  answers.expect(
    1,
    Sealing(
      key: "19ebfde2d5468ba0a3031bde629b11fd", nonce: "5a8aa485c316e9403aff859fbb",
      authenticated: "", plain: "", sealed: "fb04dc5a44c6bb000f2440f5154364b4"
    ).isRight)
  // DVPT128, count 225
  answers.expect(
    2,
    Sealing(
      key: "26511fb51fcfa75cb4b44da75a6e5a0e", nonce: "5a8aa485c316e9403aff859fbb",
      authenticated: "a16a2e741f1cd9717285b6d882c1fc53655e9773761ad697a7ee6410184c7982",
      plain: "8739b4bea1a099fe547499cbc6d1b13d849b8084c9b6acc5",
      sealed: "50038b5fdd364ee747b70d00bd36840ece4ea19998123375c0a458bfcafa3b2609afe0f825cbf503"
    ).isRight)
  // VADT128, count 150
  answers.expect(
    3,
    Sealing(
      key: "dbbd26f5d9e970e4e384b2273961be5a", nonce: "0b1eabe504ef4822542e397fec",
      authenticated: "477937301c83ba02d50760b603e0ea",
      plain: "553714e17a208a2eceb847a4a2d95088388b1ac8d8ca43e0",
      sealed: "1c80213268bad5402c4dc9b5d836ab7499810d0d8a974716df9a0e986ab2890736423bb3772cec3e"
    ).isRight)
  // VPT128, count 170
  answers.expect(
    4,
    Sealing(
      key: "79eae5baddc5887bdf3031fd1d65085b", nonce: "9da59614535d1fad35f2ece00f",
      authenticated: "46603500af9e4e7a2f9545411a58b21a6efd21f2b5f315d02d964c09270145b3",
      plain: "001343e6191f5f1738e7d19d4eec2b9592",
      sealed: "2162e27bfbf1d00f2404754a254665fd9270f0edb415993588b2535e2e0e4fd086"
    ).isRight)
  // rs-matter, transport/proto_hdr.rs
  answers.expect(
    5,
    Sealing(
      key: "66633197439c17b97e10ee47c808804a", nonce: "00f243e9000000000000000000",
      authenticated: "00020000f243e900",
      plain: """
        050870000100152800280136021537002400002401302402021835012400002c
        010257572402032503b80b18181818
        """,
      sealed: """
        31b566ec8b5bf417e480f3d5115919b5239135370bf9bf69551175877719fcf3
        5d4b471fb05ebeb510adc6789450e5d2e080efa83af0a6af1b0235a7d1c632
        """
    ).isRight)
  return answers.firstWrong
}
