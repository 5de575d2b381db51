public import MatterBytes

/// What the core can be given: one value at one of its three in-ports.
public enum InEvent: Equatable, Sendable {
  /// `message_in`: a datagram or a command.
  case message(MessageIn)
  /// `clock_in`: the monotonic time in microseconds; it never goes back.
  case clock(UInt64)
  /// `entropy_in`: 1...64 bytes of a CSPRNG.
  case entropy(BoundedBytes<64>)
}

extension InEvent {
  private enum Port {
    static let message: UInt8 = 0x01
    static let clock: UInt8 = 0x02
    static let entropy: UInt8 = 0x03
  }

  /// The frame that carries the event.
  public func frame() -> Frame {
    switch self {
    case .message(let message): Frame(port: Port.message, value: message)
    case .clock(let microseconds): Frame(port: Port.clock, value: microseconds)
    case .entropy(let bytes): Frame(port: Port.entropy, value: bytes)
    }
  }

  /// Reads the body of a frame: port and value.
  public init(frameBody: Span<UInt8>) throws(SeamError) {
    var reader = ByteReader(frameBody)
    let port: UInt8
    do { port = try reader.readByte() } catch { throw .emptyFrame }
    switch port {
    case Port.message: self = .message(try MessageIn(from: &reader))
    case Port.clock: self = .clock(try UInt64(from: &reader))
    case Port.entropy: self = .entropy(try BoundedBytes(from: &reader))
    default: throw .unknownPort
    }
    guard reader.remaining == 0 else { throw .trailingBytes }
  }
}
