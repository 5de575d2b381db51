// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// A peer as the host knows it: the host maps it to an address, the core only compares it.
public struct PeerHandle: Equatable, Sendable {
  /// A number of the host's choice.
  public var rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}

extension PeerHandle: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try rawValue.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    rawValue = try UInt32(from: &reader)
  }
}
