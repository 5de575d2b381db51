// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension ExchangeReference: CanonicalValue {
  public static var slotCount: Int { 2 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(id: UInt16(lifting: &reader), role: Role(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try id.lower(into: &writer)
    try role.lower(into: &writer)
  }
}
