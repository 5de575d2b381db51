/// HMAC with SHA-256 (RFC 2104, FIPS 198-1), fed piece by piece.
///
/// Constant time in the key and the message; their lengths are public.
public struct HMACSHA256: Sendable {
  private var message: SHA256
  private var outer: SHA256State<UInt32>

  /// The code of an empty message under `key`, to be fed. A key may have any length; one of more
  /// than 64 bytes is hashed first.
  public init(key: Span<UInt8>) {
    self.init(HMACKeyStates(key: key))
  }

  /// The same with a key already prepared.
  init(_ key: HMACKeyStates) {
    message = SHA256(state: key.inner, length: 64)
    outer = key.outer
  }

  /// Appends `bytes`, any number of them, to the message.
  public mutating func update(_ bytes: Span<UInt8>) {
    message.update(bytes)
  }

  /// Appends `bytes` to the message.
  public mutating func update<let count: Int>(_ bytes: borrowing [count of UInt8]) {
    message.update(bytes.span)
  }

  /// The 32-byte code of the message.
  public consuming func finish() -> [32 of UInt8] {
    var digest = message.finish()
    var hash = SHA256(state: outer, length: 64)
    hash.update(digest)
    let code = hash.finish()
    MatterCrypto.wipe(&digest)
    return code
  }

  /// The code of `message` under `key`.
  public static func authenticate(_ message: Span<UInt8>, key: Span<UInt8>) -> [32 of UInt8] {
    var code = HMACSHA256(key: key)
    code.update(message)
    return code.finish()
  }

  /// Overwrites key and message. Nothing secret is left, and nothing useful can be computed.
  public mutating func wipe() {
    message.wipe()
    overwrite(&outer, with: .zero)
  }
}
