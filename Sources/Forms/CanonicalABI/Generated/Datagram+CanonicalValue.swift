// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension Datagram: CanonicalValue {
  public static var slotCount: Int { 3 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(peer: PeerHandle(lifting: &reader), bytes: BoundedBytes<1232>(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try peer.lower(into: &writer)
    try bytes.lower(into: &writer)
  }
}
