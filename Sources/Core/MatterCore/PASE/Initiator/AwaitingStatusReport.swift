import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// PASE initiator, last state: Pake3 is sent. The keys are there, and are used only once the device
/// says that it has them too.
struct AwaitingStatusReport: ~Copyable {
  private var keys: SessionKeys
  let terms: SessionTerms

  init(keys: SessionKeys, terms: SessionTerms) {
    self.keys = keys
    self.terms = terms
  }

  /// The device has said that it has the keys too.
  consuming func succeed() -> HandshakeResult {
    defer { wipe() }
    return HandshakeResult(terms: terms, keys: keys)
  }

  /// Overwrites what the handshake keeps secret.
  mutating func wipe() {
    keys.wipe()
  }
}
