import MatterBytes

/// Bytes that depend on nothing but a seed: the same as those of the host's seeded entropy (SplitMix64
/// by Steele, Lea and Flood, 2014). Whoever knows the seed knows every secret of the run.
struct SeededEntropy {
  private var state: UInt64

  /// - Parameter stream: tells the parties of one run apart.
  init(seed: UInt64, stream: UInt64) {
    state = stream
    state = seed ^ next()
  }

  /// As many bytes as fit one entropy event, and at most `count`.
  mutating func draw(atMost count: UInt32) -> BoundedBytes<64> {
    var bytes = BoundedBytes<64>()
    do {
      for _ in 0..<min(count, 64) { try bytes.append(UInt8(truncatingIfNeeded: next())) }
    } catch {
      preconditionFailure("at most 64")
    }
    return bytes
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed &>> 31)
  }
}
