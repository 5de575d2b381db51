// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension SessionClosure: CanonicalValue {
  public static var slotCount: Int { 1 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    switch reader.readSlot() {
    case 0: self = .peer
    case 1: self = .commanded
    case 2: self = .evicted
    case 3: self = .counterExhausted
    default: throw .unknownCase
    }
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    switch self {
    case .peer:
      writer.append(0)
    case .commanded:
      writer.append(1)
    case .evicted:
      writer.append(2)
    case .counterExhausted:
      writer.append(3)
    }
  }
}
