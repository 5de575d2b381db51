// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension EstablishedSession: CanonicalValue {
  public static var slotCount: Int { 7 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(
      session: UInt16(lifting: &reader), peerSession: UInt16(lifting: &reader),
      role: Role(lifting: &reader), peer: PeerHandle(lifting: &reader),
      parameters: PeerParameters(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try session.lower(into: &writer)
    try peerSession.lower(into: &writer)
    try role.lower(into: &writer)
    try peer.lower(into: &writer)
    try parameters.lower(into: &writer)
  }
}
