// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// Why a datagram was not acted on.
public enum DropReason: Equatable, Sendable {
  /// The message header cannot be read, or sets what is reserved.
  case malformedHeader
  /// A group message, or one with privacy: not of this core.
  case unsupportedSessionType
  /// An unsecured message must name exactly one of source and destination.
  case wrongAddressing
  /// No session has this id.
  case unknownSession
  /// The tag does not match.
  case authenticationFailed
  /// The protocol header cannot be read.
  case malformedProtocolHeader
  /// No exchange has this id, and the message does not open one.
  case unknownExchange
  /// A reply that does not acknowledge the message it answers.
  case missingAcknowledgement
  /// All exchanges are in use.
  case noResources
  /// Nothing here handles this message now.
  case notListening
}

extension DropReason: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .malformedHeader:
      try output.append(0)
    case .unsupportedSessionType:
      try output.append(1)
    case .wrongAddressing:
      try output.append(2)
    case .unknownSession:
      try output.append(3)
    case .authenticationFailed:
      try output.append(4)
    case .malformedProtocolHeader:
      try output.append(5)
    case .unknownExchange:
      try output.append(6)
    case .missingAcknowledgement:
      try output.append(7)
    case .noResources:
      try output.append(8)
    case .notListening:
      try output.append(9)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = .malformedHeader
    case 1: self = .unsupportedSessionType
    case 2: self = .wrongAddressing
    case 3: self = .unknownSession
    case 4: self = .authenticationFailed
    case 5: self = .malformedProtocolHeader
    case 6: self = .unknownExchange
    case 7: self = .missingAcknowledgement
    case 8: self = .noResources
    case 9: self = .notListening
    default: throw .unknownCase
    }
  }
}

#if !hasFeature(Embedded)
  extension DropReason: CaseIterable {}
#endif
