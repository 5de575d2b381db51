public import CoreSeam
import TraceFormat

/// The addresses behind the peer handles that the core knows.
///
/// A handle number is not given again before all others were, so a session whose peer was forgotten
/// sends into the void and not to a stranger. The table is bounded: the address not used for longest makes room, but
/// never one that is pinned because a session or handshake needs it.
public struct PeerTable {
  private struct Entry {
    let address: PeerAddress
    var lastUse: UInt64
    var pins: Int
  }

  /// How many addresses there can be.
  public let capacity: Int

  private var entries: [UInt32: Entry] = [:]
  private var handles: [PeerAddress: UInt32] = [:]
  private var uses: UInt64 = 0
  private var lastHandle: UInt32

  /// - Parameter lastHandle: the handle before the first one that is given.
  public init(capacity: Int = 256, lastHandle: UInt32 = 0) {
    precondition(capacity > 0, "a table holds at least one peer")
    self.capacity = capacity
    self.lastHandle = lastHandle
  }

  public var count: Int { entries.count }

  /// The handle of an address, a new one if it has none.
  /// - Returns: nil when all places are pinned.
  public mutating func handle(for address: PeerAddress) -> PeerHandle? {
    if let known = handles[address] {
      touch(known)
      return PeerHandle(rawValue: known)
    }
    if entries.count == capacity {
      guard forgetOldest() else { return nil }
    }
    repeat { lastHandle &+= 1 } while entries[lastHandle] != nil
    uses += 1
    entries[lastHandle] = Entry(address: address, lastUse: uses, pins: 0)
    handles[address] = lastHandle
    return PeerHandle(rawValue: lastHandle)
  }

  /// The address of a handle, or nil when it was forgotten or never given.
  public mutating func address(of handle: PeerHandle) -> PeerAddress? {
    touch(handle.rawValue)
    return entries[handle.rawValue]?.address
  }

  /// Keeps the peer until `unpin` has been called as often as this.
  public mutating func pin(_ handle: PeerHandle) {
    entries[handle.rawValue]?.pins += 1
  }

  public mutating func unpin(_ handle: PeerHandle) {
    guard let pins = entries[handle.rawValue]?.pins, pins > 0 else { return }
    entries[handle.rawValue]?.pins = pins - 1
  }

  private mutating func touch(_ handle: UInt32) {
    uses += 1
    entries[handle]?.lastUse = uses
  }

  private mutating func forgetOldest() -> Bool {
    let free = entries.lazy.filter { $0.value.pins == 0 }
    guard let oldest = free.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return false }
    handles[oldest.value.address] = nil
    entries[oldest.key] = nil
    return true
  }
}
