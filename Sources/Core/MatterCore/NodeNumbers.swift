/// The numbers that a node counts on from a random start: message counter of its unsecured
/// messages, and exchange id.
struct NodeNumbers {
  private var counter: UnsecuredMessageCounter
  private var upcomingExchangeID: UInt16

  init?(drawingFrom pool: inout EntropyPool) {
    guard pool.count >= 4 + 2 else { return nil }
    guard let counterEntropy = pool.drawUInt32() else { return nil }
    guard let exchangeID = pool.drawUInt16() else { return nil }
    counter = UnsecuredMessageCounter(first: initialMessageCounter(entropy: counterEntropy))
    upcomingExchangeID = exchangeID
  }

  mutating func nextUnsecuredCounter() -> UInt32 {
    counter.next()
  }

  mutating func nextExchangeID() -> UInt16 {
    defer { upcomingExchangeID &+= 1 }
    return upcomingExchangeID
  }
}
