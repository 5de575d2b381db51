import CoreDriver
public import MatterBytes
import TraceFormat

/// Decides what goes wrong with each datagram: the same for the same seed and the same datagrams.
public struct FaultyLink {
  /// One copy of a datagram that leaves.
  public struct Copy: Equatable, Sendable {
    /// How long it is held back, in microseconds.
    public let delay: UInt64
    public let bytes: BoundedBytes<1232>

    public init(delay: UInt64, bytes: BoundedBytes<1232>) {
      self.delay = delay
      self.bytes = bytes
    }
  }

  /// What was done to one datagram.
  public struct Fate: Equatable, Sendable {
    public var isDropped = false
    public var isDuplicated = false
    public var isReordered = false
    public var isCorrupted = false

    public init() {}
  }

  private let faults: LinkFaults
  private var generator: SplitMix64

  /// How much longer than others a datagram is held back that others are to overtake: time enough
  /// for an acknowledgement, 200 ms, and for a retransmission, from 330 ms on.
  private static let reorderingDelay: Range<UInt64> = 1_000..<400_000

  /// - Parameter stream: tells the links of one run apart.
  public init(_ faults: LinkFaults, seed: UInt64, stream: UInt64) {
    self.faults = faults
    generator = SplitMix64(seed: seed, stream: stream)
  }

  /// What becomes of a datagram.
  ///
  /// Every datagram takes the same number of draws, so raising one probability does not change
  /// what the others do.
  public mutating func transmit(_ bytes: BoundedBytes<1232>) -> (fate: Fate, copies: [Copy]) {
    var fate = Fate()
    fate.isDropped = hits(faults.drop)
    fate.isDuplicated = hits(faults.duplicate)
    fate.isReordered = hits(faults.reorder)
    fate.isCorrupted = hits(faults.corrupt)
    let bit = generator.next()
    let range = Self.reorderingDelay
    let extraDelay = range.lowerBound + generator.next() % UInt64(range.count)
    if fate.isDropped {
      fate.isDuplicated = false
      fate.isReordered = false
      fate.isCorrupted = false
      return (fate, [])
    }

    var first = bytes
    if fate.isCorrupted && !bytes.isEmpty {
      let position = Int(bit % UInt64(8 * bytes.count))
      first[position / 8] ^= 1 << UInt8(position % 8)
    }
    let delay = UInt64(faults.delayMilliseconds) * 1000
    var copies = [Copy(delay: delay + (fate.isReordered ? extraDelay : 0), bytes: first)]
    if fate.isDuplicated { copies.append(Copy(delay: delay, bytes: bytes)) }
    return (fate, copies)
  }

  private mutating func hits(_ probability: Double) -> Bool {
    let draw = Double(generator.next() >> 11) / Double(UInt64(1) << 53)
    return draw < probability
  }
}

extension WireFate {
  /// What the link made of a datagram, as a trace tells it.
  public init(_ fate: FaultyLink.Fate) {
    self = []
    if fate.isDropped { insert(.lost) }
    if fate.isDuplicated { insert(.sentTwice) }
    if fate.isReordered { insert(.heldBack) }
    if fate.isCorrupted { insert(.corrupted) }
  }
}
