import MatterCrypto
import ReferencePASE
import Testing

/// SHA-256 and what is built on it, beside OpenSSL and mbedTLS.
@Suite struct HashDifferentialTests {
  @Test func sha256IsThatOfBothLibraries() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 101) { random, name in
      let message = random.bytes(random.length(upTo: 700))
      let digest = [UInt8](SHA256.hash(message.span))
      try oracles.require(digest, in: name) { try $0.sha256(message) }
    }
  }

  @Test func sha256InPiecesIsThatOfTheWhole() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 102) { random, name in
      var message: [UInt8] = []
      var hash = SHA256()
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let piece = random.bytes(random.length(upTo: 200))
        hash.update(piece.span)
        message += piece
      }
      let digest = [UInt8](hash.finish())
      try oracles.require(digest, in: name) { try $0.sha256(message) }
    }
  }

  @Test func hmacIsThatOfBothLibraries() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 103) { random, name in
      let key = random.bytes(random.length(upTo: 200))
      let message = random.bytes(random.length(upTo: 300))
      let tag = [UInt8](HMACSHA256.authenticate(message.span, key: key.span))
      try oracles.require(tag, in: name) { try $0.hmacSHA256(key: key, message) }
    }
  }

  @Test func hkdfIsThatOfBothLibraries() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 104) { random, name in
      let secret = random.bytes(random.length(upTo: 100))
      let salt = random.bytes(random.length(upTo: 100))
      let info = random.bytes(random.length(upTo: 100))
      let short: [16 of UInt8] = HKDFSHA256.derive(
        secret: secret.span, salt: salt.span, info: info.span)
      let session: [48 of UInt8] = HKDFSHA256.derive(
        secret: secret.span, salt: salt.span, info: info.span)
      let long: [200 of UInt8] = HKDFSHA256.derive(
        secret: secret.span, salt: salt.span, info: info.span)
      for output in [[UInt8](short), [UInt8](session), [UInt8](long)] {
        try oracles.require(output, in: name) {
          try $0.hkdfSHA256(secret: secret, salt: salt, info: info, count: output.count)
        }
      }
    }
  }

  @Test func pbkdf2IsThatOfBothLibraries() throws {
    let oracles = try Oracles()
    try oracles.cases(10_000, seed: 105) { random, name in
      let password = random.bytes(random.length(upTo: 100))
      let salt = random.bytes(random.length(upTo: 64))
      let iterations = UInt32.random(in: 1...12, using: &random)
      let matter = [UInt8](
        PBKDF2SHA256<80>.derive(
          password: password.span, salt: salt.span, iterations: iterations))
      let oneBlock = [UInt8](
        PBKDF2SHA256<32>.derive(
          password: password.span, salt: salt.span, iterations: iterations))
      let odd = [UInt8](
        PBKDF2SHA256<129>.derive(
          password: password.span, salt: salt.span, iterations: iterations))
      for output in [matter, oneBlock, odd] {
        try oracles.require(output, in: name) {
          try $0.pbkdf2SHA256(
            password: password, salt: salt, iterations: iterations, count: output.count)
        }
      }
    }
  }

  @Test func pbkdf2InSlicesIsThatOfTheWhole() throws {
    let oracles = try Oracles()
    try oracles.cases(200, seed: 106) { random, name in
      let password = random.bytes(4)
      let salt = random.bytes(Int.random(in: 16...32, using: &random))
      let iterations = UInt32.random(in: 1000...1500, using: &random)
      var derivation = PBKDF2SHA256<80>(
        password: password.span, salt: salt.span, iterations: iterations)
      while !derivation.advance(by: .random(in: 1...700, using: &random)) {}
      let output = [UInt8](derivation.output)
      try oracles.require(output, in: name) {
        try $0.pbkdf2SHA256(
          password: password, salt: salt, iterations: iterations, count: 80)
      }
    }
  }
}
