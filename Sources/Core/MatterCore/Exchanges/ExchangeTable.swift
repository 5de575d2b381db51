import CoreSeam
import MatterBytes

/// All exchanges of the node, and the datagram of each that may have to be sent again.
struct ExchangeTable {
  private var entries = [8 of Exchange?](repeating: nil)
  private var datagrams = [8 of BoundedBytes<1232>](repeating: BoundedBytes())

  static let indices = 0..<Limits.exchanges

  @_addressableSelf func isOccupied(_ index: Int) -> Bool {
    entries[index] != nil
  }

  /// The exchange at an occupied index.
  subscript(index: Int) -> Exchange {
    @_addressableSelf get { entries[index]! }
    set { entries[index] = newValue }
  }

  /// The datagram that the exchange may have to send again.
  subscript(datagram index: Int) -> BoundedBytes<1232> {
    @_addressableSelf get { datagrams[index] }
    set { datagrams[index] = newValue }
  }

  @_addressableSelf func index(of channel: Exchange.Channel, id: UInt16, role: Role) -> Int? {
    for index in Self.indices {
      guard let exchange = entries[index] else { continue }
      guard exchange.channel == channel else { continue }
      guard exchange.id == id else { continue }
      guard exchange.role == role else { continue }
      return index
    }
    return nil
  }

  /// Whether there is an exchange in the channel that still has something under way.
  @_addressableSelf func hasBusyExchange(in channel: Exchange.Channel) -> Bool {
    for index in Self.indices {
      guard let exchange = entries[index] else { continue }
      guard exchange.channel == channel else { continue }
      guard exchange.isIdle else { return true }
    }
    return false
  }

  /// Whether an exchange lives in the channel.
  @_addressableSelf func hasExchange(in channel: Exchange.Channel) -> Bool {
    for index in Self.indices where entries[index]?.channel == channel { return true }
    return false
  }

  /// Whether there is an exchange of this id that this node has begun.
  @_addressableSelf func hasExchange(begunHereAs id: UInt16) -> Bool {
    for index in Self.indices {
      guard let exchange = entries[index] else { continue }
      guard exchange.role == .initiator else { continue }
      if exchange.id == id { return true }
    }
    return false
  }

  /// A free index, or that of the idle exchange that has been quiet for the longest. Before a new
  /// exchange takes its place, the acknowledgement that it owes must go out.
  @_addressableSelf func indexForNewExchange() -> Int? {
    var oldest: Int?
    for index in Self.indices {
      guard let exchange = entries[index] else { return index }
      guard exchange.isIdle else { continue }
      guard let candidate = oldest else {
        oldest = index
        continue
      }
      if exchange.lastActivity < self[candidate].lastActivity { oldest = index }
    }
    return oldest
  }

  mutating func remove(_ index: Int) {
    entries[index] = nil
  }
}
