import MatterCrypto
import ReferencePASE
import Testing

/// AES-128-CCM with Matter's nonce and tag, beside OpenSSL and mbedTLS.
@Suite struct AESCCMDifferentialTests {
  @Test func sealingIsThatOfBothLibraries() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 401) { random, name in
      let sample = CCMSample(&random)
      try oracles.require(sample.sealed, in: name) {
        try $0.seal(sample.plain, key: sample.key, nonce: sample.nonce, aad: sample.aad)
      }
    }
  }

  @Test func openingTakesWhatBothLibrariesSeal() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 402) { random, name in
      let sample = CCMSample(&random)
      for oracle in oracles.all {
        let sealed = try oracle.seal(
          sample.plain, key: sample.key, nonce: sample.nonce, aad: sample.aad)
        let opened = sample.open(sealed)
        try #require(opened == .text(sample.plain), "\(oracle.library), \(name)")
      }
    }
  }

  @Test func whatWeRefuseBothLibrariesRefuse() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 403) { random, name in
      var sample = CCMSample(&random)
      var sealed = sample.sealed
      let bit: UInt8 = 1 << UInt8.random(in: 0..<8, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: sample.key[Int.random(in: 0..<16, using: &random)] ^= bit
      case 1: sample.nonce[Int.random(in: 0..<13, using: &random)] ^= bit
      case 2 where !sample.aad.isEmpty: sample.aad[sample.aad.count / 2] ^= bit
      default: sealed[Int.random(in: 0..<sealed.count, using: &random)] ^= bit
      }
      let opened = sample.open(sealed)
      let zeros = [UInt8](repeating: 0, count: sample.plain.count)
      try #require(opened == .refused(leaving: zeros), "\(name)")
      for oracle in oracles.all {
        try #require(throws: ReferenceError.rejected, "\(oracle.library), \(name)") {
          try oracle.open(sealed, key: sample.key, nonce: sample.nonce, aad: sample.aad)
        }
      }
    }
  }

  @Test(arguments: [0x100, 0x1234, 0xfefe, 0xfeff])
  func longAADIsSealedAsByOpenSSL(_ count: Int) throws {
    let openSSL = try ReferenceCrypto(.openSSL)
    var random = SeededGenerator(seed: UInt64(count))
    var sample = CCMSample(&random)
    sample.aad = random.bytes(count)
    let expected = try openSSL.seal(
      sample.plain, key: sample.key, nonce: sample.nonce, aad: sample.aad)
    try #require(sample.sealed == expected)
  }

  @Test func aLongTextIsSealedAsByBothLibraries() throws {
    let oracles = try Oracles()
    try oracles.cases(20, seed: 404) { random, name in
      var sample = CCMSample(&random)
      sample.plain = random.bytes(65_535 - Int.random(in: 0...20, using: &random))
      try oracles.require(sample.sealed, in: name) {
        try $0.seal(sample.plain, key: sample.key, nonce: sample.nonce, aad: sample.aad)
      }
    }
  }
}

/// One random message with its key.
private struct CCMSample {
  var key: [UInt8]
  var nonce: [UInt8]
  var aad: [UInt8]
  var plain: [UInt8]

  enum Opened: Equatable {
    case text([UInt8])
    case refused(leaving: [UInt8])
  }

  init(_ random: inout SeededGenerator) {
    key = random.bytes(16)
    nonce = random.bytes(13)
    aad = random.bytes(random.length(upTo: 300))
    plain = random.bytes(random.length(upTo: 1300))
  }

  /// Sealed by us.
  var sealed: [UInt8] {
    var text = plain
    var span = text.mutableSpan
    let tag = AESCCM(key: [16 of UInt8](key)).seal(
      &span, nonce: [13 of UInt8](nonce), authenticating: aad.span)
    return text + [UInt8](tag)
  }

  /// Opened by us.
  func open(_ sealed: [UInt8]) -> Opened {
    var text = Array(sealed.dropLast(16))
    let tag = Array(sealed.suffix(16))
    do {
      var span = text.mutableSpan
      try AESCCM(key: [16 of UInt8](key)).open(
        &span, tag: tag.span, nonce: [13 of UInt8](nonce), authenticating: aad.span)
      return .text(text)
    } catch {
      return .refused(leaving: text)
    }
  }
}
