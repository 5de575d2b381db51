// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// The session parameters of a peer, absent values replaced by their defaults.
public struct PeerParameters: Equatable, Sendable {
  /// SII in milliseconds.
  public var idleIntervalMilliseconds: UInt32
  /// SAI in milliseconds.
  public var activeIntervalMilliseconds: UInt32
  /// SAT in milliseconds.
  public var activeThresholdMilliseconds: UInt16

  public init(
    idleIntervalMilliseconds: UInt32,
    activeIntervalMilliseconds: UInt32,
    activeThresholdMilliseconds: UInt16
  ) {
    self.idleIntervalMilliseconds = idleIntervalMilliseconds
    self.activeIntervalMilliseconds = activeIntervalMilliseconds
    self.activeThresholdMilliseconds = activeThresholdMilliseconds
  }
}

extension PeerParameters: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try idleIntervalMilliseconds.encode(into: &output)
    try activeIntervalMilliseconds.encode(into: &output)
    try activeThresholdMilliseconds.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    idleIntervalMilliseconds = try UInt32(from: &reader)
    activeIntervalMilliseconds = try UInt32(from: &reader)
    activeThresholdMilliseconds = try UInt16(from: &reader)
  }
}
