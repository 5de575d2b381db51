/// A cursor over borrowed bytes: each read takes a value off the front or fails and takes nothing.
public struct ByteReader: ~Escapable {
  private let bytes: Span<UInt8>

  /// How many bytes have been taken.
  public private(set) var offset = 0

  @_lifetime(copy bytes)
  public init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  /// How many bytes are left.
  public var remaining: Int { bytes.count - offset }

  /// - Throws: `truncated` when nothing is left.
  public mutating func readByte() throws(ByteError) -> UInt8 {
    guard offset < bytes.count else { throw .truncated }
    let byte = bytes[offset]
    offset += 1
    return byte
  }

  /// An unsigned integer, least significant byte first.
  /// - Throws: `truncated` when fewer bytes are left than it is wide.
  public mutating func readLittleEndian<Value: FixedWidthInteger & UnsignedInteger>(
    _ type: Value.Type = Value.self
  ) throws(ByteError) -> Value {
    let width = Value.bitWidth / 8
    guard width <= remaining else { throw .truncated }
    var value: Value = 0
    // From the top byte down: shifts by a constant need no library call on 32-bit targets.
    for index in (0..<width).reversed() {
      value = value &<< 8 | Value(truncatingIfNeeded: bytes[offset &+ index])
    }
    offset += width
    return value
  }

  /// The next `count` bytes.
  /// - Throws: `truncated` when fewer are left.
  @_lifetime(copy self)
  public mutating func readBytes(_ count: Int) throws(ByteError) -> Span<UInt8> {
    guard count >= 0 else { throw .truncated }
    guard count <= remaining else { throw .truncated }
    let taken = bytes.extracting(offset..<(offset + count))
    offset += count
    return taken
  }

  /// All that is left.
  @_lifetime(copy self)
  public mutating func readRest() -> Span<UInt8> {
    let rest = bytes.extracting(offset..<bytes.count)
    offset = bytes.count
    return rest
  }
}
