// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension MessageFate: CanonicalValue {
  public static var slotCount: Int { 2 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    let end = reader.index + Self.slotCount
    switch reader.readSlot() {
    case 0: self = .sent
    case 1: self = .retransmitted
    case 2: self = .accepted
    case 3: self = .duplicate
    case 4: self = try .dropped(DropReason(lifting: &reader))
    default: throw .unknownCase
    }
    reader.skip(to: end)
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    let end = writer.values.count + Self.slotCount
    switch self {
    case .sent:
      writer.append(0)
    case .retransmitted:
      writer.append(1)
    case .accepted:
      writer.append(2)
    case .duplicate:
      writer.append(3)
    case .dropped(let value):
      writer.append(4)
      try value.lower(into: &writer)
    }
    writer.pad(to: end)
  }
}
