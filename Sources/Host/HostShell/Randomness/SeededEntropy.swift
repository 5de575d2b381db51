public import MatterBytes

/// Bytes that depend on nothing but a seed, so that a run can be had again. Whoever knows the seed
/// knows every secret of the run: for tests only.
public final class SeededEntropy: EntropySource {
  private var generator: SplitMix64

  /// - Parameter stream: tells the parties of one run apart.
  public init(seed: UInt64, stream: UInt64) {
    generator = SplitMix64(seed: seed, stream: stream)
  }

  public func draw(_ count: Int) -> BoundedBytes<64> {
    precondition((1...64).contains(count), "one entropy event holds 1...64 bytes")
    var bytes = BoundedBytes<64>()
    do {
      for _ in 0..<count { try bytes.append(UInt8(truncatingIfNeeded: generator.next())) }
    } catch {
      preconditionFailure("at most 64")
    }
    return bytes
  }
}
