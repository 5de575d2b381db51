// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension DropReason: CanonicalValue {
  public static var slotCount: Int { 1 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    switch reader.readSlot() {
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

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    switch self {
    case .malformedHeader:
      writer.append(0)
    case .unsupportedSessionType:
      writer.append(1)
    case .wrongAddressing:
      writer.append(2)
    case .unknownSession:
      writer.append(3)
    case .authenticationFailed:
      writer.append(4)
    case .malformedProtocolHeader:
      writer.append(5)
    case .unknownExchange:
      writer.append(6)
    case .missingAcknowledgement:
      writer.append(7)
    case .noResources:
      writer.append(8)
    case .notListening:
      writer.append(9)
    }
  }
}
