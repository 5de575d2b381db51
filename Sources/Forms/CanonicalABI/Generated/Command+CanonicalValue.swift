// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension Command: CanonicalValue {
  public static var slotCount: Int { 12 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    let end = reader.index + Self.slotCount
    switch reader.readSlot() {
    case 0: self = try .configure(NodeConfiguration(lifting: &reader))
    case 1: self = try .openWindow(WindowOrder(lifting: &reader))
    case 2: self = .closeWindow
    case 3: self = try .pair(PairOrder(lifting: &reader))
    case 4: self = try .send(SendOrder(lifting: &reader))
    case 5: self = try .closeSession(session: UInt16(lifting: &reader))
    default: throw .unknownCase
    }
    reader.skip(to: end)
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    let end = writer.values.count + Self.slotCount
    switch self {
    case .configure(let value):
      writer.append(0)
      try value.lower(into: &writer)
    case .openWindow(let value):
      writer.append(1)
      try value.lower(into: &writer)
    case .closeWindow:
      writer.append(2)
    case .pair(let value):
      writer.append(3)
      try value.lower(into: &writer)
    case .send(let value):
      writer.append(4)
      try value.lower(into: &writer)
    case .closeSession(let session):
      writer.append(5)
      try session.lower(into: &writer)
    }
    writer.pad(to: end)
  }
}
