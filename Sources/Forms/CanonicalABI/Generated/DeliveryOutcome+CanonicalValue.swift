// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension DeliveryOutcome: CanonicalValue {
  public static var slotCount: Int { 1 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    switch reader.readSlot() {
    case 0: self = .sent
    case 1: self = .acknowledged
    case 2: self = .unacknowledged
    case 3: self = .sessionClosed
    default: throw .unknownCase
    }
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    switch self {
    case .sent:
      writer.append(0)
    case .acknowledged:
      writer.append(1)
    case .unacknowledged:
      writer.append(2)
    case .sessionClosed:
      writer.append(3)
    }
  }
}
