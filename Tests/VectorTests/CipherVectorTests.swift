import MatterCrypto
import Testing

/// AES-128-CCM against those cases of NIST's CAVS files (SP 800-38C) that have Matter's sizes: a
/// nonce of 13 bytes and a tag of 16.
struct CipherVectorTests {
  private static func cases(_ file: String, result: String) throws -> [VectorCase] {
    try VectorFile.cases("ciphers/AES/CCM/\(file)128.rsp", result: result).filter {
      try $0.integer("Nlen") == 13 && $0.integer("Tlen") == 16
    }
  }

  /// What a case gives to the cipher.
  private struct Input {
    let cipher: AESCCM
    let nonce: [13 of UInt8]
    let authenticated: [UInt8]

    init(_ vector: VectorCase) throws {
      let key = try vector.bytes("Key")
      let nonce = try vector.bytes("Nonce")
      cipher = AESCCM(key: [16 of UInt8] { key[$0] })
      self.nonce = [13 of UInt8] { nonce[$0] }
      authenticated = try vector.bytes("Adata", count: try vector.integer("Alen"))
    }
  }

  @Test(arguments: [("VADT", 330), ("VNT", 10), ("VPT", 250), ("VTT", 10)])
  func everyTextIsSealedAndOpened(_ file: String, _ count: Int) throws {
    let cases = try Self.cases(file, result: "CT")
    for vector in cases {
      let input = try Input(vector)
      let plain = try vector.bytes("Payload", count: try vector.integer("Plen"))
      let sealed = try vector.bytes("CT")

      var text = plain
      var span = text.mutableSpan
      let tag = input.cipher.seal(
        &span, nonce: input.nonce, authenticating: input.authenticated.span)
      #expect(text + Array(copying: tag) == sealed, "\(vector)")

      var opened = text.mutableSpan
      try input.cipher.open(
        &opened, tag: tag.span, nonce: input.nonce, authenticating: input.authenticated.span)
      #expect(text == plain, "\(vector)")
    }
    #expect(cases.count == count)
  }

  @Test func onlyWhatIsAuthenticIsOpened() throws {
    let cases = try Self.cases("DVPT", result: "Result")
    for vector in cases {
      let input = try Input(vector)
      let length = try vector.integer("Plen")
      let sealed = try vector.bytes("CT", count: length + 16)
      var text = Array(sealed.prefix(length))
      let tag = Array(sealed.suffix(16))
      var isAuthentic = true
      do {
        var span = text.mutableSpan
        try input.cipher.open(
          &span, tag: tag.span, nonce: input.nonce, authenticating: input.authenticated.span)
        #expect(text == (try vector.bytes("Payload", count: length)), "\(vector)")
      } catch AuthenticationFailure.wrongTag {
        isAuthentic = false
        #expect(text.allSatisfy { $0 == 0 }, "what is not authentic is not shown: \(vector)")
      }
      #expect(isAuthentic == (try vector.text("Result").hasPrefix("Pass")), "\(vector)")
    }
    #expect(cases.count == 60)
  }
}
