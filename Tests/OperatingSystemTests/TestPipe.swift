import Glibc
import Testing

/// A pipe that closes itself.
final class TestPipe {
  let reading: Int32
  private var writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(unsafe pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    if writing >= 0 { close(writing) }
  }

  func write(_ byte: UInt8) {
    var byte = byte
    _ = unsafe Glibc.write(writing, &byte, 1)
  }

  func closeWriting() {
    close(writing)
    writing = -1
  }
}
