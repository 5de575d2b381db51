import Glibc
import OperatingSystem

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
    let piece = try descriptor.read(atMost: Self.pieceSize)
    buffer = Array(buffer[start...] + piece)
    start = 0
    hasEnded = piece.isEmpty
    return !hasEnded
  }
}

/// An open file.
private final class Descriptor: Sendable {
  private let file: FileDescriptor

  init(path: String) throws(TraceError) {
    do throws(SystemError) {
      file = try FileDescriptor(opening: path, O_RDONLY)
    } catch {
      throw .system(error)
    }
  }

  deinit {
    file.close()
  }

  /// - Returns: nothing at the end.
  func read(atMost size: Int) throws(TraceError) -> ArraySlice<UInt8> {
    var piece = [UInt8](repeating: 0, count: size)
    var bytes = piece.mutableSpan
    do throws(SystemError) {
      let count = try file.read(into: &bytes)
      return piece.prefix(count)
    } catch {
      throw .system(error)
    }
  }
}
