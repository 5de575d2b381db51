import CoreSeam
import MatterBytes

/// All that crossed the seam of either core, in order: for each value a byte for the party, 0 for the
/// commissioner and 1 for the device, and then the frame.
struct CrossedFrames {
  var storage = [24_576 of UInt8](repeating: 0)
  private(set) var count = 0

  /// - Returns: whether there was room.
  mutating func append(_ frame: Span<UInt8>, of side: Side) -> Bool {
    guard frame.count < storage.count - count else { return false }
    storage[count] = side.rawValue
    count += 1
    for index in frame.indices { storage[count &+ index] = frame[index] }
    count += frame.count
    return true
  }
}
