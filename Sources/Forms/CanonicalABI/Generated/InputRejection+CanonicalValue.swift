// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension InputRejection: CanonicalValue {
  public static var slotCount: Int { 1 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    switch reader.readSlot() {
    case 0: self = .clockWentBack
    case 1: self = .clockMissing
    case 2: self = .invalidConfiguration
    case 3: self = .invalidPasscode
    case 4: self = .invalidVerifier
    case 5: self = .invalidIterations
    case 6: self = .invalidSalt
    case 7: self = .invalidDuration
    case 8: self = .noWindow
    case 9: self = .pairingInProgress
    case 10: self = .unknownSession
    case 11: self = .unknownExchange
    case 12: self = .exchangeBusy
    case 13: self = .noFreeExchange
    case 14: self = .entropyPoolFull
    case 15: self = .reservedProtocol
    default: throw .unknownCase
    }
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    switch self {
    case .clockWentBack:
      writer.append(0)
    case .clockMissing:
      writer.append(1)
    case .invalidConfiguration:
      writer.append(2)
    case .invalidPasscode:
      writer.append(3)
    case .invalidVerifier:
      writer.append(4)
    case .invalidIterations:
      writer.append(5)
    case .invalidSalt:
      writer.append(6)
    case .invalidDuration:
      writer.append(7)
    case .noWindow:
      writer.append(8)
    case .pairingInProgress:
      writer.append(9)
    case .unknownSession:
      writer.append(10)
    case .unknownExchange:
      writer.append(11)
    case .exchangeBusy:
      writer.append(12)
    case .noFreeExchange:
      writer.append(13)
    case .entropyPoolFull:
      writer.append(14)
    case .reservedProtocol:
      writer.append(15)
    }
  }
}
