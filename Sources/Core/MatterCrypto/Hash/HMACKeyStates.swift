/// What HMAC makes of its key: the hash states after the key's inner and outer block. With them a
/// code over 32 bytes costs two compressions.
struct HMACKeyStates: BitwiseCopyable, Sendable {
  private(set) var inner: SHA256State<UInt32>
  private(set) var outer: SHA256State<UInt32>

  init(key: Span<UInt8>) {
    var block = [64 of UInt8](repeating: 0)
    if key.count > 64 {
      var digest = SHA256.hash(key)
      for index in 0..<32 { block[index] = digest[index] }
      MatterCrypto.wipe(&digest)
    } else {
      for index in key.indices { block[index] = key[index] }
    }
    inner = Self.state(after: &block, with: 0x36)
    // What the block now holds is the key xor 0x36.
    outer = Self.state(after: &block, with: 0x36 ^ 0x5c)
    MatterCrypto.wipe(&block)
  }

  private static func state(
    after block: inout [64 of UInt8], with pad: UInt8
  ) -> SHA256State<UInt32> {
    for index in 0..<64 { block[index] ^= pad }
    var state = SHA256State<UInt32>.initial
    state.compress(wholeBlocks: block.span)
    return state
  }

  mutating func wipe() {
    overwrite(&inner, with: .zero)
    overwrite(&outer, with: .zero)
  }
}
