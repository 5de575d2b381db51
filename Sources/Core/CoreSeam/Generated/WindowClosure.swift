// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// Why the commissioning window closed.
public enum WindowClosure: Equatable, Sendable {
  /// Its time was up.
  case timeout
  /// The host application closed it, or opened another.
  case commanded
  /// Too many handshakes failed.
  case attemptsExhausted
  /// A commissioner has paired.
  case sessionEstablished
}

extension WindowClosure: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .timeout:
      try output.append(0)
    case .commanded:
      try output.append(1)
    case .attemptsExhausted:
      try output.append(2)
    case .sessionEstablished:
      try output.append(3)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = .timeout
    case 1: self = .commanded
    case 2: self = .attemptsExhausted
    case 3: self = .sessionEstablished
    default: throw .unknownCase
    }
  }
}

#if !hasFeature(Embedded)
  extension WindowClosure: CaseIterable {}
#endif
