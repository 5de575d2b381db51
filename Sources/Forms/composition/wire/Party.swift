import CoreSeam
import MatterBytes

/// What the wire knows of one core from what it has emitted.
struct Party {
  var entropy: SeededEntropy
  /// How many bytes the core would like and has not been given.
  var wanted: UInt32 = 0
  /// When it next wants the time.
  var deadline: UInt64?
  var windowIsOpen = false
  /// Its session, until that ends.
  var session: UInt16?
  var hasHadSession = false
  /// The last application message that it received.
  var received: ReceivedMessage?
  var isDelivered = false

  func isDue(at now: UInt64) -> Bool {
    guard let deadline else { return false }
    return deadline <= now
  }

  /// The next piece of what the core would like, as large as one event allows.
  mutating func drawEntropy() -> BoundedBytes<64>? {
    guard wanted > 0 else { return nil }
    let bytes = entropy.draw(atMost: wanted)
    wanted -= UInt32(bytes.count)
    return bytes
  }

  /// - Throws: what keeps the run from its good end.
  mutating func hear(_ notice: Notice, at side: Side) throws(Failure) {
    switch notice {
    case .windowOpened: windowIsOpen = true
    case .windowClosed: windowIsOpen = false
    case .handshakeProgress: break
    case .messageProcessed: break
    case .sessionEstablished(let established):
      session = established.session
      hasHadSession = true
    case .pairingFailed(_, _, let failure, _): throw Failure(side: side, reason: failure.reason)
    case .messageReceived(let message): received = message
    case .delivery(_, _, let outcome):
      guard outcome == .acknowledged else {
        throw Failure(side: side, reason: "an encrypted message was not acknowledged")
      }
      isDelivered = true
    case .sessionClosed: session = nil
    case .inputRejected: throw Failure(side: side, reason: "the core rejected an input")
    }
  }
}
