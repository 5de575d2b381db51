import Glibc
import HostShell

/// The bytes of a file, a piece at a time: never more of it is held than the block at hand.
struct ByteSource {
  /// How many bytes have been taken.
  private(set) var offset = 0

  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false
  private let descriptor: Descriptor?

  private static let pieceSize = 65_536

  /// - Throws: `system`.
  init(path: String) throws(TraceError) {
    descriptor = try Descriptor(path: path)
  }

  init(bytes: [UInt8]) {
    buffer = bytes
    descriptor = nil
  }

  /// The next `count` bytes, which stay where they are; nil when the file ends before.
  mutating func peek(_ count: Int) throws(TraceError) -> ArraySlice<UInt8>? {
    while buffer.count - start < count {
      guard try readMore() else { return nil }
    }
    return buffer[start..<(start + count)]
  }

  /// The next `count` bytes; nil, and nothing is taken, when the file ends before.
  mutating func take(_ count: Int) throws(TraceError) -> ArraySlice<UInt8>? {
    guard let bytes = try peek(count) else { return nil }
    start += count
    offset += count
    return bytes
  }

  /// The next bytes, as many as are at hand; nil at the end of the file.
  mutating func takePiece() throws(TraceError) -> ArraySlice<UInt8>? {
    guard try !isAtEnd() else { return nil }
    return try take(buffer.count - start)
  }

  /// Whether nothing is left.
  mutating func isAtEnd() throws(TraceError) -> Bool {
    try peek(1) == nil
  }

  private mutating func readMore() throws(TraceError) -> Bool {
    guard let descriptor, !hasEnded else { return false }
    var rest = Array(buffer[start...])
    let held = rest.count
    rest += [UInt8](repeating: 0, count: Self.pieceSize)
    let count = try descriptor.read(into: &rest, from: held)
    rest.removeLast(Self.pieceSize - count)
    buffer = rest
    start = 0
    hasEnded = count == 0
    return count > 0
  }
}

/// An open file.
private final class Descriptor: Sendable {
  private let number: Int32

  init(path: String) throws(TraceError) {
    number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .system(SystemError(number: errno)) }
  }

  deinit {
    _ = close(number)
  }

  func read(into buffer: inout [UInt8], from index: Int) throws(TraceError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[index...])
        return unsafe Glibc.read(number, rest.baseAddress, rest.count)
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw .system(SystemError(number: errno)) }
    }
  }
}
