import KnownAnswers
import MatterBytes
import MatterCrypto

/// PBKDF2 with HMAC-SHA-256 on RFC 7914 §11, on the inputs of RFC 6070, and on the default passcode
/// as the CHIP SDK's tests have it.
/// - Returns: 0, or the number of the first answer that is wrong.
@_expose(wasm, "run") @c(run)
public func run() -> Int32 {
  var answers = KnownAnswers()
  // passwd, salt
  answers.expect(
    1, derived("706173737764", "73616c74", 1) as [64 of UInt8],
    is: """
      55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc
      49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783
      """)
  // password, salt
  answers.expect(
    2, derived("70617373776f7264", "73616c74", 1) as [32 of UInt8],
    is: "120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b")
  answers.expect(
    3, derived("70617373776f7264", "73616c74", 2) as [32 of UInt8],
    is: "ae4d0c95af6b46d32d0adff928f06dd02a303f8ef3c251dfd6e2d85a95474c43")
  answers.expect(
    4, derived("70617373776f7264", "73616c74", 4096) as [32 of UInt8],
    is: "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a")
  // passwordPASSWORDpassword, saltSALTsaltSALTsaltSALTsaltSALTsalt
  answers.expect(
    5,
    derived(
      "70617373776f726450415353574f524470617373776f7264",
      "73616c7453414c5473616c7453414c5473616c7453414c5473616c7453414c5473616c74", 4096)
      as [40 of UInt8],
    is: "348c89dbcbd32b2f32d814b8116e84cf2b17347ebc1800181c4e2a1fb8dd53e1c635518c7dac47e9")
  // Passcode 20202021, SPAKE2P Key Salt
  answers.expect(
    6, derived("25423401", "5350414b453250204b65792053616c74", 1000) as [80 of UInt8],
    is: """
      aba60c30416b8f4177f5e16ad514cfd9577513f02fd60506b1049d0f2c7310010e5e40bfd86b4ef6
      81a88b71e9e2a853985a7def916ea30e01b8722fbf7d0e38856c12cd64c225bb24ef21417e0e44e5
      """)
  return answers.firstWrong
}

private func derived<let count: Int>(
  _ password: StaticString, _ salt: StaticString, _ iterations: UInt32
) -> [count of UInt8] {
  PBKDF2SHA256<count>.derive(
    password: hex(password).span, salt: hex(salt).span, iterations: iterations)
}
