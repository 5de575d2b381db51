// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension WindowClosure: CanonicalValue {
  public static var slotCount: Int { 1 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    switch reader.readSlot() {
    case 0: self = .timeout
    case 1: self = .commanded
    case 2: self = .attemptsExhausted
    case 3: self = .sessionEstablished
    default: throw .unknownCase
    }
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    switch self {
    case .timeout:
      writer.append(0)
    case .commanded:
      writer.append(1)
    case .attemptsExhausted:
      writer.append(2)
    case .sessionEstablished:
      writer.append(3)
    }
  }
}
