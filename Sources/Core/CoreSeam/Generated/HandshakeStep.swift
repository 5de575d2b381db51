// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// How far a PASE handshake has come.
public enum HandshakeStep: Equatable, Sendable {
  /// The device has accepted a PBKDFParamRequest and answered it.
  case requestAccepted
  /// The commissioner has accepted the PBKDFParamResponse and derives its secrets.
  case responseAccepted
  /// The commissioner has sent Pake1.
  case pake1Sent
  /// The device has accepted Pake1 and sent Pake2.
  case pake2Sent
  /// The commissioner has verified cB and sent Pake3.
  case pake3Sent
}

extension HandshakeStep: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .requestAccepted:
      try output.append(0)
    case .responseAccepted:
      try output.append(1)
    case .pake1Sent:
      try output.append(2)
    case .pake2Sent:
      try output.append(3)
    case .pake3Sent:
      try output.append(4)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = .requestAccepted
    case 1: self = .responseAccepted
    case 2: self = .pake1Sent
    case 3: self = .pake2Sent
    case 4: self = .pake3Sent
    default: throw .unknownCase
    }
  }
}

#if !hasFeature(Embedded)
  extension HandshakeStep: CaseIterable {}
#endif
