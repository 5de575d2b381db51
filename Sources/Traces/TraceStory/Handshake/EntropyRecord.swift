/// All entropy that a trace holds, by party. A handshake draws its random and then its scalar, so
/// who knows the random, which is public, finds the scalar behind it.
struct EntropyRecord {
  private var streams: [Int: [UInt8]] = [:]

  mutating func append(_ bytes: [UInt8], of party: Int) {
    streams[party, default: []] += bytes
  }

  /// The 40 bytes from which the scalar of the handshake with this random was made.
  func scalar(after random: [UInt8]) -> [UInt8]? {
    for stream in streams.values {
      guard stream.count >= random.count + 40, let first = random.first else { continue }
      for start in 0...(stream.count - random.count - 40) where stream[start] == first {
        let end = start + random.count
        if stream[start..<end].elementsEqual(random) { return Array(stream[end..<(end + 40)]) }
      }
    }
    return nil
  }
}
