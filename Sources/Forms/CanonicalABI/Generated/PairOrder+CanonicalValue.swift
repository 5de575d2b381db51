// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension PairOrder: CanonicalValue {
  public static var slotCount: Int { 2 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(peer: PeerHandle(lifting: &reader), passcode: UInt32(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try peer.lower(into: &writer)
    try passcode.lower(into: &writer)
  }
}
