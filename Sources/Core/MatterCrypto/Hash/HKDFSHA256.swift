/// HKDF with SHA-256 (RFC 5869): keys from a secret.
public enum HKDFSHA256 {
  /// Keys of `count` bytes together, at most 255 × 32, from `secret`.
  /// - Parameters:
  ///   - secret: the input keying material, of any length.
  ///   - salt: need not be secret and may be empty, which counts as 32 zero bytes.
  ///   - info: what the keys are for; may be empty.
  public static func derive<let count: Int>(
    secret: Span<UInt8>, salt: Span<UInt8>, info: Span<UInt8>
  ) -> [count of UInt8] {
    var pseudorandomKey = extract(secret: secret, salt: salt)
    let keys: [count of UInt8] = expand(pseudorandomKey.span, info: info)
    wipe(&pseudorandomKey)
    return keys
  }

  /// The first step (RFC 5869 §2.2): a pseudorandom key of 32 bytes.
  public static func extract(secret: Span<UInt8>, salt: Span<UInt8>) -> [32 of UInt8] {
    HMACSHA256.authenticate(secret, key: salt)
  }

  /// The second step (RFC 5869 §2.3): `count` bytes, at most 255 × 32, from a pseudorandom key.
  public static func expand<let count: Int>(
    _ pseudorandomKey: Span<UInt8>, info: Span<UInt8>
  ) -> [count of UInt8] {
    precondition(count <= 255 * 32, "HKDF gives at most 8160 bytes")
    var output = [count of UInt8](repeating: 0)
    var span = output.mutableSpan
    fill(&span, pseudorandomKey, info: info)
    return output
  }

  /// The same for any length.
  private static func fill(
    _ output: inout MutableSpan<UInt8>, _ pseudorandomKey: Span<UInt8>, info: Span<UInt8>
  ) {
    var states = HMACKeyStates(key: pseudorandomKey)
    var block = [32 of UInt8](repeating: 0)
    var counter: [1 of UInt8] = [0]
    var start = 0
    while start < output.count {
      var code = HMACSHA256(states)
      if start > 0 { code.update(block) }
      code.update(info)
      counter[0] &+= 1
      code.update(counter)
      block = code.finish()
      let taken = min(32, output.count &- start)
      for index in 0..<taken { output[start &+ index] = block[index] }
      start &+= taken
    }
    wipe(&block)
    states.wipe()
  }
}
