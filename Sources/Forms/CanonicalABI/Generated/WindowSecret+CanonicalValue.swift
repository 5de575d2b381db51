// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension WindowSecret: CanonicalValue {
  public static var slotCount: Int { 3 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    let end = reader.index + Self.slotCount
    switch reader.readSlot() {
    case 0: self = try .passcode(UInt32(lifting: &reader))
    case 1: self = try .verifier(BoundedBytes<97>(lifting: &reader))
    default: throw .unknownCase
    }
    reader.skip(to: end)
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    let end = writer.values.count + Self.slotCount
    switch self {
    case .passcode(let value):
      writer.append(0)
      try value.lower(into: &writer)
    case .verifier(let value):
      writer.append(1)
      try value.lower(into: &writer)
    }
    writer.pad(to: end)
  }
}
