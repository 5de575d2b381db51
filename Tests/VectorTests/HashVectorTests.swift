import MatterCrypto
import Testing

/// SHA-256 against NIST's CAVS files (FIPS 180-4).
struct HashVectorTests {
  @Test(arguments: ["Short", "Long"])
  func everyMessageHasItsDigest(_ length: String) throws {
    let cases = try VectorFile.cases("hashes/SHA2/SHA256\(length)Msg.rsp", result: "MD")
    for vector in cases {
      let message = try vector.bytes("Msg", count: try vector.integer("Len") / 8)
      #expect(Array(copying: SHA256.hash(message.span)) == (try vector.bytes("MD")), "\(vector)")
    }
    #expect(cases.count >= 64)
  }

  /// Each digest is the last of a thousand, every one of the three digests before it.
  @Test func theChainOfDigestsIsTheOneOfTheMonteCarloTest() throws {
    let cases = try VectorFile.cases("hashes/SHA2/SHA256Monte.rsp", result: "MD")
    var seed = try #require(cases.first).bytes("Seed")
    for vector in cases {
      var last = [seed, seed, seed]
      for _ in 0..<1000 {
        last = [last[1], last[2], Array(copying: SHA256.hash((last[0] + last[1] + last[2]).span))]
      }
      seed = last[2]
      #expect(seed == (try vector.bytes("MD")), "\(vector)")
    }
    #expect(cases.count == 100)
  }

  @Test func theDigestDoesNotDependOnHowTheMessageIsCut() throws {
    for vector in try VectorFile.cases("hashes/SHA2/SHA256LongMsg.rsp", result: "MD") {
      let message = try vector.bytes("Msg")
      var hash = SHA256()
      var start = 0
      var piece = 1
      while start < message.count {
        let end = min(message.count, start + piece)
        hash.update(message.span.extracting(start..<end))
        start = end
        piece = (piece * 5 + 3) % 131
      }
      #expect(Array(copying: hash.finish()) == (try vector.bytes("MD")), "\(vector)")
    }
  }
}
