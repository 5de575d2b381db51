// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// What the core did with a message.
public enum MessageFate: Equatable, Sendable {
  /// Sent for the first time.
  case sent
  /// Sent again, byte for byte.
  case retransmitted
  /// Received, and acted on.
  case accepted
  /// Received once more; acknowledged if it asks for that, otherwise ignored.
  case duplicate
  /// Received and ignored, or answered by an acknowledgement only.
  case dropped(DropReason)
}

extension MessageFate: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .sent:
      try output.append(0)
    case .retransmitted:
      try output.append(1)
    case .accepted:
      try output.append(2)
    case .duplicate:
      try output.append(3)
    case .dropped(let value):
      try output.append(4)
      try value.encode(into: &output)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = .sent
    case 1: self = .retransmitted
    case 2: self = .accepted
    case 3: self = .duplicate
    case 4: self = try .dropped(DropReason(from: &reader))
    default: throw .unknownCase
    }
  }
}
