import MatterBytes

/// Datagrams on their way, four at most.
struct DatagramQueue {
  private var datagrams = [4 of BoundedBytes<1232>](repeating: BoundedBytes())
  private var first = 0
  private var count = 0

  mutating func add(_ bytes: BoundedBytes<1232>) {
    precondition(count < 4, "a datagram is taken before four more are sent")
    datagrams[(first &+ count) & 3] = bytes
    count &+= 1
  }

  mutating func take() -> BoundedBytes<1232>? {
    guard count > 0 else { return nil }
    let bytes = datagrams[first]
    first = (first &+ 1) & 3
    count &-= 1
    return bytes
  }
}
