import MatterBytes
import MatterCrypto
import Testing

/// A value that was wiped holds nothing of its secret any more. Each kind is looked at where it
/// lies: the core, where a later value takes its place, would not show whether it was wiped.
struct WipeTests {
  /// Values that differ in their secret alone: what differs in their memory must be gone after the
  /// wipe. What differs between values of one secret is not of the secret: nobody wrote it.
  private func expectWiped<Value: ~Copyable>(
    _ make: (UInt8) throws -> Value, _ wipe: (inout Value) -> Void, secretBytes: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var value = try make(1)
    let first = pieces(of: &value)
    let others = try ([2, 1, 2] as [UInt8]).map { byte in
      var other = try make(byte)
      return pieces(of: &other)
    }
    let secret = first.indices.filter {
      first[$0] != others[0][$0] && first[$0] == others[1][$0] && others[0][$0] == others[2][$0]
    }.map { first[$0] }
    #expect(secret.count * 4 >= secretBytes, sourceLocation: sourceLocation)
    wipe(&value)
    let after = Set(pieces(of: &value))
    #expect(secret.allSatisfy { !after.contains($0) }, sourceLocation: sourceLocation)
  }

  /// Four bytes a piece.
  private func pieces<Value: ~Copyable>(of value: inout Value) -> [UInt32] {
    unsafe withUnsafeBytes(of: &value) { bytes in
      stride(from: 0, to: bytes.count - 3, by: 4).map { start in
        unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)
      }
    }
  }

  private func bytes<let count: Int>(_ byte: UInt8) -> [count of UInt8] {
    [count of UInt8] { UInt8(truncatingIfNeeded: $0 &* 7) ^ byte }
  }

  private func derivation(_ byte: UInt8) throws -> PasscodeDerivation {
    let salt = [UInt8](repeating: 9, count: 16)
    return PasscodeDerivation(
      passcode: try Passcode(20_202_020 + UInt32(byte)),
      parameters: try PBKDFParameters(
        iterations: 1000, salt: BoundedBytes(copying: salt.span)))
  }

  private func secrets(_ byte: UInt8) -> PasscodeSecrets {
    let first: [40 of UInt8] = bytes(byte)
    let second: [40 of UInt8] = bytes(byte ^ 0x55)
    return PasscodeSecrets(w0: Scalar(reducing: first.span), w1: Scalar(reducing: second.span))
  }

  @Test func aKeyScheduleForgetsItsKeysAndConfirmations() throws {
    try expectWiped(
      { byte in
        SPAKE2PlusKeySchedule(
          digest: bytes(byte), proverShare: bytes(4), verifierShare: bytes(5))
      }, { $0.wipe() }, secretBytes: 4 * 16 + 2 * 32)
  }

  @Test func theKeysOfASessionAreForgotten() throws {
    try expectWiped(
      { SessionKeys(sharedKey: bytes($0)) }, { $0.wipe() }, secretBytes: 3 * 16)
  }

  @Test(arguments: [0, 1, 500, 999] as [UInt32])
  func aDerivationForgetsItsStatesHoweverFarItHasCome(_ rounds: UInt32) throws {
    try expectWiped(
      { byte in
        var derivation = try derivation(byte)
        _ = derivation.advance(by: rounds)
        return derivation
      }, { $0.wipe() }, secretBytes: rounds == 0 ? 8 * 32 : 16 * 32)
  }

  @Test func aKeyedHashForgetsItsKey() throws {
    try expectWiped(
      { byte in
        let key = [UInt8](repeating: byte, count: 32)
        return HMACSHA256(key: key.span)
      }, { $0.wipe() }, secretBytes: 2 * 32)
  }

  @Test func anEphemeralScalarIsForgotten() throws {
    try expectWiped(
      { try EphemeralScalar(reducing: bytes($0)) }, { $0.wipe() }, secretBytes: 32)
  }

  @Test func thePasscodesSecretsAreForgotten() throws {
    try expectWiped({ secrets($0) }, { $0.wipe() }, secretBytes: 64)
  }

  @Test func aVerifierIsForgotten() throws {
    try expectWiped({ secrets($0).verifier() }, { $0.wipe() }, secretBytes: 32)
  }

  @Test func aCipherForgetsItsKey() throws {
    try expectWiped({ AESCCM(key: bytes($0)) }, { $0.wipe() }, secretBytes: 16)
  }
}
