// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// Which side of a handshake, a session or an exchange the node is on.
public enum Role: Equatable, Sendable {
  /// It sent the first message: the commissioner in PASE.
  case initiator
  /// It answered: the device in PASE.
  case responder
}

extension Role: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .initiator:
      try output.append(0)
    case .responder:
      try output.append(1)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = .initiator
    case 1: self = .responder
    default: throw .unknownCase
    }
  }
}

#if !hasFeature(Embedded)
  extension Role: CaseIterable {}
#endif
