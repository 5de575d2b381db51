import MatterCrypto
import Testing

/// HMAC-SHA-256 (RFC 4231), HKDF-SHA-256 (RFC 5869) and PBKDF2-HMAC-SHA-256 (RFC 7914, which
/// scrypt is made of) against published cases.
struct KeyDerivationVectorTests {
  @Test func everyMessageHasItsAuthenticationCode() throws {
    let cases = try VectorFile.cases("HMAC/rfc-4231-sha256.txt", result: "MD")
    for vector in cases {
      let message = try vector.bytes("Msg")
      let key = try vector.bytes("Key")
      let code = HMACSHA256.authenticate(message.span, key: key.span)
      #expect(Array(copying: code) == (try vector.bytes("MD")), "\(vector)")
    }
    #expect(cases.count == 6)
  }

  /// The first bytes of a longer output are a shorter output (RFC 5869 §2.3), so the longest of
  /// the files is derived each time.
  @Test(arguments: ["KDF/rfc-5869-HKDF-SHA256.txt", "KDF/hkdf-generated.txt"])
  func everySecretGivesItsKeys(_ file: String) throws {
    for vector in try VectorFile.cases(file, result: "OKM") {
      let secret = try vector.bytes("IKM")
      let salt = try vector.bytes("salt")
      let info = try vector.bytes("info")
      let keys: [1200 of UInt8] = HKDFSHA256.derive(
        secret: secret.span, salt: salt.span, info: info.span)
      let length = try vector.integer("L")
      let first = Array(copying: keys).prefix(length)
      #expect(Array(first) == (try vector.bytes("OKM", count: length)), "\(vector)")
    }
  }

  /// The package has no file for PBKDF2 with SHA-256, but scrypt is made of it: once to fill the
  /// memory, once to take the key from it. Cases that want a gigabyte are left out.
  @Test func scryptOnOurPBKDF2GivesTheKeysOfItsFile() throws {
    let cases = try VectorFile.cases("KDF/scrypt.txt", result: "DERIVED_KEY").filter {
      try $0.integer("N") <= 16384
    }
    for vector in cases {
      let key = Scrypt(
        cost: try vector.integer("N"), blockSize: try vector.integer("r"),
        parallelism: try vector.integer("p")
      ).derive(
        password: Array(try vector.text("PASSWORD").utf8), salt: Array(try vector.text("SALT").utf8)
      )
      #expect(key == (try vector.bytes("DERIVED_KEY")), "\(vector)")
    }
    #expect(cases.count == 3)
  }
}
