// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// With whom to pair, and the passcode.
public struct PairOrder: Equatable, Sendable {
  /// The device.
  public var peer: PeerHandle
  /// The device's passcode.
  public var passcode: UInt32

  public init(peer: PeerHandle, passcode: UInt32) {
    self.peer = peer
    self.passcode = passcode
  }
}

extension PairOrder: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try peer.encode(into: &output)
    try passcode.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    peer = try PeerHandle(from: &reader)
    passcode = try UInt32(from: &reader)
  }
}
