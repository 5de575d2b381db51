// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension WindowOrder: CanonicalValue {
  public static var slotCount: Int { 7 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(
      secret: WindowSecret(lifting: &reader), iterations: UInt32(lifting: &reader),
      salt: BoundedBytes<32>(lifting: &reader), durationSeconds: UInt16(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try secret.lower(into: &writer)
    try iterations.lower(into: &writer)
    try salt.lower(into: &writer)
    try durationSeconds.lower(into: &writer)
  }
}
