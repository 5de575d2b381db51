public import MatterBytes

/// Bytes that depend on nothing but a seed, so that a run can be repeated. Whoever knows the seed
/// knows every secret of the run: for tests only.
public struct SeededEntropy: EntropySource, Sendable {
  private var generator: SplitMix64

  /// - Parameter stream: tells the parties of one run apart.
  public init(seed: UInt64, stream: UInt64) {
    generator = SplitMix64(seed: seed, stream: stream)
  }

  public mutating func draw(_ count: Int) -> BoundedBytes<64> {
    precondition(count <= 64, "one entropy event holds 1...64 bytes")
    var bytes = BoundedBytes<64>()
    while bytes.count < count { bytes.add(UInt8(truncatingIfNeeded: generator.next())) }
    return bytes
  }
}
