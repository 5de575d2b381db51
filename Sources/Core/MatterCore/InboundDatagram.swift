import CoreSeam

/// A datagram where it stands: of the largest values none should be copied that need not be.
struct InboundDatagram: ~Escapable {
  let peer: PeerHandle
  let bytes: Span<UInt8>

  @_lifetime(copy bytes)
  init(from peer: PeerHandle, _ bytes: Span<UInt8>) {
    self.peer = peer
    self.bytes = bytes
  }
}
