// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// What leaves by the port `message_out`.
public enum MessageOut: Equatable, Sendable {
  /// A UDP payload to send.
  case datagram(Datagram)
  /// News for the host application.
  case notice(Notice)
}

extension MessageOut: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .datagram(let value):
      try output.append(0)
      try value.encode(into: &output)
    case .notice(let value):
      try output.append(1)
      try value.encode(into: &output)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = try .datagram(Datagram(from: &reader))
    case 1: self = try .notice(Notice(from: &reader))
    default: throw .unknownCase
    }
  }
}
