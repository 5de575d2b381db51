import CoreSeam
import MatterBytes

/// Frames one after another, in the order in which they came.
struct FrameQueue {
  var storage = [32_768 of UInt8](repeating: 0)
  private var start = 0
  private var end = 0

  /// One step of a core never emits more than there is room for: it would end the instance.
  mutating func append(_ frame: Frame) {
    let bytes = frame.bytes
    precondition(bytes.count <= storage.count - end, "a step emits less than 32 KiB")
    for index in bytes.span.indices { storage[end &+ index] = bytes.span[index] }
    end += bytes.count
  }

  /// - Returns: where in the storage the first frame is, which stays there until the next `append`;
  ///   empty when there is none.
  mutating func takeFirst() -> Range<Int> {
    guard start < end else {
      start = 0
      end = 0
      return 0..<0
    }
    var length = 0
    for index in start..<(start + Frame.lengthSize) { length = length &<< 8 | Int(storage[index]) }
    let frame = start..<(start + Frame.lengthSize + length)
    start = frame.upperBound
    return frame
  }
}
