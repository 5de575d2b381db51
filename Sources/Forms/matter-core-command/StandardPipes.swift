import CorePump

/// Standard input, output and error as WASI has them.
enum StandardPipes {
  /// Waits for bytes.
  /// - Returns: how many there are now at the front of `buffer`; 0 at the end of the input.
  static func read(into buffer: inout MutableSpan<UInt8>) throws(PipeError) -> Int {
    var request = unsafe buffer.withUnsafeMutableBytes { bytes in
      Request(address: UInt(bitPattern: bytes.baseAddress), count: bytes.count)
    }
    guard request.pass(to: fdRead, descriptor: 0) == 0 else { throw .unreadable }
    return Int(request.done)
  }

  /// Writes all of `bytes`.
  static func write(_ bytes: Span<UInt8>) throws(PipeError) {
    let isWritten = unsafe bytes.withUnsafeBytes { bytes in
      write(UInt(bitPattern: bytes.baseAddress), bytes.count, to: 1)
    }
    guard isWritten else { throw .unwritable }
  }

  /// Tells standard error. If that cannot be written either, the exit status still tells.
  static func report(_ message: StaticString) {
    _ = write(
      unsafe UInt(bitPattern: message.utf8Start), message.utf8CodeUnitCount, to: 2)
  }

  private static func write(_ address: UInt, _ count: Int, to descriptor: UInt32) -> Bool {
    var offset = 0
    while offset < count {
      var request = Request(address: address &+ UInt(offset), count: count &- offset)
      guard request.pass(to: fdWrite, descriptor: descriptor) == 0 else { return false }
      offset &+= Int(request.done)
    }
    return true
  }
}
