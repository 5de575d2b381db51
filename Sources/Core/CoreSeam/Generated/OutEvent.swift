// Generated from aadl/; change the model, then run `matter-sim model swift`.
import MatterBytes

/// What the core can emit: one value at one of its out-ports.
public enum OutEvent: Equatable, Sendable {
  /// A datagram to send, or a notice for the host application.
  ///
  /// The port `message_out`.
  case message(MessageOut)
  /// When, in microseconds, the core next wants `clock_in`; absent for never.
  ///
  /// The port `deadline_out`.
  case deadline(DeadlineOut)
  /// How many bytes the entropy pool would like.
  ///
  /// The port `entropy_wanted`.
  case entropyWanted(EntropyWanted)
}

extension OutEvent {
  private enum Port {
    static let message: UInt8 = 0x81
    static let deadline: UInt8 = 0x82
    static let entropyWanted: UInt8 = 0x83
  }

  /// The frame that carries the event.
  public func frame() -> Frame {
    switch self {
    case .message(let value): Frame(port: Port.message, value: value)
    case .deadline(let value): Frame(port: Port.deadline, value: value)
    case .entropyWanted(let value): Frame(port: Port.entropyWanted, value: value)
    }
  }

  /// Reads the body of a frame: port and value.
  public init(frameBody: Span<UInt8>) throws(SeamError) {
    var reader = ByteReader(frameBody)
    let port: UInt8
    do { port = try reader.readByte() } catch { throw .emptyFrame }
    switch port {
    case Port.message: self = .message(try MessageOut(from: &reader))
    case Port.deadline: self = .deadline(try Optional<UInt64>(from: &reader))
    case Port.entropyWanted: self = .entropyWanted(try UInt32(from: &reader))
    default: throw .unknownPort
    }
    guard reader.remaining == 0 else { throw .trailingBytes }
  }
}

/// What the port `deadline_out` carries.
public typealias DeadlineOut = UInt64?

/// What the port `entropy_wanted` carries.
public typealias EntropyWanted = UInt32
