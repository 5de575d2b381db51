// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// An exchange within its session.
public struct ExchangeReference: Equatable, Sendable {
  /// Exchange id.
  public var id: UInt16
  /// The side that this node has in the exchange.
  public var role: Role

  public init(id: UInt16, role: Role) {
    self.id = id
    self.role = role
  }
}

extension ExchangeReference: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try id.encode(into: &output)
    try role.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    id = try UInt16(from: &reader)
    role = try Role(from: &reader)
  }
}
