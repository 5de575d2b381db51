/// A reliable message that waits for its acknowledgement. Its bytes are kept beside it, in the
/// exchange table: what is sent again is the same datagram, not a new one.
struct Retransmission {
  /// Message counter of the datagram.
  let counter: UInt32
  let protocolID: UInt32
  let opcode: UInt8
  /// The counter that the datagram acknowledges.
  let acknowledgedCounter: UInt32?
  /// The application's token, when the message is the application's.
  let token: UInt32?
  /// How often it has been sent.
  var transmissions: UInt8
  /// When to send it again, or to give up.
  var next: Instant
}
