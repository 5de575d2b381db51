// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension PeerParameters: CanonicalValue {
  public static var slotCount: Int { 3 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(
      idleIntervalMilliseconds: UInt32(lifting: &reader),
      activeIntervalMilliseconds: UInt32(lifting: &reader),
      activeThresholdMilliseconds: UInt16(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try idleIntervalMilliseconds.lower(into: &writer)
    try activeIntervalMilliseconds.lower(into: &writer)
    try activeThresholdMilliseconds.lower(into: &writer)
  }
}
