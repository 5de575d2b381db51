// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// Why a secure session ended.
public enum SessionClosure: Equatable, Sendable {
  /// The peer sent CloseSession.
  case peer
  /// The host application closed it.
  case commanded
  /// It was the least recently used, and its place was needed.
  case evicted
  /// Its message counter has no value left that would not repeat a nonce.
  case counterExhausted
}

extension SessionClosure: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .peer:
      try output.append(0)
    case .commanded:
      try output.append(1)
    case .evicted:
      try output.append(2)
    case .counterExhausted:
      try output.append(3)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = .peer
    case 1: self = .commanded
    case 2: self = .evicted
    case 3: self = .counterExhausted
    default: throw .unknownCase
    }
  }
}

#if !hasFeature(Embedded)
  extension SessionClosure: CaseIterable {}
#endif
