// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension HandshakeStep: CanonicalValue {
  public static var slotCount: Int { 1 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    switch reader.readSlot() {
    case 0: self = .requestAccepted
    case 1: self = .responseAccepted
    case 2: self = .pake1Sent
    case 3: self = .pake2Sent
    case 4: self = .pake3Sent
    default: throw .unknownCase
    }
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    switch self {
    case .requestAccepted:
      writer.append(0)
    case .responseAccepted:
      writer.append(1)
    case .pake1Sent:
      writer.append(2)
    case .pake2Sent:
      writer.append(3)
    case .pake3Sent:
      writer.append(4)
    }
  }
}
