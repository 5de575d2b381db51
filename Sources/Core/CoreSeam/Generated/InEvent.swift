// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// What the core can be given: one value at one of its in-ports.
public enum InEvent: Equatable, Sendable {
  /// A datagram from a peer, or a command from the host application.
  ///
  /// The port `message_in`.
  case message(MessageIn)
  /// The monotonic time in microseconds; it never goes back.
  ///
  /// The port `clock_in`.
  case clock(ClockIn)
  /// At most 64 bytes of a CSPRNG.
  ///
  /// The port `entropy_in`.
  case entropy(EntropyIn)
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
    case .message(let value): Frame(port: Port.message, value: value)
    case .clock(let value): Frame(port: Port.clock, value: value)
    case .entropy(let value): Frame(port: Port.entropy, value: value)
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
    case Port.entropy: self = .entropy(try BoundedBytes<64>(from: &reader))
    default: throw .unknownPort
    }
    guard reader.remaining == 0 else { throw .trailingBytes }
  }
}

/// What the port `clock_in` carries.
public typealias ClockIn = UInt64

/// What the port `entropy_in` carries.
public typealias EntropyIn = BoundedBytes<64>
