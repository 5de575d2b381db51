// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// What became of an application message.
public enum DeliveryOutcome: Equatable, Sendable {
  /// It was sent once; no acknowledgement was asked for.
  case sent
  /// The peer acknowledged it.
  case acknowledged
  /// All its transmissions went unacknowledged.
  case unacknowledged
  /// The session ended before it was acknowledged.
  case sessionClosed
}

extension DeliveryOutcome: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .sent:
      try output.append(0)
    case .acknowledged:
      try output.append(1)
    case .unacknowledged:
      try output.append(2)
    case .sessionClosed:
      try output.append(3)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = .sent
    case 1: self = .acknowledged
    case 2: self = .unacknowledged
    case 3: self = .sessionClosed
    default: throw .unknownCase
    }
  }
}

#if !hasFeature(Embedded)
  extension DeliveryOutcome: CaseIterable {}
#endif
