public import MatterBytes

/// What tells the host that a step has ended: a frame of a port that no core has, behind everything
/// that the step emitted.
///
/// A program that runs a core writes one for each step, and only when it was asked to. So the host
/// knows which output belongs to which input.
public struct StepReport: Equatable, Sendable {
  /// The fuel that the step used; nil when nobody counts.
  public let fuel: UInt64?

  /// Stands where other frames have their port.
  public static let tag: UInt8 = 0xE0

  /// - Parameter fuel: of the step; nil when nobody counts.
  public init(fuel: UInt64? = nil) {
    self.fuel = fuel
  }

  /// The frame: its length, the tag, and 8 bytes of fuel in little-endian order if it was counted.
  public var frame: BoundedBytes<13> {
    var bytes = BoundedBytes<13>()
    for _ in 0..<3 { bytes.add(0) }
    bytes.add(fuel == nil ? 1 : 9)
    bytes.add(Self.tag)
    if let fuel { bytes.add(littleEndian: fuel) }
    return bytes
  }

  /// The report that a frame's body holds; nil when the frame is one of the core's.
  public init?(frameBody: Span<UInt8>) {
    guard frameBody.count > 0, frameBody[0] == Self.tag else { return nil }
    switch frameBody.count {
    case 1: self.init(fuel: nil)
    case 9:
      var fuel: UInt64 = 0
      for index in 0..<8 { fuel |= UInt64(frameBody[1 &+ index]) &<< UInt64(8 &* index) }
      self.init(fuel: fuel)
    default: return nil
    }
  }
}
