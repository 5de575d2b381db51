import CoreSeam
import MatterBytes
import MatterCrypto
import MatterWire

/// PASE initiator, last state: Pake3 is sent. The keys are there, and are used only once the device
/// says that it has them too.
struct AwaitingStatusReport: ~Copyable {
  private let keys: SessionKeys
  let terms: SessionTerms

  init(keys: SessionKeys, terms: SessionTerms) {
    self.keys = keys
    self.terms = terms
  }

  consuming func succeed() -> HandshakeResult {
    HandshakeResult(terms: terms, keys: keys)
  }
}
