public import MatterBytes

/// One event as it crosses the pipe: a 4-byte big-endian length, then the body, which is one byte
/// for the port and the value.
public struct Frame: Equatable, Sendable {
  /// Bytes of the length that stands before the body.
  public static let lengthSize = 4

  /// The frame as it is written: length and body.
  public private(set) var bytes = FrameBytes()

  init(port: UInt8, value: some SeamValue) {
    do {
      try bytes.append(littleEndian: UInt32(0))
      try bytes.append(port)
      try value.encode(into: &bytes)
    } catch {
      preconditionFailure("the largest value of every port fits a frame")
    }
    let bodyLength = UInt32(bytes.count - Self.lengthSize)
    for index in 0..<Self.lengthSize {
      bytes[index] = UInt8(truncatingIfNeeded: bodyLength &>> UInt32(8 &* (3 &- index)))
    }
  }
}
