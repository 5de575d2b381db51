import CoreDriver
import MatterBytes

/// What counts as entropy here: bytes that follow from one another.
struct CountedEntropy: EntropySource {
  private var byte: UInt8

  /// - Parameter first: the first byte.
  init(from first: UInt8) {
    byte = first
  }

  mutating func draw(_ count: Int) -> BoundedBytes<64> {
    var bytes = BoundedBytes<64>()
    while bytes.count < count {
      bytes.add(byte)
      byte &+= 29
    }
    return bytes
  }
}
