import MatterCore

/// All entropy that a trace holds, by party. Who knows the random of a handshake, which is public,
/// finds what else the handshake drew.
struct EntropyRecord {
  private var streams: [Int: [UInt8]] = [:]

  mutating func append(_ bytes: [UInt8], of party: Int) {
    streams[party, default: []] += bytes
  }

  /// The 40 bytes from which the scalar of the handshake with this random was made.
  func scalar(after random: [UInt8]) -> [UInt8]? {
    for stream in streams.values {
      for start in stream.indices.dropLast(HandshakeEntropy.byteCount - 1) {
        let drawn = stream[start..<(start + HandshakeEntropy.byteCount)]
        let entropy = HandshakeEntropy(inline(Array(drawn)))
        if list(entropy.random.span) == random { return list(entropy.scalar.span) }
      }
    }
    return nil
  }
}
