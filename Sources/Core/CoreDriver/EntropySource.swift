public import MatterBytes

/// Where a core's random bytes come from: a hardware generator, the kernel, or, for tests, a seed.
public protocol EntropySource {
  /// Random bytes for the core's pool.
  /// - Parameter count: how many the core would like, 1...64.
  /// - Returns: as many, or fewer when the source has no more to give. What is missing is not made
  ///   up for: the core asks again when it next runs low, and until then a handshake that finds too
  ///   little entropy fails.
  mutating func draw(_ count: Int) -> BoundedBytes<64>
}
