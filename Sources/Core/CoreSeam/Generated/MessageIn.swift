// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// What arrives at the port `message_in`.
public enum MessageIn: Equatable, Sendable {
  /// A UDP payload from a peer.
  case datagram(Datagram)
  /// An order from the host application.
  case command(Command)
}

extension MessageIn: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .datagram(let value):
      try output.append(0)
      try value.encode(into: &output)
    case .command(let value):
      try output.append(1)
      try value.encode(into: &output)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = try .datagram(Datagram(from: &reader))
    case 1: self = try .command(Command(from: &reader))
    default: throw .unknownCase
    }
  }
}
