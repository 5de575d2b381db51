// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension ReceivedMessage: CanonicalValue {
  public static var slotCount: Int { 7 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(
      session: UInt16(lifting: &reader), exchange: ExchangeReference(lifting: &reader),
      protocolID: UInt32(lifting: &reader), opcode: UInt8(lifting: &reader),
      payload: BoundedBytes<1206>(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try session.lower(into: &writer)
    try exchange.lower(into: &writer)
    try protocolID.lower(into: &writer)
    try opcode.lower(into: &writer)
    try payload.lower(into: &writer)
  }
}
