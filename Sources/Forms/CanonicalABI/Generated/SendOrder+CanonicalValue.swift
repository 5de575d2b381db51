// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import CoreSeam
import MatterBytes

extension SendOrder: CanonicalValue {
  public static var slotCount: Int { 11 }

  public init(lifting reader: inout FlatReader) throws(CanonicalError) {
    try self.init(
      token: UInt32(lifting: &reader), session: UInt16(lifting: &reader),
      exchange: Optional<ExchangeReference>(lifting: &reader), protocolID: UInt16(lifting: &reader),
      opcode: UInt8(lifting: &reader), isReliable: Bool(lifting: &reader),
      endsExchange: Bool(lifting: &reader), payload: BoundedBytes<1178>(lifting: &reader))
  }

  public func lower(into writer: inout FlatWriter) throws(CanonicalError) {
    try token.lower(into: &writer)
    try session.lower(into: &writer)
    try exchange.lower(into: &writer)
    try protocolID.lower(into: &writer)
    try opcode.lower(into: &writer)
    try isReliable.lower(into: &writer)
    try endsExchange.lower(into: &writer)
    try payload.lower(into: &writer)
  }
}
