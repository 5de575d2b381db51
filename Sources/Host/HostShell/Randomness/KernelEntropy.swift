public import CoreDriver
import Glibc
public import MatterBytes

/// The kernel's CSPRNG.
public struct KernelEntropy: EntropySource, Sendable {
  public init() {}

  public func draw(_ count: Int) -> BoundedBytes<64> {
    precondition((1...64).contains(count), "one entropy event holds 1...64 bytes")
    var bytes = BoundedBytes<64>()
    do { bytes = try BoundedBytes(zeros: count) } catch { preconditionFailure("at most 64") }
    var span = bytes.mutableSpan
    let result = unsafe span.withUnsafeMutableBytes { buffer in
      unsafe getentropy(buffer.baseAddress, buffer.count)
    }
    precondition(result == 0, "the kernel gives up to 256 bytes at a time")
    return bytes
  }
}
