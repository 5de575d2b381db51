import MatterBytes
import MatterWire

/// The message by which a state of a handshake answers, or begins it.
struct HandshakeReply {
  private(set) var opcode = SecureChannelOpcode.statusReport
  private(set) var payload = BoundedBytes<256>()

  mutating func write(
    _ opcode: SecureChannelOpcode,
    payload write: (inout BoundedBytes<256>) throws(ByteError) -> Void
  ) {
    self.opcode = opcode
    do {
      try write(&payload)
    } catch {
      preconditionFailure("no message of a handshake is longer than 256 bytes")
    }
  }
}
