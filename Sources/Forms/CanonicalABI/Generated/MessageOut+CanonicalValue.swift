// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension MessageOut: CanonicalValue {
  public static var slotCount: Int { 15 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    let end = reader.index + Self.slotCount
    switch reader.readSlot() {
    case 0: self = try .datagram(Datagram(lifting: &reader))
    case 1: self = try .notice(Notice(lifting: &reader))
    default: throw .unknownCase
    }
    reader.skip(to: end)
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    let end = writer.values.count + Self.slotCount
    switch self {
    case .datagram(let value):
      writer.append(0)
      try value.lower(into: &writer)
    case .notice(let value):
      writer.append(1)
      try value.lower(into: &writer)
    }
    writer.pad(to: end)
  }
}
