import MatterBytes
import MatterWire

/// The message by which a state of a handshake answers, or begins it.
struct HandshakeReply {
  private(set) var opcode = SecureChannelOpcode.statusReport
  private(set) var payload = BoundedBytes<256>()

  /// - Parameter write: appends the payload, of at most 256 bytes.
  mutating func write(
    _ opcode: SecureChannelOpcode, payload write: (inout BoundedBytes<256>) -> Void
  ) {
    self.opcode = opcode
    write(&payload)
  }
}
