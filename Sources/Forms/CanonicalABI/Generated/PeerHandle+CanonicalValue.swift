// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension PeerHandle: CanonicalValue {
  public static var slotCount: Int { 1 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(rawValue: UInt32(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try rawValue.lower(into: &writer)
  }
}
