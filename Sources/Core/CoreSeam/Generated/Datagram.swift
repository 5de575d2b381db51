// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// A UDP payload and the peer it came from or goes to.
public struct Datagram: Equatable, Sendable {
  /// Sender or addressee.
  public var peer: PeerHandle
  /// The payload: at most what an IPv6 packet of 1280 bytes leaves after its headers.
  public var bytes: BoundedBytes<1232>

  public init(peer: PeerHandle, bytes: BoundedBytes<1232>) {
    self.peer = peer
    self.bytes = bytes
  }
}

extension Datagram: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    try peer.encode(into: &output)
    try bytes.encode(into: &output)
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    peer = try PeerHandle(from: &reader)
    bytes = try BoundedBytes<1232>(from: &reader)
  }
}
