/// The numbers that a node counts on from a random start: message counter of its unsecured
/// messages, and exchange id.
struct NodeNumbers {
  /// Whether they have been drawn. Before that, nothing is sent.
  private(set) var areDrawn = false
  private var counter = UnsecuredMessageCounter(first: 0)
  private var upcomingExchangeID: UInt16 = 0

  /// Draws the numbers, if that has not been done.
  /// - Returns: whether they are there.
  mutating func prepare(drawingFrom pool: inout EntropyPool) -> Bool {
    guard !areDrawn else { return true }
    guard let drawn: [6 of UInt8] = pool.draw() else { return false }
    counter = UnsecuredMessageCounter(
      first: initialMessageCounter(entropy: littleEndian(drawn.span, at: 0)))
    upcomingExchangeID = littleEndian(drawn.span, at: 4)
    areDrawn = true
    return true
  }

  mutating func nextUnsecuredCounter() -> UInt32 {
    precondition(areDrawn, "the node draws its numbers before it sends anything")
    return counter.next()
  }

  mutating func nextExchangeID() -> UInt16 {
    precondition(areDrawn, "the node draws its numbers before it begins an exchange")
    defer { upcomingExchangeID &+= 1 }
    return upcomingExchangeID
  }
}
