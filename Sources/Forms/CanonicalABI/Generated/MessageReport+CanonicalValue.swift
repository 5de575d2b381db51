// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension MessageReport: CanonicalValue {
  public static var slotCount: Int { 13 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(
      fate: MessageFate(lifting: &reader), peer: PeerHandle(lifting: &reader),
      session: UInt16(lifting: &reader), messageCounter: UInt32(lifting: &reader),
      exchange: UInt16(lifting: &reader), protocolID: UInt32(lifting: &reader),
      opcode: UInt8(lifting: &reader), acknowledgedCounter: Optional<UInt32>(lifting: &reader),
      needsAcknowledgement: Bool(lifting: &reader), byteCount: UInt16(lifting: &reader),
      transmission: UInt8(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try fate.lower(into: &writer)
    try peer.lower(into: &writer)
    try session.lower(into: &writer)
    try messageCounter.lower(into: &writer)
    try exchange.lower(into: &writer)
    try protocolID.lower(into: &writer)
    try opcode.lower(into: &writer)
    try acknowledgedCounter.lower(into: &writer)
    try needsAcknowledgement.lower(into: &writer)
    try byteCount.lower(into: &writer)
    try transmission.lower(into: &writer)
  }
}
