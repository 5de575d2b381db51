// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension NodeConfiguration: CanonicalValue {
  public static var slotCount: Int { 8 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(
      idleIntervalMilliseconds: UInt32(lifting: &reader),
      activeIntervalMilliseconds: UInt32(lifting: &reader),
      activeThresholdMilliseconds: UInt16(lifting: &reader),
      dataModelRevision: UInt16(lifting: &reader),
      interactionModelRevision: UInt16(lifting: &reader),
      specificationVersion: UInt32(lifting: &reader), maxPathsPerInvoke: UInt16(lifting: &reader),
      reportsMessages: Bool(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try idleIntervalMilliseconds.lower(into: &writer)
    try activeIntervalMilliseconds.lower(into: &writer)
    try activeThresholdMilliseconds.lower(into: &writer)
    try dataModelRevision.lower(into: &writer)
    try interactionModelRevision.lower(into: &writer)
    try specificationVersion.lower(into: &writer)
    try maxPathsPerInvoke.lower(into: &writer)
    try reportsMessages.lower(into: &writer)
  }
}
