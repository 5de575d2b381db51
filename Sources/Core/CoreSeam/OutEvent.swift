import MatterBytes

/// What the core can emit: one value at one of its three out-ports.
public enum OutEvent: Equatable, Sendable {
  /// `message_out`: a datagram to send, or a notice.
  case message(MessageOut)
  /// `deadline_out`: when, in microseconds, the core next wants `clock_in`; `nil` for never.
  case deadline(UInt64?)
  /// `entropy_wanted`: how many bytes the pool would like.
  case entropyWanted(UInt32)
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
    case .message(let message): Frame(port: Port.message, value: message)
    case .deadline(let microseconds): Frame(port: Port.deadline, value: microseconds)
    case .entropyWanted(let count): Frame(port: Port.entropyWanted, value: count)
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
